import type { ReactNode } from 'react'
import type { Page, PortalRegion } from '../../platform/portal.ts'
import { toLocalTime } from '../../shared/dates.ts'
import { formatDate, formatNumber } from '../../shared/format.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { Field, LongTextField, TextField } from '../../ui/marks/field.tsx'
import { actField } from '../links/acting.ts'
import type { OpenLink } from '../links/model.ts'
import { words } from './messages/words.gen.ts'
import type { MatchView, RealisationView } from './needs.ts'
import type { RoomNeed } from './room-read.ts'

export type RoomField = 'hari' | 'kata' | 'nilai' | 'barang' | 'nama' | 'jawaban' | 'lokasi' | 'berkas'

/** What was sent and not taken, with what is wrong in the reader's words. */
export interface Refused {
  id: string
  about: string
  values: Partial<Record<RoomField, string>>
  faults: Partial<Record<RoomField, string>>
  problem?: string
  hadFile: boolean
}

export interface Room {
  need: RoomNeed
  match: (MatchView & { realisations: RealisationView[] }) | undefined
  region: PortalRegion
  link: OpenLink
  /** Without the language. */
  path: string
  refused: Refused | undefined
  sent: 'jawaban' | 'laporan' | undefined
}

/** Each report of the company as the village reads it, with yes and no. */
export function villagePage(language: Language, room: Room): Page {
  const { need, match, refused, sent } = room
  const w = words[language].room
  const open = match?.realisations.filter(({ standing }) => standing === 'dilaporkan') ?? []
  const answered = match?.realisations.filter(({ standing }) => standing !== 'dilaporkan') ?? []
  return {
    title: w.villageTitle,
    region: room.region,
    body: (
      <Framed room={room} language={language} said={sent === 'jawaban' ? w.sent : undefined}>
        {match === undefined && <p className="gap">{w.noMatch}</p>}
        {match !== undefined && open.length + answered.length === 0 && <p className="gap">{w.nothing}</p>}
        {match !== undefined && open.length > 0 && (
          <p className="gap">
            <bdi>{w.villageLead({ company: match.offer.company.name })}</bdi>
          </p>
        )}
        {open.map((report) => (
          <section className="gap3" key={report.id} id={`laporan-${report.position}`}>
            <h2>{w.report({ n: report.position })}</h2>
            <ReportFacts report={report} language={language} />
            <AnswerForm {...{ room, language, report }} refused={refused?.about === report.id ? refused : undefined} />
          </section>
        ))}
        {answered.length > 0 && (
          <section className="gap3">
            <h2>{w.earlier}</h2>
            <Reports reports={answered} language={language} />
          </section>
        )}
        {refused !== undefined && !open.some(({ id }) => id === refused.about) && (
          <p className="err" role="alert">
            {refused.problem ?? w.answered}
          </p>
        )}
        <p className="key gap3" lang={need.textLang}>
          {need.description !== null && <bdi>{need.description}</bdi>}
        </p>
      </Framed>
    ),
  }
}

/** What the company promised, and the form of a report. Nothing here confirms anything. */
export function companyPage(language: Language, room: Room): Page {
  const { match, refused, sent } = room
  const w = words[language].room
  return {
    title: w.companyTitle,
    region: room.region,
    body: (
      <Framed room={room} language={language} said={sent === 'laporan' ? w.reported : undefined}>
        {match === undefined ? (
          <p className="gap">{w.over}</p>
        ) : (
          <>
            <p className="gap">
              <bdi>{w.companyLead({ company: match.offer.company.name })}</bdi>
            </p>
            <p className="gap">{w.never}</p>
            <ReportForm {...{ room, language, refused }} />
            {match.realisations.length > 0 && (
              <section className="gap3">
                <h2>{w.before}</h2>
                <Reports reports={match.realisations} language={language} />
              </section>
            )}
          </>
        )}
      </Framed>
    ),
  }
}

interface FramedProps {
  room: Room
  language: Language
  said: string | undefined
  children: ReactNode
}

/** For whom the page is, the need, and what was just sent. */
function Framed({ room: { need, link }, language, said, children }: FramedProps) {
  const { room: w, field, page } = words[language]
  return (
    <article className="sec strong">
      {said !== undefined && (
        <p className="note" role="status" id="tanda">
          {said}
        </p>
      )}
      <p className="key">
        <bdi>{w.for({ party: link.party })}</bdi>
      </p>
      <h1>
        <bdi lang={need.textLang}>{need.title}</bdi>
      </h1>
      <p className="sub">
        {field[need.field]} · <bdi>{page.village(need)}</bdi>
      </p>
      {children}
      {link.expiresAt !== undefined && (
        <p className="key gap3">{w.until({ date: formatDate(toLocalTime(link.expiresAt, 'WIB').date, language) })}</p>
      )}
    </article>
  )
}

function ReportFacts({ report, language }: { report: RealisationView; language: Language }) {
  const { room: w, rupiah } = words[language]
  const { occurredOn, words: said, wordsLang, value, inKind, evidence } = report
  return (
    <Facts>
      <Fact term={w.day}>{formatDate(occurredOn, language)}</Fact>
      <Fact term={w.what}>{said === null ? undefined : <bdi lang={wordsLang}>{said}</bdi>}</Fact>
      <Fact term={w.value}>{value === null ? undefined : rupiah({ n: formatNumber(value, language) })}</Fact>
      <Fact term={w.inKind}>{inKind === null ? undefined : <bdi lang={wordsLang}>{inKind}</bdi>}</Fact>
      <Fact term={w.files}>{w.fileCount({ n: evidence.length })}</Fact>
    </Facts>
  )
}

