import type { Page, PortalRegion } from '../../platform/portal.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../ui/marks/field.tsx'
import { actField } from '../links/acting.ts'
import { judgingLimits, type ConflictKind } from './judging-model.ts'
import type { Criterion, Entry, Juror } from './judging-read.ts'
import { EntryForm } from './jurors-sheet.tsx'
import { scriptPath } from './jurors-script.ts'
import { words } from './ui/judging/messages/words.gen.ts'

/** What was typed for one entry and not taken, with what is wrong in the juror's words. */
export interface RefusedSheet {
  lembar: string
  entry: string
  version: number
  values: Record<string, string>
  faults: Record<string, string>
  problem?: string | undefined
}

export interface OwnSheet {
  version: number
  marks: number[]
  note: string | null
}

export interface JurorPage {
  contest: string
  region: PortalRegion
  party: string
  juror: Juror
  /** Whether sheets are taken, and by which scale. */
  scale: number | undefined
  criteria: readonly Criterion[]
  /** One page of the entries, with what this juror sent and what ties her to each. */
  entries: readonly { entry: Entry; conflicts: ConflictKind[]; sheet: OwnSheet | undefined }[]
  all: number
  sent: number
  hasSent: boolean
  next: number | undefined
  after: number
  /** The page without its language. */
  path: string
  took: { result: 'kept' | 'same' | 'older'; number: number } | undefined
  declares: boolean
  declared: boolean
  refused?: RefusedSheet | undefined
  /** Why nothing was taken, where it is no field's fault. */
  problem?: string | undefined
  typed?: TypedDeclaration | undefined
}

/** A declaration that was not taken: everything as it was typed, with what is wrong by field. */
export interface TypedDeclaration {
  values: Record<string, string>
  entries: readonly string[]
  faults: Record<'desa' | 'kecamatan' | 'perusahaan' | 'keluarga', string | undefined>
}

/** A juror's page: first her declaration, then one form for each entry; it works without script and says what came in. */
export function jurorPage(language: Language, shown: JurorPage): Page {
  const { contest, region, party, juror, scale, took, refused } = shown
  const w = words[language].juror
  const title = w.title({ contest })
  return {
    title,
    region,
    body: (
      <article className="sec strong">
        <p className="key">
          <bdi>{w.for({ party })}</bdi>
        </p>
        <h1>{title}</h1>
        {took !== undefined && (
          <p className="note gap" role="status" id="tanda">
            {w.took[took.result]({ n: took.number })}
          </p>
        )}
        {shown.declared && (
          <p className="note gap" role="status">
            {w.declared}
          </p>
        )}
        {refused !== undefined && <Problems language={language} shown={shown} refused={refused} />}
        {shown.problem !== undefined && (
          <p className="note gap" role="alert">
            {shown.problem}
          </p>
        )}
        {juror.declaredAt === null || shown.declares ? (
          <Declaration language={language} shown={shown} />
        ) : scale === undefined ? (
          <p className="gap">{w.notOpen}</p>
        ) : (
          <Sheets language={language} shown={shown} scale={scale} />
        )}
        {juror.declaredAt !== null && !shown.declares && (
          <p className="gap3">
            {shown.hasSent ? w.redeclareLate : <a href={`/${language}${shown.path}?nyatakan=1`}>{w.redeclare}</a>}
          </p>
        )}
      </article>
    ),
  }
}

function Problems({ language, shown, refused }: { language: Language; shown: JurorPage; refused: RefusedSheet }) {
  const w = words[language].juror
  const at = (field: string) => `${field}-${refused.entry}`
  const nameOf = (field: string) => shown.criteria.find(({ position }) => field === `nilai_${position}`)?.name ?? w.note
  const errors = Object.entries(refused.faults).map(([field, fault]) => ({
    field: at(field),
    message: `${nameOf(field)}${words[language].colon}${fault}`,
  }))
  const whole = refused.problem === undefined ? [] : [{ field: at('nilai_1'), message: refused.problem }]
  return <ErrorSummary title={w.notSent} errors={[...whole, ...errors]} />
}

