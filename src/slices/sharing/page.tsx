import type { Page } from '../../platform/portal.ts'
import { toLocalTime, type Zone } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { Field, LongTextField, TextField } from '../../ui/marks/field.tsx'
import { actField } from '../links/acting.ts'
import type { OpenLink } from '../links/model.ts'
import { pairTitle } from '../relations/embed.tsx'
import { words } from './messages/words.gen.ts'
import type { PartId, Saying } from './model.ts'
import { PartBody } from './embed.tsx'
import { isClosed, type Part } from './shapes.ts'

export const typed = ['kata', 'nama', 'jabatan', 'judul', 'bidang'] as const
export type Typed = (typeof typed)[number]

/** What was sent and not taken, with what is wrong in the reader's words. */
export interface Refused {
  /** The act of the form. */
  id: string
  about: PartId | 'usulan'
  values: Partial<Record<Typed, string>>
  faults: Partial<Record<Typed | 'berkas', string>>
  /** What is wrong with the whole of it. */
  problem?: string
  hadFile: boolean
}

export interface PartnerPage {
  parts: readonly Part[]
  /** The pair, shown in the head whether or not the part about it is. */
  names: Extract<Part, { id: 'kerja_sama' }>['content']
  region: { slug: string; name: string; zone: Zone }
  link: OpenLink
  /** Without the language. */
  path: string
  receipt?: { number: number; said: Saying; changed: boolean; answeredAt: string } | undefined
  refused?: Refused | undefined
}

/** The shared part of a cooperation as its partner reads it, the partner named first, each part with its answer. */
export function partnerPage(language: Language, shown: PartnerPage): Page {
  const { parts, names, region, link, receipt, refused } = shown
  const w = words[language].page
  const title = pairTitle(language, {
    region: nameIn(language, names.partner),
    partner: nameIn(language, names.region),
  })
  const day = (instant: string) => formatDate(toLocalTime(instant, region.zone).date, language)
  return {
    title,
    region,
    body: (
      <article className="sec strong">
        <p className="key">
          <bdi>{w.for({ party: link.party })}</bdi>
        </p>
        <h1>{title}</h1>
        {receipt !== undefined && (
          <div className="note gap" role="status" id="tanda">
            <p>
              <b>{w.receipt({ number: receipt.number, date: day(receipt.answeredAt) })}</b>
            </p>
            <p>{w.thanks[receipt.said]}</p>
            {receipt.changed && <p>{w.changed}</p>}
          </div>
        )}
        {refused !== undefined && <Problems language={language} refused={refused} />}
        <p className="gap">{w.intro({ region: region.name })}</p>
        {link.expiresAt !== undefined && <p className="key">{w.until({ date: day(link.expiresAt) })}</p>}
        {parts.map((part) => (
          <section className="gap3" key={part.id} id={part.id}>
            <h2>{words[language].part[part.id]}</h2>
            <PartBody language={language} part={part} />
            {!isClosed(part) && (
              <PartForms
                language={language}
                part={part}
                path={shown.path}
                refused={refused?.about === part.id ? refused : undefined}
              />
            )}
          </section>
        ))}
        <ProposalForm
          language={language}
          path={shown.path}
          region={region.name}
          refused={refused?.about === 'usulan' ? refused : undefined}
        />
      </article>
    ),
  }
}

const idOf = (field: string, about: string) => `${field}-${about}`

function Problems({ language, refused: { about, faults, problem } }: { language: Language; refused: Refused }) {
  const w = words[language].page
  const labels = { kata: about === 'usulan' ? w.words : w.correction, nama: w.name, jabatan: w.role, judul: w.title, bidang: w.field, berkas: w.file } // prettier-ignore
  const errors = Object.entries(faults).map(([field, fault]) => ({
    field: idOf(field, about),
    message: `${labels[field as keyof typeof labels]}: ${fault}`,
  }))
  const whole = problem === undefined ? [] : [{ field: idOf('kata', about), message: problem }]
  return <ErrorSummary title={w.notSent} errors={[...whole, ...errors]} />
}

