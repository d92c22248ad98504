import type { Page } from '../../platform/portal.ts'
import type { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../ui/marks/field.tsx'
import {
  isBookable,
  slotStanding,
  textIn,
  writeTimes,
  type PublishedService,
  type Refusal,
  type Slot,
} from './model.ts'
import { words } from './messages/words.gen.ts'

export interface LiveSlot extends Slot {
  taken: number
  waiting: number
}

export type BookingFault = 'required' | 'too_long' | 'direction_override' | 'wrong' | 'identity' | 'number' | 'contact'
export type BookingField = 'sesi' | 'orang' | 'lembaga' | 'nama' | 'kontak'

export interface BookingForm {
  /** The act of the form, and the secret of its receipt. */
  act: string
  secret: string
  values?: Partial<Record<BookingField | 'tunggu', string>>
  faults?: Partial<Record<BookingField, BookingFault>>
  refused?: { outcome: Refusal; free: number } | undefined
  failure?: Failure | undefined
}

interface Shown {
  service: PublishedService
  /** Sessions as they are now; what is over is not among them. */
  slots: readonly LiveSlot[]
  on: string
  form: BookingForm
}

/** Books places in one session for a household or a group: five fields, in the reader's language, without script. */
export function bookingForm(language: Language, { service, slots, on, form }: Shown): Page {
  const w = words[language].form
  const { title, lang } = textIn(language, service.texts)
  const region = { slug: service.region.slug, name: nameIn(language, service.region) }
  const isOpen = isBookable(service, on) && slots.length > 0
  return {
    title: w.title({ title }),
    region,
    entry: 'programmes',
    body: (
      <section className="sec strong">
        <p className="key">
          <a href={`/${language}/program/layanan/${service.slug}`}>
            <bdi lang={lang}>{title}</bdi>
          </a>
        </p>
        <h1 className="gap">{words[language].told.book}</h1>
        {isOpen ? (
          <Fields language={language} service={service} slots={slots} form={form} region={region.name} />
        ) : (
          <p className="note gap" role="status">
            {slots.length === 0 ? w.noSlots : w.closed}
          </p>
        )}
      </section>
    ),
  }
}

/** What is wrong with a field, in words. */
export function sayFault(language: Language, fault: BookingFault, n: number): string {
  const { fault: shared } = sharedWords[language]
  const { refused } = words[language]
  if (fault === 'identity' || fault === 'contact') return refused[fault]
  if (fault === 'number') return refused.number({ n })
  return { required: shared.required, too_long: shared.tooLong, direction_override: shared.directionOverride, wrong: shared.wrong }[fault] // prettier-ignore
}

function Fields({
  language,
  service,
  slots,
  form: { act, secret, values = {}, faults = {}, refused, failure },
  region,
}: Omit<Shown, 'on'> & { language: Language; region: string }) {
  const { form: w, refused: why } = words[language]
  const most = (values.lembaga ?? '') === '' ? service.householdMost : (service.groupMost ?? service.householdMost)
  const labels = { sesi: w.slot, orang: w.party, lembaga: w.body, nama: w.name, kontak: w.contact }
  const say = (field: BookingField) => {
    const fault = faults[field]
    return fault === undefined ? undefined : sayFault(language, fault, most)
  }
  const fields: BookingField[] = ['sesi', 'orang', 'lembaga', 'nama', 'kontak']
  const errors = fields.flatMap((field) => {
    const message = say(field)
    return message === undefined ? [] : [{ field, message: `${labels[field]}: ${message}` }]
  })
  const problem =
    failure !== undefined
      ? sayFailure(language, failure, words[language].refused.again)
      : refused && whyNot(language, refused, why)
  const to = (field: BookingField) => ({ id: field, name: field, label: labels[field], error: say(field), defaultValue: values[field] }) // prettier-ignore
  return (
    <>
      <ErrorSummary title={sharedWords[language].failure.invalid} errors={errors} />
      {problem !== undefined && (
        <ErrorSummary
          title={w.notSent}
          errors={[{ field: refused?.outcome === 'twice' ? 'kontak' : 'sesi', message: problem }]}
        />
      )}
      <form className="form gap" method="post" action={`/${language}/program/layanan/${service.slug}/pesan`}>
        <input type="hidden" name="lembar" value={act} />
        <input type="hidden" name="rahasia" value={secret} />
        <SelectField
          {...to('sesi')}
          required
          choices={[
            ...(slots.length > 1 ? [{ value: '', label: w.choose }] : []),
            ...slots.map((slot) => ({ value: slot.id, label: sayFree(language, { slot, service }) })),
          ]}
        />
        <TextField
          {...to('orang')}
          hint={w.partyHint({ n: service.householdMost })}
          defaultValue={values.orang ?? '1'}
          inputMode="numeric"
          maxLength={3}
          short
          required
        />
        {service.groupMost !== undefined && (
          <TextField
            {...to('lembaga')}
            hint={w.bodyHint({ n: service.groupMost })}
            maxLength={200}
            autoComplete="organization"
          />
        )}
        <TextField {...to('nama')} autoComplete="name" maxLength={200} required />
        <TextField {...to('kontak')} hint={w.contactHint} autoComplete="email" maxLength={254} required />
        <div className="f">
          <label className="pick">
            <input type="checkbox" name="tunggu" value="ya" defaultChecked={values.tunggu === 'ya'} />
            {w.waits}
          </label>
        </div>
        <p className="key">
          {w.privacy({ region, date: formatDate(service.purgeOn ?? service.occurredOn, language) })}
        </p>
        <div className="acts">
          <button className="btn go" type="submit">
            {w.send}
          </button>
          <a href={`/${language}/program/layanan/${service.slug}`}>{w.cancel}</a>
        </div>
      </form>
    </>
  )
}

function whyNot(
  language: Language,
  { outcome, free }: { outcome: Refusal; free: number },
  why: (typeof words)[Language]['refused'],
): string {
  // prettier-ignore
  return outcome === 'full' ? why.full({ free }) : why[outcome]
}

/** A session with how many places are free, and how many it still waits for to take place. */
function sayFree(language: Language, { slot, service }: { slot: LiveSlot; service: PublishedService }): string {
  const w = words[language].form
  const { minimum, zone } = service
  const { capacity, taken, waiting, day } = slot
  const line = w.free({
    day: formatDate(day, language),
    times: writeTimes(language, slot, zone),
    n: Math.max(0, capacity - taken),
    waiting,
  })
  const isGathering = slotStanding({ capacity, taken, minimum }) === 'gathering'
  return isGathering && minimum !== undefined ? `${line} · ${w.gathering({ n: minimum - taken })}` : line
}

/** Why a form did not go out though nothing in it is wrong; `again` where the same form went out with other content. */
export function sayFailure(language: Language, failure: Failure, again: string): string {
  if (failure.code === 'reused') return again
  return sharedWords[language].failure.tooMany({ minutes: Math.ceil((failure.details.seconds ?? 60) / 60) })
}
