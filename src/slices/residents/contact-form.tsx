import type { Page } from '../../platform/portal.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../ui/marks/field.tsx'
import { sayFailure, sayFault, type BookingFault } from './booking-form.tsx'
import { questionKinds, topics, type PublishedContact } from './model.ts'
import { words } from './messages/words.gen.ts'

export type AskField = 'tentang' | 'kata' | 'kontak'

export interface AskForm {
  act: string
  secret: string
  values?: Partial<Record<AskField | 'jenis', string>>
  faults?: Partial<Record<AskField, BookingFault>>
  closed?: boolean
  failure?: Failure | undefined
}

/**
 * The contact point: kind, topic and words; an address only for whoever wants to be contacted. It says what happens next,
 * and by which day (`dueOn`) when it is sent today.
 */
export function contactForm(
  language: Language,
  { contact, dueOn, form }: { contact: PublishedContact; dueOn: DateText; form: AskForm },
): Page {
  const { ask: w, topic, kind } = words[language]
  const { act, secret, values = {}, faults = {}, closed = false, failure } = form
  const region = { slug: contact.region.slug, name: nameIn(language, contact.region) }
  const labels = { tentang: w.topic, kata: w.words, kontak: w.contact }
  const say = (field: AskField) => {
    const fault = faults[field]
    return fault === undefined ? undefined : sayFault(language, fault, 0)
  }
  const errors = (['tentang', 'kata', 'kontak'] as const).flatMap((field) => {
    const message = say(field)
    return message === undefined ? [] : [{ field, message: `${labels[field]}: ${message}` }]
  })
  const problem =
    failure === undefined
      ? closed
        ? w.closed
        : undefined
      : sayFailure(language, failure, words[language].refused.askedAlready)
  const to = (field: AskField) => ({ id: field, name: field, label: labels[field], error: say(field), defaultValue: values[field] }) // prettier-ignore
  return {
    title: w.title,
    description: w.description({ region: region.name, days: contact.answerDays }),
    region,
    entry: 'programmes',
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">{w.intro}</p>
        <p className="gap">
          {w.next({ region: region.name, days: contact.answerDays, date: formatDate(dueOn, language) })}
        </p>
        <ErrorSummary title={sharedWords[language].failure.invalid} errors={errors} />
        {problem !== undefined && (
          <ErrorSummary title={words[language].form.notSent} errors={[{ field: 'kata', message: problem }]} />
        )}
        <form className="form gap3" method="post" action={`/${language}/daerah/${region.slug}/kontak`}>
          <input type="hidden" name="lembar" value={act} />
          <input type="hidden" name="rahasia" value={secret} />
          <SelectField
            id="jenis"
            name="jenis"
            label={w.kind}
            short
            defaultValue={values.jenis}
            choices={questionKinds.map((value) => ({ value, label: kind[value] }))}
          />
          <SelectField
            {...to('tentang')}
            short
            required
            choices={[{ value: '', label: w.chooseTopic }, ...topics.map((value) => ({ value, label: topic[value] }))]}
          />
          <LongTextField {...to('kata')} hint={w.wordsHint} rows={6} required />
          <TextField {...to('kontak')} hint={w.contactHint} autoComplete="email" maxLength={254} />
          <p className="key">{w.privacy({ days: contact.keepDays })}</p>
          <div className="acts">
            <button className="btn go" type="submit">
              {w.send}
            </button>
            <a href={`/${language}/daerah/${region.slug}`}>{words[language].form.cancel}</a>
          </div>
        </form>
      </section>
    ),
  }
}