interface FormProps {
  language: Language
  path: string
  refused: Refused | undefined
}

/** Two small forms: a tap that says yes, and what is wrong with its own button, so that Enter never sends a yes. */
function PartForms({ language, path, part: { id, version }, refused }: FormProps & { part: Part }) {
  const w = words[language].page
  const name = words[language].part[id]
  const action = `/${language}${path}`
  const hidden = (act: string) => (
    <>
      <input type="hidden" name={actField} value={act} />
      <input type="hidden" name="bagian" value={id} />
      <input type="hidden" name="lihat" value={version} />
    </>
  )
  return (
    <>
      <form className="gap" method="post" action={action}>
        {hidden(newId())}
        <div className="acts">
          <button className="btn" type="submit" name="jawab" value="benar">
            {w.right}
            <span className="vh">: {name}</span>
          </button>
        </div>
      </form>
      <details className="gap" open={refused !== undefined}>
        <summary>
          {w.wrong}
          <span className="vh">: {name}</span>
        </summary>
        <form className="form gap" method="post" action={action}>
          {hidden(refused?.id ?? newId())}
          <input type="hidden" name="jawab" value="perbaikan" />
          <LongTextField
            id={idOf('kata', id)}
            name="kata"
            label={w.correction}
            error={refused?.faults.kata}
            defaultValue={refused?.values.kata}
            rows={3}
            required
          />
          <TextField
            id={idOf('nama', id)}
            name="nama"
            label={w.name}
            hint={w.optional}
            error={refused?.faults.nama}
            defaultValue={refused?.values.nama}
            autoComplete="name"
            maxLength={200}
          />
          <div className="acts">
            <button className="btn go" type="submit">
              {w.sendCorrection}
              <span className="vh">: {name}</span>
            </button>
          </div>
        </form>
      </details>
    </>
  )
}

function ProposalForm({ language, path, region, refused }: FormProps & { region: string }) {
  const w = words[language].page
  const { values = {}, faults = {} } = refused ?? {}
  const fileError = faults.berkas ?? (refused?.hadFile === true ? w.fileAgain : undefined)
  return (
    <section className="gap3" id="usulan">
      <h2>{w.proposal}</h2>
      <p>{w.proposalIntro}</p>
      <form className="form gap" method="post" encType="multipart/form-data" action={`/${language}${path}`}>
        <input type="hidden" name={actField} value={refused?.id ?? newId()} />
        <input type="hidden" name="jawab" value="usulan" />
        <TextField
          id={idOf('judul', 'usulan')}
          name="judul"
          label={w.title}
          error={faults.judul}
          defaultValue={values.judul}
          maxLength={200}
          required
        />
        <LongTextField
          id={idOf('kata', 'usulan')}
          name="kata"
          label={w.words}
          error={faults.kata}
          defaultValue={values.kata}
          rows={5}
          required
        />
        <TextField
          id={idOf('bidang', 'usulan')}
          name="bidang"
          label={w.field}
          hint={w.optional}
          error={faults.bidang}
          defaultValue={values.bidang}
          maxLength={200}
        />
        <TextField
          id={idOf('nama', 'usulan')}
          name="nama"
          label={w.name}
          error={faults.nama}
          defaultValue={values.nama}
          autoComplete="name"
          maxLength={200}
          required
        />
        <TextField
          id={idOf('jabatan', 'usulan')}
          name="jabatan"
          label={w.role}
          hint={w.optional}
          error={faults.jabatan}
          defaultValue={values.jabatan}
          autoComplete="organization-title"
          maxLength={200}
        />
        {/* Last in the form: what stands before it is read even when it is too large. */}
        <Field id={idOf('berkas', 'usulan')} label={w.file} hint={w.fileHint} error={fileError}>
          {(control) => (
            <input
              type="file"
              className="in"
              name="berkas"
              accept="image/jpeg,image/png,application/pdf"
              {...control}
            />
          )}
        </Field>
        <p className="key">{w.privacy({ region })}</p>
        <div className="acts">
          <button className="btn go" type="submit">
            {w.sendProposal}
          </button>
        </div>
      </form>
    </section>
  )
}