function Declaration({ language, shown }: { language: Language; shown: JurorPage }) {
  const w = words[language].juror
  const { juror, entries, path, region, typed } = shown
  const labels = { desa: w.village, kecamatan: w.kecamatan, perusahaan: w.company, keluarga: w.kin }
  const known = { desa: juror.village ?? '', kecamatan: juror.kecamatan ?? '', perusahaan: juror.company ?? '', keluarga: juror.kin.join('\n') } // prettier-ignore
  const field = (name: keyof typeof labels) => ({
    id: name,
    name,
    label: labels[name],
    error: typed?.faults[name],
    defaultValue: typed?.values[name] ?? known[name],
  })
  const errors = (Object.keys(labels) as (keyof typeof labels)[]).flatMap((name) => {
    const fault = typed?.faults[name]
    return fault === undefined ? [] : [{ field: name, message: `${labels[name]}${words[language].colon}${fault}` }]
  })
  const isPicked = (id: string) => (typed?.entries ?? juror.declared).includes(id)
  return (
    <form className="form gap3" method="post" action={`/${language}${path}`}>
      <h2>{w.declareTitle}</h2>
      <p>{w.declareIntro}</p>
      <input type="hidden" name={actField} value={newId()} />
      <input type="hidden" name="langkah" value="nyatakan" />
      <ErrorSummary title={w.notSent} errors={errors} />
      <TextField {...field('desa')} hint={w.optional} maxLength={80} />
      <TextField {...field('kecamatan')} maxLength={80} />
      <TextField {...field('perusahaan')} hint={w.optional} maxLength={200} />
      <LongTextField {...field('keluarga')} hint={w.kinHint} rows={3} />
      {entries.length > 0 && (
        <fieldset className="f plain">
          <legend>{w.interests}</legend>
          {entries.map(({ entry: { id, number, name, village } }) => (
            <label key={id} className="pick">
              <input type="checkbox" name={`kepentingan_${id}`} defaultChecked={isPicked(id)} />
              <bdi>{words[language].entry({ n: number, name })}</bdi>
              {', '}
              <bdi>{village}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <p className="key">{w.privacy({ region: region.name })}</p>
      <div className="acts">
        <button className="btn go" type="submit">
          {w.declare}
        </button>
      </div>
    </form>
  )
}

function Sheets({ language, shown, scale }: { language: Language; shown: JurorPage; scale: number }) {
  const w = words[language].juror
  const { entries, path, next, after, refused } = shown
  const own = entries.filter(({ conflicts }) => conflicts.length === 0)
  // Opened is what is to be done next, or what came back.
  const first = refused?.entry ?? own.find(({ sheet }) => sheet === undefined)?.entry.id
  return (
    <>
      <p className="gap">
        {w.scale({ scale })} {w.sealed}
      </p>
      <p className="gap">
        <b>{w.progress({ sent: shown.sent, all: shown.all })}</b>
      </p>
      <p className="key">{w.line}</p>
      <p className="note gap" role="status" id="simpanan" hidden data-kept={w.kept} data-flushed={w.flushed} />
      {entries.length === 0 && <p className="gap">{w.noEntries}</p>}
      {entries.map((row) => (
        <EntryForm
          key={row.entry.id}
          language={language}
          row={row}
          scale={scale}
          criteria={shown.criteria}
          path={path}
          open={row.entry.id === first}
          refused={refused?.entry === row.entry.id ? refused : undefined}
        />
      ))}
      {(next !== undefined || after > 0) && (
        <p className="acts gap3">
          {next !== undefined && <a href={`/${language}${path}?setelah=${next}`}>{w.next}</a>}
          {after > 0 && <a href={`/${language}${path}`}>{w.first}</a>}
        </p>
      )}
      {/* The one script of the portal: it keeps a sheet on the phone while the line is lost. Without it the forms send as they are. */}
      <script type="module" src={scriptPath} />
    </>
  )
}

/** How many entries a juror's page holds: all of them are on the phone when the line is lost. */
export const pageOfEntries = judgingLimits.page
