import type { Page } from '../../platform/portal.ts'
import type { FieldFault } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { nameIn } from '../../shared/names.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'
import {
  contestLimits,
  purgeAfterDays,
  tellWindow,
  writeClosing,
  writeInstant,
  type PublishedContest,
  type WindowState,
} from './model.ts'

/** The fields of the form, in their order, by their names in the page. */
export const entryFields = ['kampung', 'rtrw', 'desa', 'kecamatan', 'kategori', 'nama', 'telepon', 'cerita'] as const
export type EntryField = (typeof entryFields)[number]

/** Why nothing was entered. */
export type EntryProblem =
  | { why: 'belum' | 'ditutup'; at: string }
  | { why: 'twice'; number: number }
  | { why: 'shut' | 'reused' }
  | { why: 'tooMany'; minutes: number }

export interface EntryForm {
  /** The act of the form: sent twice it is one entry and one receipt. */
  id: string
  values?: Partial<Record<EntryField, string>>
  faults?: Partial<Record<EntryField, FieldFault>>
  problem?: EntryProblem
}

interface Asked {
  contest: PublishedContest
  state: WindowState | undefined
  form: EntryForm
}

/** The form by which a kampung is entered: plain, without account, nothing typed is lost. */
export function entryPage(language: Language, { contest, state, form }: Asked): Page {
  const w = words[language].form
  const back = `/${language}/program/lomba/${contest.slug}`
  const title = w.title({ contest: contest.title })
  // Whoever was refused sees what she typed, also when the window has closed meanwhile.
  const isShown = state === 'dibuka' || form.problem !== undefined
  return {
    title,
    region: { slug: contest.region.slug, name: nameIn(language, contest.region) },
    entry: 'programmes',
    body: (
      <section className="sec strong" data-window={state}>
        <p className="key">
          <a href={back}>{w.back({ contest: contest.title })}</a>
        </p>
        <h1 className="gap">{title}</h1>
        <p className="gap">{tellWindow(language, contest, state)}</p>
        {isShown && <Fields language={language} contest={contest} form={form} action={`${back}/daftar`} />}
      </section>
    ),
  }
}

function Fields({
  language,
  contest,
  form,
  action,
}: {
  language: Language
  contest: PublishedContest
  form: EntryForm
  action: string
}) {
  const w = words[language].form
  const { values = {}, faults = {}, problem } = form
  const labels = labelsOf(language)
  const say = (field: EntryField) => {
    const fault = faults[field]
    if (fault === undefined) return undefined
    if (field === 'telepon' && fault === 'wrong') return w.phoneWrong
    return faultWords(language, fault)
  }
  const errors = entryFields.flatMap((field) => {
    const fault = say(field)
    return fault === undefined ? [] : [{ field, message: `${labels[field]}: ${fault}` }]
  })
  const line = (field: EntryField) => ({
    id: field,
    name: field,
    label: labels[field],
    error: say(field),
    defaultValue: values[field],
  })
  return (
    <>
      <ErrorSummary title={w.fix({ n: errors.length })} errors={errors} />
      {problem !== undefined && (
        <ErrorSummary
          title={w.notSent}
          errors={[{ field: 'kampung', message: problemWords(language, { problem, contest }) }]}
        />
      )}
      <form className="form gap3" method="post" action={action}>
        <input type="hidden" name="lembar" value={form.id} />
        <TextField {...line('kampung')} hint={w.nameHint} maxLength={contestLimits.name} required />
        <TextField {...line('rtrw')} hint={w.rtRwHint} maxLength={40} short />
        <TextField {...line('desa')} maxLength={80} required />
        <TextField {...line('kecamatan')} maxLength={80} required />
        {contest.categories.length > 0 && (
          <SelectField
            {...line('kategori')}
            short
            required
            choices={[
              { value: '', label: w.choose },
              ...contest.categories.map(({ id, name, tier }) => ({
                value: id,
                label: tier === undefined ? name : `${name} (${tier})`,
              })),
            ]}
          />
        )}
        <TextField {...line('nama')} autoComplete="name" maxLength={120} required />
        <TextField
          {...line('telepon')}
          hint={w.phoneHint}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          short
          required
        />
        <LongTextField {...line('cerita')} maxLength={contestLimits.words} />
        <p className="key">{tellErasing(language, contest)}</p>
        <p className="key">{w.photosLater}</p>
        <div className="acts">
          <button className="btn go" type="submit">
            {w.send}
          </button>
          <p className="hint">{w.noAccount}</p>
        </div>
      </form>
    </>
  )
}

/** Who sees name and number, and when both go. */
function tellErasing(language: Language, { region, purgeOn }: PublishedContest): string {
  const w = words[language].form
  const of = { region: nameIn(language, region) }
  if (purgeOn === undefined) return w.privacy({ ...of, days: purgeAfterDays })
  return w.privacyUntil({ ...of, date: formatDate(purgeOn, language) })
}

const labelsOf = (language: Language): Record<EntryField, string> => {
  const w = words[language].form
  return {
    kampung: w.name,
    rtrw: w.rtRw,
    desa: w.village,
    kecamatan: w.kecamatan,
    kategori: w.category,
    nama: w.entrant,
    telepon: w.phone,
    cerita: w.words,
  }
}

function problemWords(
  language: Language,
  { problem, contest }: { problem: EntryProblem; contest: PublishedContest },
): string {
  const w = words[language].form
  switch (problem.why) {
    case 'ditutup':
      return w.late({ at: writeInstant(language, problem.at, contest.zone), until: writeClosing(language, contest) })
    case 'belum':
      return w.early({
        at: writeInstant(language, problem.at, contest.zone),
        from: contest.opensOn === undefined ? '' : formatDate(contest.opensOn, language),
      })
    case 'twice':
      return w.twice({ number: problem.number })
    case 'tooMany':
      return w.tooMany({ minutes: problem.minutes })
    case 'shut':
    case 'reused':
      return w[problem.why]
  }
}

/** What is wrong with a field, in the words of every form. */
function faultWords(language: Language, fault: FieldFault): string {
  const w = sharedWords[language].fault
  const of: Partial<Record<FieldFault, string>> = {
    required: w.required,
    too_long: w.tooLong,
    direction_override: w.directionOverride,
    identity_number: w.identityNumber,
  }
  return of[fault] ?? w.wrong
}
