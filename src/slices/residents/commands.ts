import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { addDays, startOfDay, type Zone } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { getRegion, getUnit } from '../reference/queries.ts'
import { listNames } from '../relations/queries.ts'
import { publishCalledOff, withdrawService } from './publication.ts'
import { daysFault, limits, textIn, type ServiceTexts } from './model.ts'

type Acting = { tx: Tx; act: Act }

export interface NewService {
  texts: ServiceTexts
  place?: string | undefined
  spoken?: readonly Language[]
  minimum?: number | undefined
  householdMost?: number
  groupMost?: number | undefined
  opensOn?: string | undefined
  closesOn?: string | undefined
  purgeOn?: string | undefined
  unit?: string | undefined
  relations?: readonly string[]
}

/** Enters a service. What it does not say (place, days, window) is not told yet. */
export async function addService(
  { tx, act }: Acting,
  { occurredOn, ...service }: NewService & { occurredOn: string },
): Promise<{ id: string; slug: string }> {
  const id = newId()
  const values = await valuesOf(tx, { service })
  for (const slug of await slugsFor(tx, service.texts)) {
    const added = await tx
      .insertInto('residents.services')
      .values({ id, slug, occurred_on: occurredOn, ...values })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning(['id', 'slug'])
      .executeTakeFirst()
    if (added === undefined) continue
    act.about(id)
    return added
  }
  throw fieldFailure('texts', 'taken')
}

