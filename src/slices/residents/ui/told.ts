import type { Language } from '../../../shared/languages.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** How a history tells the rows of services, sessions and bookings; names are not in it. */
export function residentWords(language: Language) {
  const { told: w, form, slots } = words[language]
  return {
    'residents.services': {
      what: w.service,
      columns: { place: w.place, minimum: form.minimum, household_most: form.householdMost, purge_on: w.purge },
      silent: ['slug', 'texts', 'spoken', 'group_most', 'opens_at', 'closes_at', 'unit', 'relations', 'occurred_on', 'voided_on', 'voided_reason'], // prettier-ignore
    },
    'residents.slots': { what: w.slot, columns: { day: w.day, capacity: w.capacity, called_off_reason: slots.callOff }, silent: ['service', 'starts', 'ends', 'starts_at', 'called_off_on'] }, // prettier-ignore
    'residents.bookings': {
      what: w.booking,
      columns: { receipt: w.receipt, party: w.party, state: w.state },
      catalogue: { state: partWords[language].state },
      silent: ['service', 'slot', 'key_hash', 'seq', 'origin', 'body', 'name', 'contact', 'contact_key', 'language', 'booked_at', 'promoted_at', 'cancelled_at', 'purged_at'], // prettier-ignore
    },
    'residents.arrivals': { what: w.arrival, columns: { door: w.door }, silent: ['service', 'booking', 'came_at', 'other_at', 'other_door'] }, // prettier-ignore
    'residents.published': { what: w.publication, columns: {}, silent: ['kind', 'slug', 'region_slug', 'relations', 'document', 'demonstration', 'published_at', 'published_by'] }, // prettier-ignore
    'residents.withdrawn': { what: w.publication, columns: {}, silent: ['slug', 'demonstration', 'withdrawn_at'] },
  }
}
