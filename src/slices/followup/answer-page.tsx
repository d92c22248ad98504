import type { Page, PortalRegion } from '../../platform/portal.ts'
import type { Failure } from '../../shared/failure.ts'
import { toLocalTime } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { Field, LongTextField } from '../../ui/marks/field.tsx'
import type { OpenLink } from '../links/model.ts'
import type { AnswerLine } from './listing.ts'
import { words } from './messages/words.gen.ts'
import { sayings, type FollowUp, type Said } from './model.ts'

export type AnswerFault =
  | { field: 'jawaban' | 'catatan'; fault: 'required' | 'too_long' | 'identity_number' }
  | { field: 'berkas'; fault: 'kind' | 'notItsName' | 'script' | 'damaged' | 'tooLarge' }
  | { failure: 'stale' | 'too_large' | 'reused' | Failure }

export interface AnswerForm {
  /** The act of the form: sent twice it is one answer. */
  id: string
  said?: Said | undefined
  note?: string
  hadFile?: boolean
  fault?: AnswerFault
}

interface AnswerState {
  task: FollowUp
  region: PortalRegion
  /** What it follows from, in words. */
  from: string | undefined
  answers: readonly AnswerLine[]
  link: OpenLink
  on: string
  /** Without the language. */
  path: string
  form: AnswerForm
  /** What was just answered. */
  said: Said | undefined
}

/** One thing to do, as somebody without account sees it: what, from where, until when, and how it stands. */
export function answerPage(language: Language, state: AnswerState): Page {
  const w = words[language].page
  const { task, region, from, answers, link, form, said } = state
  const owner = [task.unit?.name, task.member?.left === true ? undefined : task.member?.name, task.owner]
  const owners = owner.filter((part) => part !== undefined).join(words[language].comma)
  return {
    title: w.title,
    region,
    body: (
      <section className="sec strong">
        {said !== undefined && (
          <p className="note" role="status">
            {said === 'done' ? w.sentDone : w.sent}
          </p>
        )}
        <p className="key">{w.asks({ region: region.name })}</p>
        <h1 className="gap">
          <bdi lang="id">{task.what}</bdi>
        </h1>
        <div className="gap3">
          <Facts>
            <Fact term={w.from}>{from === undefined ? undefined : <bdi>{from}</bdi>}</Fact>
            <Fact term={w.until}>{task.dueOn === undefined ? w.noDate : formatDate(task.dueOn, language)}</Fact>
            <Fact term={w.owner}>{owners === '' ? undefined : <bdi>{owners}</bdi>}</Fact>
            <Fact term={w.for}>
              <bdi>{link.party}</bdi>
            </Fact>
          </Facts>
        </div>
        <h2 className="gap3">{w.before}</h2>
        {answers.length === 0 && <p className="gap">{w.nothingBefore}</p>}
        <ul className="rows">
          {answers.slice(0, 20).map(({ id, said: was, note, noteLang, answeredOn }) => (
            <li key={id}>
              {formatDate(answeredOn, language)}: {words[language].said[was]}
              {note !== null && (
                <p className="q">
                  <bdi lang={noteLang}>{note}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
        {task.endedOn === undefined ? (
          <AnswerFields language={language} path={state.path} region={region.name} form={form} />
        ) : (
          <p className="gap3">{w.ended({ date: formatDate(task.endedOn, language) })}</p>
        )}
        {task.endedOn === undefined && link.expiresAt !== undefined && (
          <p className="key gap3">{w.again({ date: formatDate(toLocalTime(link.expiresAt, 'WIB').date, language) })}</p>
        )}
      </section>
    ),
  }
}

function AnswerFields({
  language,
  path,
  region,
  form,
}: {
  language: Language
  path: string
  region: string
  form: AnswerForm
}) {
  const w = words[language].page
  const { said, note, fault } = form
  const errorOf = (field: string) =>
    fault !== undefined && 'field' in fault && fault.field === field ? faultWord(language, fault) : undefined
  const fileError = errorOf('berkas') ?? (form.hadFile === true && fault !== undefined ? w.fileAgain : undefined)
  const labels = { jawaban: w.question, catatan: w.note, berkas: w.file }
  const errors = (['jawaban', 'catatan', 'berkas'] as const).flatMap((field) => {
    const word = errorOf(field)
    const at = field === 'jawaban' ? 'jawaban-done' : field
    return word === undefined ? [] : [{ field: at, message: `${labels[field]}: ${word}` }]
  })
  const failure = fault !== undefined && 'failure' in fault ? failureWord(language, fault.failure) : undefined
  return (
    <form className="form gap3" method="post" encType="multipart/form-data" action={`/${language}${path}`}>
      <ErrorSummary title={sharedWords[language].failure.invalid} errors={errors} />
      {failure !== undefined && (
        <ErrorSummary title={failure} errors={[{ field: 'jawaban-done', message: w.question }]} />
      )}
      <input type="hidden" name="lembar" value={form.id} />
      <fieldset className="f plain">
        <legend>
          <h2>{w.question}</h2>
        </legend>
        {errorOf('jawaban') !== undefined && <p className="err">{errorOf('jawaban')}</p>}
        {sayings.map((value) => (
          <label key={value} className="pick">
            <input
              type="radio"
              id={`jawaban-${value}`}
              name="jawaban"
              value={value}
              required
              defaultChecked={value === said}
            />
            {w[value]}
          </label>
        ))}
      </fieldset>
      <LongTextField
        id="catatan"
        name="catatan"
        label={w.note}
        hint={w.noteHint}
        error={errorOf('catatan')}
        defaultValue={note}
        rows={4}
      />
      {/* Last in the form: what stands before it is read even when it is too large. */}
      <Field id="berkas" label={w.file} hint={w.fileHint} error={fileError}>
        {(control) => (
          <input type="file" className="in" name="berkas" accept="image/jpeg,image/png,application/pdf" {...control} />
        )}
      </Field>
      <p className="key">{w.privacy({ region })}</p>
      <div className="acts">
        <button className="btn go" type="submit">
          {w.send}
        </button>
      </div>
    </form>
  )
}

function faultWord(language: Language, fault: Exclude<AnswerFault, { failure: unknown }>): string {
  if (fault.field === 'berkas') return words[language].page.fault[fault.fault]
  const { required, tooLong, identityNumber } = sharedWords[language].fault
  return { required, too_long: tooLong, identity_number: identityNumber }[fault.fault]
}

function failureWord(language: Language, failure: 'stale' | 'too_large' | 'reused' | Failure): string {
  const w = words[language].page
  if (failure === 'stale') return w.endedNow
  if (failure === 'too_large') return w.full
  if (failure === 'reused') return w.changed
  return sharedWords[language].failure.tooMany({ minutes: Math.ceil((failure.details.seconds ?? 60) / 60) })
}
