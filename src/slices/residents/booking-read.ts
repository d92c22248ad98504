import { sql } from 'kysely'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText, Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { getRegion } from '../reference/queries.ts'
import { limits, type BookingState } from './model.ts'

export interface BookingRow {
  id: string
  slot: string
  receipt: string
  seq: number
  state: BookingState
  origin: 'form' | 'walk_in'
  party: number
  body: string | null
  name: string | null
  contact: string | null
  language: Language
  bookedAt: string
  promotedAt: string | null
  cameAt: string | null
  door: string | null
  otherAt: string | null
  otherDoor: string | null
  purged: boolean
  rev: number
}

const columns = sql`b.id, b.slot, b.receipt, b.seq, b.state, b.origin, b.party, b.body, b.name, b.contact, b.language,
  b.booked_at as "bookedAt", b.promoted_at as "promotedAt", a.came_at as "cameAt", a.door, a.other_at as "otherAt",
  a.other_door as "otherDoor", b.purged_at is not null as purged, b.rev
  from residents.bookings b left join residents.arrivals a on a.tenant = b.tenant and a.booking = b.id`

interface Sought {
  slot: string
  state?: BookingState | undefined
  q?: string | undefined
  after?: number | undefined
  limit: number
}

/** The bookings of a session in the order they came. Keyset: `after` is the place of the last row seen. */
export async function listBookings(tx: Tx, { slot, state, q = '', after = 0, limit }: Sought) {
  const searched = sql`platform.fold(concat_ws(' ', b.receipt, b.name, b.body, b.contact))`
  const sought = soughtWords(q).map((word) => holdsWord(searched, word))
  const { rows } = await sql<BookingRow>`
    select ${columns} where b.slot = ${slot}::uuid and b.seq > ${after} and (${state ?? null}::text is null or b.state = ${state ?? null})
      and ${sql.join([sql`true`, ...sought], sql` and `)}
    order by b.seq limit ${limit + 1}`.execute(tx)
  const next = rows.length > limit ? rows[limit - 1]?.seq : undefined
  return { rows: rows.slice(0, limit), ...(next !== undefined && { next }) }
}

/** All bookings of a service, session by session in the order they came, for its file (at most 5,001). */
export async function listOfService(tx: Tx, service: string) {
  const { rows } = await sql<BookingRow & { day: string; starts: string; ends: string }>`
    select l.day, l.starts, l.ends, ${columns} join residents.slots l on l.tenant = b.tenant and l.id = b.slot
    where b.service = ${service}::uuid order by l.day, l.starts, b.seq limit 5001`.execute(tx)
  return rows
}

/** A booking by its id with its session, for its receipt and its mails. */
export async function findBooking(tx: Tx, id: string) {
  const { rows } = await sql<
    BookingRow & { day: string; starts: string; ends: string; startsAt: string; calledOff: string | null; service: string; slug: string; place: string | null; published: boolean; ahead: number; taken: number; begun: boolean } // prettier-ignore
  >`select l.day, l.starts, l.ends, l.starts_at as "startsAt", l.called_off_reason as "calledOff", b.service, s.slug, s.place,
      exists (select from residents.published p where p.tenant = s.tenant and p.id = s.id) as published, clock.at() >= l.starts_at as begun,
      (select count(*)::int from residents.bookings w where w.tenant = b.tenant and w.slot = b.slot and w.state = 'waiting' and w.seq < b.seq) as ahead,
      (select coalesce(sum(w.party), 0)::int from residents.bookings w where w.tenant = b.tenant and w.slot = b.slot and w.state = 'booked') as taken,
      ${columns} join residents.slots l on l.tenant = b.tenant and l.id = b.slot
      join residents.services s on s.tenant = b.tenant and s.id = b.service
    where b.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** What a door needs of one day without a line, at most 2,000 receipts; without names. */
export async function readDoor(tx: Tx, { slug, day, on }: { slug: string; day?: DateText | undefined; on: DateText }) {
  const service = await tx.selectFrom('residents.services').select('id').where('slug', '=', slug).executeTakeFirst()
  if (service === undefined) throw new Failure('not_found')
  const all = await sql<{ id: string; day: string; starts: string; ends: string; capacity: number; taken: number }>`
    select l.id, l.day, l.starts, l.ends, l.capacity, coalesce(sum(b.party), 0)::int as taken from residents.slots l
    left join residents.bookings b on b.tenant = l.tenant and b.slot = l.id and b.state = 'booked'
    where l.service = ${service.id}::uuid and l.called_off_on is null group by l.tenant, l.id order by l.day, l.starts limit ${limits.slots}`.execute(
    tx,
  )
  const days = [...new Set(all.rows.map((slot) => slot.day))]
  const chosen = day ?? days.find((one) => one >= on) ?? days.at(-1) ?? on
  const slots = all.rows.filter((slot) => slot.day === chosen)
  const { rows } = await sql<{
    id: string
    slot: string
    receipt: string
    party: number
    state: 'booked' | 'waiting'
    cameAt: string | null
    door: string | null
  }>`
    select b.id, b.slot, b.receipt, b.party, b.state, a.came_at as "cameAt", a.door
    from residents.bookings b left join residents.arrivals a on a.tenant = b.tenant and a.booking = b.id
    where b.slot = any(${slots.map(({ id }) => id)}::uuid[]) and b.state <> 'cancelled' order by b.slot, b.seq limit ${limits.listed}`.execute(
    tx,
  )
  return {
    id: service.id,
    zone: (await getRegion(tx)).zone as Zone,
    day: chosen,
    days,
    slots: slots.map(({ id, starts, ends, capacity, taken }) => ({ id, starts, ends, capacity, taken })),
    rows,
  }
}
