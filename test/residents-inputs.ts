import type { Ids } from './inputs.ts'

const texts = { id: { title: 'Layanan' } }
// Whoever is booked was promised the day of erasing (test/residents-furniture.ts).
const days = { opensOn: '2020-01-01', closesOn: '2090-01-01', purgeOn: '2090-06-01' }

/** What each endpoint of residents is asked in the tests of everything. */
export const residentsInputs = {
  'residents.listServices': () => ({}),
  'residents.readService': ({ serviceSlug }) => ({ slug: serviceSlug }),
  'residents.addService': ({ relation }) => ({ texts, relations: [relation] }),
  'residents.mendService': ({ service }) => ({ id: service, rev: 1, texts, ...days }),
  'residents.voidService': ({ bareService }) => ({ id: bareService, rev: 1, reason: 'Salah catat' }),
  'residents.publishService': ({ service }) => ({ id: service }),
  'residents.withdrawService': ({ service }) => ({ id: service }),
  'residents.addSlot': ({ service }) => ({
    id: service,
    day: '2089-12-02',
    starts: '08:00',
    ends: '09:00',
    capacity: 5,
  }),
  'residents.mendSlot': ({ slot }) => ({ id: slot, rev: 1, capacity: 120 }),
  'residents.dropSlot': ({ idleSlot }) => ({ id: idleSlot, rev: 1 }),
  'residents.callOffSlot': ({ idleSlot }) => ({ id: idleSlot, rev: 1, reason: 'Banjir' }),
  'residents.listBookings': ({ slot }) => ({ id: slot }),
  'residents.exportBookings': ({ service }) => ({ id: service }),
  'residents.cancelBooking': ({ booking }) => ({ id: booking, rev: 1 }),
  'residents.addWalkIn': ({ slot }) => ({ id: slot, party: 1, door: 'Pintu A' }),
  'residents.readDoor': ({ serviceSlug }) => ({ slug: serviceSlug }),
  'residents.checkIn': ({ booking }) => ({ id: booking, cameAt: '2026-01-01T08:00:00Z', door: 'Pintu A' }),
  'residents.listQuestions': () => ({}),
  'residents.readQuestion': ({ question }) => ({ id: question }),
  'residents.answerQuestion': ({ question }) => ({ id: question, rev: 1, answer: 'Jawaban', answerLang: 'id' }),
  'residents.forwardQuestion': ({ question, unit }) => ({ id: question, what: 'Jawab', unit }),
  'residents.readContact': () => ({}),
  'residents.setContact': ({ contactRev }) => ({ rev: contactRev, open: true, answerDays: 14, keepDays: 365 }),
} satisfies Record<string, (ids: Ids) => Record<string, unknown>>
