import type { Page } from '../../platform/portal.ts'
import type { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { LongTextField, TextField } from '../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'
import type { PublicSubject } from './portal.tsx'
import type { ReceiptTells } from './queries.ts'

type FormFault = 'required' | 'too_long' | 'identity_number'

interface FormState {
  subject: PublicSubject
  back: string
  /** The id of this form; posted twice it is one correction. */
  form: string
  topic: string | undefined
  words?: string
  contact?: string
  fault?: FormFault | undefined
  contactFault?: FormFault | undefined
  failure?: Failure
  /** The same form went out before with other words. */
  again?: boolean
}

/** "Ada yang keliru?": what is wrong in one's own words; an address only for whoever wants an answer. */
export function correctionForm(language: Language, state: FormState): Page {
  const w = words[language].form
  const { subject, back, form, topic, failure, again = false } = state
  const { required, tooLong, identityNumber } = sharedWords[language].fault
  const say = (fault: FormFault | undefined) =>
    fault && { required, too_long: tooLong, identity_number: identityNumber }[fault]
  const errors = [
    { field: 'kata', label: w.words, fault: say(state.fault) },
    { field: 'kontak', label: w.contact, fault: say(state.contactFault) },
  ].flatMap(({ field, label, fault }) => (fault === undefined ? [] : [{ field, message: `${label}: ${fault}` }]))
  return {
    title: w.title,
    region: subject.region,
    body: (
      <section className="sec strong">
        <p className="key">
          <a href={`/${language}${back}`}>{subject.title}</a>
        </p>
        <h1 className="gap">{w.title}</h1>
        <p className="gap">{w.intro}</p>
        <ErrorSummary title={sharedWords[language].failure.invalid} errors={errors} />
        {again && <ErrorSummary title={w.notSent} errors={[{ field: 'kata', message: w.again }]} />}
        {failure !== undefined && (
          <ErrorSummary title={w.notSent} errors={[{ field: 'kata', message: tooMany(language, failure) }]} />
        )}
        <form className="form gap3" method="post" action={`/${language}${back}/keliru`}>
          <input type="hidden" name="lembar" value={form} />
          {topic !== undefined && <input type="hidden" name="tentang" value={topic} />}
          <LongTextField
            id="kata"
            name="kata"
            label={w.words}
            hint={w.wordsHint}
            error={say(state.fault)}
            defaultValue={state.words}
            rows={6}
            required
          />
          <TextField
            id="kontak"
            name="kontak"
            label={w.contact}
            hint={w.contactHint}
            error={say(state.contactFault)}
            defaultValue={state.contact}
            autoComplete="email"
          />
          <div className="acts">
            <button className="btn go" type="submit">
              {w.send}
            </button>
            <a href={`/${language}${back}`}>{w.cancel}</a>
          </div>
        </form>
      </section>
    ),
  }
}

function tooMany(language: Language, failure: Failure): string {
  return sharedWords[language].failure.tooMany({ minutes: Math.ceil((failure.details.seconds ?? 60) / 60) })
}

/** The receipt: its number, when it came, and the answer once there is one. */
export function receiptPage(language: Language, { number, told }: { number: string; told: ReceiptTells }): Page {
  const w = words[language].receipt
  return {
    title: w.title({ number }),
    body: (
      <article className="sec strong">
        <h1>{w.title({ number })}</h1>
        <p className="status gap">{w.state[told.state]}</p>
        <div className="gap3">
          <Facts>
            <Fact term={w.about}>
              <a href={`/${language}${told.page}`}>{w.openPage}</a>
            </Fact>
            <Fact term={w.received}>{formatDate(told.receivedOn, language)}</Fact>
            <Fact term={w.answered}>
              {told.answeredOn === null ? undefined : formatDate(told.answeredOn, language)}
            </Fact>
            <Fact term={w.answer}>{told.answer === null ? undefined : <bdi>{told.answer}</bdi>}</Fact>
          </Facts>
        </div>
        <p className="key gap3">{w.keep}</p>
      </article>
    ),
  }
}