/** Changes what is said of a service; it is given whole. */
export async function mendService(
  { tx, act }: Acting,
  { id, rev, ...service }: NewService & { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const { rows } = await sql<{ lastDay: string | null; promisedOn: string | null }>`
    select (select max(l.day) from residents.slots l where l.service = s.id and l.called_off_on is null) as "lastDay",
      case when exists (select from residents.bookings b where b.service = s.id and b.contact is not null) then s.purge_on end as "promisedOn"
    from residents.services s where s.id = ${id}::uuid for no key update of s`.execute(tx)
  const { lastDay, promisedOn } = rows[0] ?? {}
  const values = await valuesOf(tx, { service, lastDay: lastDay ?? undefined, promisedOn: promisedOn ?? undefined })
  const mended = await tx
    .updateTable('residents.services')
    .set((set) => ({ ...values, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await staleOf(tx, { table: 'residents.services', id, rev })
  act.about(id)
  return { id, rev: mended.rev }
}

/** Strikes a service that was entered wrongly. Where somebody is booked, she is told first: it is refused. */
export async function voidService(
  { tx, act }: Acting,
  { id, rev, reason, on }: { id: string; rev: number; reason: string; on: string },
): Promise<{ id: string; rev: number }> {
  const held = await tx
    .selectFrom('residents.bookings')
    .select('id')
    .where('service', '=', id)
    .where('state', '<>', 'cancelled')
    .limit(1)
    .executeTakeFirst()
  if (held !== undefined) throw new Failure('not_yet', { missing: [{ bookings: 'cancelled' }] })
  const struck = await tx
    .updateTable('residents.services')
    .set((set) => ({ voided_on: on, voided_reason: reason, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (struck === undefined) throw await staleOf(tx, { table: 'residents.services', id, rev })
  await withdrawService({ tx, act }, { id })
  return { id, rev: struck.rev }
}

export interface NewSlot {
  /** The service. */
  id: string
  day: string
  starts: string
  ends: string
  capacity: number
}

/** Adds a session to a service, at most 200. */
export async function addSlot({ tx, act }: Acting, slot: NewSlot): Promise<{ id: string; rev: number }> {
  const { id: service, day, starts, ends, capacity } = slot
  const of = await tx
    .selectFrom('residents.services')
    .select(['purge_on', 'voided_on'])
    .where('id', '=', service)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (of === undefined) throw new Failure('not_found')
  if (of.voided_on !== null) throw new Failure('stale')
  if (ends <= starts) throw fieldFailure('ends', 'wrong_order')
  if (of.purge_on !== null && day > of.purge_on) throw fieldFailure('day', 'wrong_order')
  const zone = (await getRegion(tx)).zone as Zone
  const id = newId()
  const { rows } = await sql<{ id: string }>`
    insert into residents.slots (id, service, day, starts, ends, starts_at, capacity)
    select ${id}::uuid, ${service}::uuid, ${day}, ${starts}, ${ends}, ${startOfDay(day, zone)}::timestamptz + ${starts}::interval, ${capacity}
    where (select count(*) from residents.slots where service = ${service}::uuid) < ${limits.slots}
    on conflict on constraint one_slot_at_a_time do nothing returning id`.execute(tx)
  if (rows[0] === undefined) throw fieldFailure('starts', 'taken')
  act.about(service)
  return { id, rev: 1 }
}

/** Changes how many fit into a session; never fewer than are booked. Who waits first and fits whole comes up. */
export async function mendSlot(
  { tx, act }: Acting,
  { id, rev, capacity }: { id: string; rev: number; capacity: number },
): Promise<{ id: string; rev: number; promoted: number }> {
  const mended = await tx
    .updateTable('residents.slots')
    .set((set) => ({ capacity, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['rev', 'service'])
    .executeTakeFirst()
    .catch((error: { constraint_name?: string }) => {
      throw error.constraint_name === 'never_overbooked' ? fieldFailure('capacity', 'too_short') : error
    })
  if (mended === undefined) throw await staleOf(tx, { table: 'residents.slots', id, rev })
  const { rows } = await sql<{ n: number }>`select residents.promote(${id}::uuid) as n`.execute(tx)
  act.about(mended.service)
  return { id, rev: mended.rev, promoted: rows[0]?.n ?? 0 }
}

/**
 * Calls a session off: everybody in it is out, nobody can book it, and its row says why. Its line on the public page
 * follows in the same act. Refused once somebody is in.
 */
export async function callOffSlot(
  { tx, act }: Acting,
  { id, rev, reason, on }: { id: string; rev: number; reason: string; on: string },
): Promise<{ id: string; bookings: number }> {
  const { rows } = await sql<{
    n: number
  }>`select residents.call_off(${id}::uuid, ${rev}, ${on}, ${reason}) as n`.execute(tx)
  const n = rows[0]?.n ?? -2
  if (n === -2) throw await staleOf(tx, { table: 'residents.slots', id, rev })
  if (n === -1) throw new Failure('not_yet', { missing: [{ arrival: 'none' }] })
  const { service } = await tx.selectFrom('residents.slots').select('service').where('id', '=', id).executeTakeFirstOrThrow() // prettier-ignore
  await publishCalledOff(tx, { service, slot: id, calledOff: { on, reason } })
  act.about(service)
  return { id, bookings: n }
}

/** Takes a session out in which nobody ever booked. */
export async function dropSlot({ tx, act }: Acting, { id, rev }: { id: string; rev: number }): Promise<{ id: string }> {
  const slot = await tx
    .selectFrom('residents.slots')
    .select(['rev', 'service'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (slot === undefined) throw new Failure('not_found')
  if (slot.rev !== rev) throw await staleOf(tx, { table: 'residents.slots', id, rev })
  const booked = await tx.selectFrom('residents.bookings').select('id').where('slot', '=', id).limit(1).executeTakeFirst() // prettier-ignore
  if (booked !== undefined) throw new Failure('not_yet', { missing: [{ bookings: 'none' }] })
  await tx.deleteFrom('residents.slots').where('id', '=', id).execute()
  act.about(slot.service)
  return { id }
}

async function staleOf(
  tx: Tx,
  { table, id, rev }: { table: 'residents.services' | 'residents.slots'; id: string; rev: number },
): Promise<Failure> {
  const there = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (there === undefined) return new Failure('not_found')
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

interface Bounds {
  service: NewService
  lastDay?: string | undefined
  promisedOn?: string | undefined
}

async function valuesOf(tx: Tx, { service, ...bounds }: Bounds) {
  const { texts, place, spoken = [], minimum, householdMost = 8, groupMost, opensOn, closesOn, purgeOn, unit } = service
  const fault = daysFault({ opensOn, closesOn, purgeOn, ...bounds })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  if (unit !== undefined) await getUnit(tx, unit)
  const relations = [...new Set(service.relations ?? [])]
  if (relations.length > 0 && (await listNames(tx, relations)).length < relations.length) throw new Failure('not_found')
  const zone = (await getRegion(tx)).zone as Zone
  return {
    texts: texts as never,
    place: place ?? null,
    spoken: [...spoken],
    minimum: minimum ?? null,
    household_most: householdMost,
    group_most: groupMost ?? null,
    opens_at: opensOn === undefined ? null : startOfDay(opensOn, zone),
    closes_at: closesOn === undefined ? null : startOfDay(addDays(closesOn, 1), zone),
    purge_on: purgeOn ?? null,
    unit: unit ?? null,
    relations,
  }
}

/** Public addresses in the order they are tried: the title in the region, then with something of its own. */
async function slugsFor(tx: Tx, texts: ServiceTexts): Promise<string[]> {
  const { slug: region } = await getRegion(tx)
  const words = foldForSearch(textIn('id', texts).title).replace(/[^a-z0-9]+/g, '-')
  const base = words.replace(/^-/, '').slice(0, 60).replace(/-$/, '') || 'layanan'
  return [`${base}-${region}`, `${base}-${region}-2`, `${base}-${newId().slice(-12)}`]
}

export { answerQuestion, forwardQuestion, receiveQuestion, setContact } from './asking.ts'
export { addWalkIn, book, cancelBooking, checkIn } from './booking.ts'
export { publishService, refuseGhosts, withdrawService } from './publication.ts'
export { receiptOf } from './receipts.ts'
