import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { listChangesSince } from '../ledger/queries.ts'
import type { Refusal } from './model.ts'
import { receiptOf, type Receipt } from './receipts.ts'

type Acting = { tx: Tx; act: Act }

export interface NewBooking {
  slot: string
  party: number
  /** The employer or embassy that books for a group. */
  body?: string | undefined
  name: string
  contact: string
  language: Language
  /** Whether she wants to wait when there is no room. */
  waits: boolean
  receipt: Receipt
}

/** What came of it: the place in the order of the session, or why not, and how many were free. */
export type Booked =
  | { outcome: 'booked' | 'waiting'; seq: number; free: number }
  | { outcome: Refusal; seq: null; free: number }

/** Books places for a household or a group: all of them or none. One statement decides (residents.book). */
export async function book({ tx, act }: Acting, booking: NewBooking): Promise<Booked> {
  const { slot, party, body, name, contact, language, waits, receipt } = booking
  const { rows } = await sql<Booked & { service: string }>`
    select b.outcome, b.seq, b.free from residents.book(${act.id}::uuid, ${slot}::uuid, ${receipt.number}, ${receipt.keyHash}::bytea,
      ${party}::int, ${body ?? null}, ${name}, ${contact}, ${language}, ${waits}, 'form') b`.execute(tx)
  const said = rows[0]
  if (said === undefined) throw new Failure('not_found')
  if (said.seq !== null) await aboutService({ tx, act }, act.id)
  return said
}

/** The history of a service tells its bookings. */
async function aboutService({ tx, act }: Acting, booking: string): Promise<void> {
  const row = await tx
    .selectFrom('residents.bookings')
    .select('service')
    .where('id', '=', booking)
    .executeTakeFirstOrThrow()
  act.about(row.service)
}

/** Gives the places back to whoever waits. By its receipt not once the session began; never once it came to the door. */
export async function cancel(
  { tx, act }: Acting,
  { id, byOfficer }: { id: string; byOfficer: boolean },
): Promise<{ outcome: 'cancelled' | 'was_cancelled' | 'came' | 'past'; promoted: number }> {
  const { rows } = await sql<{ outcome: 'cancelled' | 'was_cancelled' | 'came' | 'past' | 'gone'; promoted: number }>`
    select c.outcome, c.promoted from residents.cancel(${id}::uuid, ${byOfficer}) c`.execute(tx)
  const said = rows[0]
  if (said === undefined || said.outcome === 'gone') throw new Failure('not_found')
  await aboutService({ tx, act }, id)
  return { outcome: said.outcome, promoted: said.promoted }
}

/** The same by who keeps the service, over what was on screen. */
export async function cancelBooking(call: Acting, { id, rev }: { id: string; rev: number }) {
  const { tx } = call
  const { outcome, promoted } = await cancel(call, { id, byOfficer: true })
  if (outcome === 'came') throw new Failure('not_yet', { missing: [{ arrival: 'none' }] })
  const { rev: now } = await tx.selectFrom('residents.bookings').select('rev').where('id', '=', id).executeTakeFirstOrThrow() // prettier-ignore
  if (outcome !== 'cancelled' || now !== rev + 1) {
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  }
  return { id, promoted }
}

/**
 * Somebody came without booking: takes free places, never more, and stands at the door already, since `cameAt` where a
 * door without a line sends it later.
 */
export async function addWalkIn(
  { tx, act }: Acting,
  { id: slot, party, door, cameAt }: { id: string; party: number; door: string; cameAt?: string | undefined },
): Promise<{ id: string; receipt: string; free: number }> {
  const { number } = receiptOf({ act: act.id, secret: '' })
  const { rows } = await sql<Booked>`
    select b.outcome, b.seq, b.free from residents.book(${act.id}::uuid, ${slot}::uuid, ${number}, null, ${party}::int, null, null, null,
      'id', false, 'walk_in') b`.execute(tx)
  const said = rows[0]
  if (said === undefined || said.outcome === 'gone') throw new Failure('not_found')
  if (said.seq === null) throw new Failure('not_yet', { missing: [{ free: said.free, outcome: said.outcome }] })
  await sql`insert into residents.arrivals (id, service, booking, came_at, door)
    select b.id, b.service, b.id, coalesce(least(${cameAt ?? null}::timestamptz, transaction_timestamp()), clock.at()), ${door} from residents.bookings b where b.id = ${act.id}::uuid`.execute(
    tx,
  )
  await aboutService({ tx, act }, act.id)
  return { id: act.id, receipt: number, free: said.free - party }
}

export interface CameIn {
  /** The booking. */
  id: string
  /** By the device at the door; never later than now. */
  cameAt: string
  door: string
}

/**
 * Somebody with a receipt came. Of two doors the earlier one stands and the other is kept beside it, whichever is sent
 * first; the same door twice is one arrival.
 */
export async function checkIn({ tx, act }: Acting, { id: booking, cameAt, door }: CameIn) {
  // Under the row of the booking: two doors that come back at once are merged one after the other.
  const of = await tx
    .selectFrom('residents.bookings')
    .select(['service', 'state'])
    .where('id', '=', booking)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (of === undefined) throw new Failure('not_found')
  if (of.state !== 'booked') throw new Failure('not_yet', { missing: [{ state: of.state }] })
  act.about(of.service)
  const { rows } = await sql<Arrived>`
    insert into residents.arrivals as a (id, service, booking, came_at, door)
    values (${act.id}::uuid, ${of.service}::uuid, ${booking}::uuid, least(${cameAt}::timestamptz, transaction_timestamp()), ${door})
    on conflict on constraint arrives_once do update set
      came_at = least(a.came_at, excluded.came_at),
      door = case when excluded.came_at < a.came_at then excluded.door else a.door end,
      other_at = case when excluded.door = a.door then a.other_at else greatest(a.came_at, excluded.came_at) end,
      other_door = case when excluded.door = a.door then a.other_door when excluded.came_at < a.came_at then a.door else excluded.door end,
      rev = a.rev + 1
    where excluded.door <> a.door or excluded.came_at < a.came_at
    returning came_at as "cameAt", door, other_at as "otherAt", other_door as "otherDoor"`.execute(tx)
  const came = rows[0] ?? (await findArrival(tx, booking))
  if (came === undefined) throw fieldFailure('id', 'wrong')
  const { otherAt, otherDoor } = came
  return {
    id: booking,
    cameAt: came.cameAt,
    door: came.door,
    ...(otherAt !== null && otherDoor !== null && { other: { at: otherAt, door: otherDoor } }),
  }
}

interface Arrived {
  cameAt: string
  door: string
  otherAt: string | null
  otherDoor: string | null
}

async function findArrival(tx: Tx, booking: string): Promise<Arrived | undefined> {
  return await tx
    .selectFrom('residents.arrivals')
    .select(['came_at as cameAt', 'door', 'other_at as otherAt', 'other_door as otherDoor'])
    .where('booking', '=', booking)
    .executeTakeFirst()
}
