import type { Page } from '../../platform/portal.ts'
import type { Failure, FieldFault } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { hasIdentityNumber, nameFault } from '../../shared/text.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { TextField } from '../../ui/marks/field.tsx'
import type { Attendee } from './attendees-model.ts'
import { words } from './messages/words.gen.ts'
import { writeWhen, type When } from './model.ts'

export interface DoorForm {
  /** The act of the form. */
  id: string
  values?: Attendee | undefined
  /** The line that is mended, by the act that wrote it. */
  line?: string | undefined
  said?: 'tercatat' | 'sudah' | 'betul' | undefined
  faults?: Partial<Record<'nama' | 'lembaga' | 'jabatan', FieldFault | undefined>> | undefined
  problem?: 'struck' | 'full' | 'closed' | undefined
  failure?: Failure | undefined
}

interface Door {
  activity: { about: string; place: string | null; occurred_on: string; ended_on: string | null }
  region: { slug: string; name: string }
  path: string
  own: Attendee | undefined
  form: DoorForm
}

/** The page at the door, in the guest's language: what it is for, three fields, and who will see them. */
export function doorPage(language: Language, { activity, region, path, own, form }: Door): Page {
  const w = words[language].room.door
  const when: When = { occurredOn: activity.occurred_on, endedOn: activity.ended_on }
  const said = form.said === 'sudah' ? w.already : form.said === 'betul' && own ? w.mended : form.said === 'tercatat' && own ? w.signed : undefined // prettier-ignore
  return {
    title: w.title,
    region,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">
          <b>
            <bdi>{activity.about}</bdi>
          </b>
        </p>
        <p>
          {writeWhen(language, when)}
          {activity.place !== null && (
            <>
              {words[language].comma}
              <bdi>{activity.place}</bdi>
            </>
          )}
        </p>
        {said !== undefined && (
          <p className="note gap" role="status">
            {said}
          </p>
        )}
        {form.problem === 'closed' ? (
          <p className="note gap" role="status">
            {w.closed}
          </p>
        ) : (
          <SignForm language={language} path={path} region={region.name} own={own} form={form} />
        )}
      </section>
    ),
  }
}

const fieldsOf = { nama: 'name', lembaga: 'organisation', jabatan: 'role' } as const
type FieldName = keyof typeof fieldsOf

function SignForm({
  language,
  path,
  region,
  own,
  form,
}: Omit<Door, 'activity' | 'region'> & { language: Language; region: string }) {
  const w = words[language].room.door
  const { values = own, faults = {}, problem, failure } = form
  const shared = sharedWords[language]
  const say = (fault: FieldFault | undefined) => fault === undefined ? undefined : faultWords(language, fault) // prettier-ignore
  const names = Object.keys(fieldsOf) as FieldName[]
  const errors = names.flatMap((field) => {
    const fault = say(faults[field])
    return fault === undefined ? [] : [{ field, message: `${w[fieldsOf[field]]}: ${fault}` }]
  })
  const problems = [
    ...(problem === 'struck' ? [w.struck] : problem === 'full' ? [w.full] : []),
    ...(failure === undefined
      ? []
      : [shared.failure.tooMany({ minutes: Math.ceil((failure.details.seconds ?? 60) / 60) })]),
  ]
  const to = (field: FieldName) => ({
    id: field,
    name: field,
    label: w[fieldsOf[field]],
    error: say(faults[field]),
    defaultValue: values?.[fieldsOf[field]],
  })
  return (
    <>
      {own === undefined && <p className="gap">{w.intro}</p>}
      <ErrorSummary title={w.notSent} errors={errors} />
      <ErrorSummary title={w.notSent} errors={problems.map((message) => ({ field: 'nama', message }))} />
      {own !== undefined && <h2 className="gap3">{w.mend}</h2>}
      <form className="form gap" method="post" action={`/${language}${path}`}>
        <input type="hidden" name="lembar" value={form.id} />
        {own !== undefined && form.line !== undefined && <input type="hidden" name="baris" value={form.line} />}
        <TextField {...to('nama')} autoComplete="name" maxLength={200} required />
        <TextField {...to('lembaga')} autoComplete="organization" maxLength={200} />
        <TextField {...to('jabatan')} autoComplete="organization-title" maxLength={200} />
        <p className="key">{w.privacy({ region })}</p>
        <div className="acts">
          <button className="btn go" type="submit">
            {own === undefined ? w.send : w.save}
          </button>
          {own !== undefined && <a href={`/${language}${path}`}>{w.another}</a>}
        </div>
      </form>
    </>
  )
}

/** What is wrong with a line that somebody without account typed. */
export function lineFault(text: string, { isRequired = false } = {}): FieldFault | undefined {
  if (text === '') return isRequired ? 'required' : undefined
  if (hasIdentityNumber(text)) return 'identity_number'
  const fault = nameFault(text)
  return fault === 'empty' ? 'required' : fault === 'control' ? 'wrong' : fault
}

/** The same in the words of every form. */
export function faultWords(language: Language, fault: FieldFault): string {
  const w = sharedWords[language].fault
  const of: Partial<Record<FieldFault, string>> = {
    required: w.required,
    too_long: w.tooLong,
    direction_override: w.directionOverride,
    identity_number: w.identityNumber,
  }
  return of[fault] ?? w.wrong
}