function Reports({ reports, language }: { reports: readonly RealisationView[]; language: Language }) {
  const { report: standings, rupiah } = words[language]
  return (
    <ul className="rows">
      {reports.map(({ id, occurredOn, value, inKind, standing, answer, answerLang, wordsLang }) => (
        <li key={id}>
          <p className="key">{formatDate(occurredOn, language)}</p>
          <p>
            {value !== null && rupiah({ n: formatNumber(value, language) })}
            {value !== null && inKind !== null && ' · '}
            {inKind !== null && <bdi lang={wordsLang}>{inKind}</bdi>}
          </p>
          <p className="q">{standings[standing]}</p>
          {answer !== null && (
            <p className="q">
              <bdi lang={answerLang ?? undefined}>{answer}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

interface FormProps {
  room: Room
  language: Language
  refused: Refused | undefined
}

function Problems({
  refused,
  language,
  labels,
}: Omit<FormProps, 'room'> & { labels: Partial<Record<RoomField, string>> }) {
  if (refused === undefined) return null
  const suffix = refused.about === 'laporan' ? '' : `-${refused.about}`
  const errors = Object.entries(refused.faults).map(([field, fault]) => ({
    field: `${field === 'jawaban' ? 'jawaban-ya' : field}${suffix}`,
    message: `${labels[field as RoomField] ?? ''}: ${fault}`,
  }))
  const first = Object.keys(labels)[0] ?? 'kata'
  const whole =
    refused.problem === undefined
      ? []
      : [{ field: `${first === 'jawaban' ? 'jawaban-ya' : first}${suffix}`, message: refused.problem }]
  return <ErrorSummary title={words[language].room.notSent} errors={[...whole, ...errors]} />
}

function AnswerForm({ room, language, report, refused }: FormProps & { report: RealisationView }) {
  const w = words[language].room
  const { values = {}, faults = {} } = refused ?? {}
  const at = (field: string) => `${field}-${report.id}`
  return (
    <form className="form gap3" method="post" encType="multipart/form-data" action={`/${language}${room.path}`}>
      <Problems
        {...{ refused, language }}
        labels={{ jawaban: w.question, kata: w.words, nama: w.name, berkas: w.file }}
      />
      <input type="hidden" name={actField} value={refused?.id ?? newId()} />
      <input type="hidden" name="laporan" value={report.id} />
      <fieldset className="f plain">
        <legend>{w.question}</legend>
        {faults.jawaban !== undefined && <p className="err">{faults.jawaban}</p>}
        {(['dikonfirmasi', 'dibantah'] as const).map((value) => (
          <label key={value} className="pick">
            <input
              type="radio"
              id={at(value === 'dikonfirmasi' ? 'jawaban-ya' : 'jawaban-tidak')}
              name="jawaban"
              value={value}
              required
              defaultChecked={values.jawaban === value}
            />
            {value === 'dikonfirmasi' ? w.yes : w.no}
          </label>
        ))}
      </fieldset>
      <LongTextField
        id={at('kata')}
        name="kata"
        label={w.words}
        hint={w.wordsHint}
        error={faults.kata}
        defaultValue={values.kata}
      />
      <TextField
        id={at('nama')}
        name="nama"
        label={w.name}
        error={faults.nama}
        defaultValue={values.nama}
        maxLength={200}
      />
      <FileField {...{ language, refused }} id={at('berkas')} label={w.file} />
      <p className="key">{w.privacy({ region: room.region.name })}</p>
      <div className="acts">
        <button className="btn go" type="submit">
          {w.send}
        </button>
      </div>
    </form>
  )
}

function ReportForm({ room, language, refused }: FormProps) {
  const { room: w, noMoney } = words[language]
  const { values = {}, faults = {} } = refused ?? {}
  return (
    <form className="form gap3" method="post" encType="multipart/form-data" action={`/${language}${room.path}`}>
      <Problems
        {...{ refused, language }}
        labels={{ hari: w.dayLabel, kata: w.what, nilai: w.valueLabel, barang: w.inKind, berkas: w.evidence }}
      />
      <input type="hidden" name={actField} value={refused?.id ?? newId()} />
      <TextField id="hari" name="hari" label={w.dayLabel} error={faults.hari} defaultValue={values.hari} short />
      <LongTextField id="kata" name="kata" label={w.what} error={faults.kata} defaultValue={values.kata} />
      <TextField
        id="nilai"
        name="nilai"
        label={w.valueLabel}
        hint={w.valueHint({ noMoney })}
        error={faults.nilai}
        defaultValue={values.nilai}
        inputMode="numeric"
        short
      />
      <TextField
        id="barang"
        name="barang"
        label={w.inKind}
        error={faults.barang}
        defaultValue={values.barang}
        maxLength={200}
      />
      <FileField {...{ language, refused }} id="berkas" label={w.evidence} />
      <div className="acts">
        <button className="btn go" type="submit">
          {w.sendReport}
        </button>
      </div>
    </form>
  )
}

/** Last in its form: what stands before it is read even when it is too large. */
function FileField({ id, label, language, refused }: { id: string; label: string } & Omit<FormProps, 'room'>) {
  const w = words[language].room
  return (
    <>
      <div className="f">
        <label className="pick">
          <input type="checkbox" name="lokasi" value="ya" defaultChecked={refused?.values.lokasi === 'ya'} />
          {w.keepPlace}
        </label>
      </div>
      <Field id={id} label={label} hint={w.fileHint} error={refused?.faults.berkas}>
        {(control) => (
          <input type="file" className="in" name="berkas" accept="image/jpeg,image/png,application/pdf" {...control} />
        )}
      </Field>
    </>
  )
}
