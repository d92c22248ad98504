import { newId } from '../src/shared/ids.ts'
import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import {
  addService,
  addSlot,
  book,
  checkIn,
  publishService,
  receiptOf,
  receiveQuestion,
  setContact,
  withdrawService,
} from '../src/slices/residents/commands.ts'
import { findContact } from '../src/slices/residents/queries.ts'
import { agencyOfStaff } from './agency.ts'

/** A service for foreign residents with sessions and bookings, and a question. */
export interface ResidentsFurniture {
  service: string
  serviceSlug: string
  /** A service in which nobody is booked. */
  bareService: string
  slot: string
  /** A session in which nobody is booked. */
  idleSlot: string
  booking: string
  question: string
  contactRev: number
}

export const noResidents = (): ResidentsFurniture => ({
  service: newId(),
  serviceSlug: 'tidak-ada',
  bareService: newId(),
  slot: newId(),
  idleSlot: newId(),
  booking: newId(),
  question: newId(),
  contactRev: 0,
})

type Acting = { tx: Tx; act: Act }

/** The same act, under the id that a form of its own would have brought. */
const under = ({ tx, act }: Acting): Acting => ({ tx, act: { ...act, id: newId() } })

/** One service of a day far away, with a booking, one that came, a question, and one service that was taken back. */
export async function furnishResidents(
  call: Acting,
  { word, relation, published = false }: { word: string; relation: string; published?: boolean },
): Promise<ResidentsFurniture> {
  const texts = {
    id: { title: `${word} layanan ${newId().slice(-6)}`, about: `${word} uraian`, whoMay: `${word} siapa` },
  }
  const days = { opensOn: '2020-01-01', closesOn: '2090-01-01', purgeOn: '2090-06-01' }
  const unit = await agencyOfStaff(call.tx)
  const of = {
    texts,
    unit,
    place: `${word} tempat`,
    relations: [relation],
    groupMost: 40,
    occurredOn: '2025-01-01',
    ...days,
  }
  const service = await addService(call, of)
  const slot = { id: service.id, day: '2089-12-01', capacity: 100 }
  const used = await addSlot(call, { ...slot, starts: '08:00', ends: '10:00' })
  const idle = await addSlot(call, { ...slot, starts: '10:00', ends: '12:00' })
  await publishService(call, { id: service.id })
  const booked = []
  for (const name of ['satu', 'dua']) {
    const one = under(call)
    const who = { name: `${word} ${name}`, contact: `${word}-${name}@contoh.invalid`, body: `${word} badan` }
    const receipt = receiptOf({ act: one.act.id, secret: newId() })
    await book(one, { slot: used.id, party: 2, language: 'ja', waits: false, receipt, ...who })
    booked.push(one.act.id)
  }
  const [booking = '', came = ''] = booked
  await checkIn(under(call), { id: came, cameAt: '2025-01-01T08:00:00Z', door: `${word} pintu` })
  // What the job notes once it has written to a guest.
  await call.tx.insertInto('residents.told').values({ booking: came, said: 'came_up' }).execute()
  if (published) {
    const gone = await addService(call, { texts: { id: { title: `${word} ditarik` } }, occurredOn: '2025-01-01' })
    await publishService(call, { id: gone.id })
    await withdrawService(call, { id: gone.id })
  } else {
    await call.tx.deleteFrom('residents.published').where('id', '=', service.id).execute()
  }
  const bare = await addService(call, { texts: { id: { title: `${word} kosong` } }, unit, occurredOn: '2025-01-01' })
  return {
    bareService: bare.id,
    service: service.id,
    serviceSlug: service.slug,
    slot: used.id,
    idleSlot: idle.id,
    booking,
    ...(await ask(call, { word, published })),
  }
}

async function ask(call: Acting, { word, published }: { word: string; published: boolean }) {
  const before = await findContact(call.tx)
  const setting = { answerDays: 14, keepDays: 365 }
  if (before?.open !== true) await setContact(under(call), { rev: before?.rev ?? 0, open: true, ...setting })
  const one = under(call)
  const receipt = receiptOf({ act: one.act.id, secret: newId() })
  const said = {
    words: `${word} pertanyaan`,
    wordsLang: 'ja',
    contact: `${word} kontak`,
    receivedOn: '2025-08-01',
  } as const
  const { id } = await receiveQuestion(one, { kind: 'question', topic: 'waste', ...said, receipt })
  // Whether a region takes questions stays as it was, unless all of it is to be public.
  const now = await findContact(call.tx)
  if (before?.open !== true && !published)
    await setContact(under(call), { rev: now?.rev ?? 0, open: false, ...setting })
  return { question: id, contactRev: (await findContact(call.tx))?.rev ?? 0 }
}
