import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { mostAtDoor, type Attendee } from './attendees-model.ts'

/** Lines that the office wrote; the others were first written at the door (`isFromDoor`). */
export const byHand = sql<boolean>`(door is null or invited)`

export interface AttendeeLine {
  id: string
  attendee: Attendee
  /** Neither an official nor a person of a partner: what stands there was typed. */
  isTyped: boolean
  /** The official or person of a partner it is. */
  listed: string | null
  invited: boolean
  present: boolean
  byDoor: boolean
  rev: number
}

/** Everybody who stands under an activity, as names are compared (at most 1,000). */
export async function listAttendees(tx: Tx, activity: string): Promise<AttendeeLine[]> {
  const { rows } = await sql<AttendeeLine & Attendee>`
    select t.id, coalesce(o.name, trim(h.given_name || ' ' || h.family_name), t.person_name, '') as name,
      coalesce(t.organisation, '') as organisation, coalesce(t.role, '') as role,
      t.official is null and t.person is null as "isTyped", coalesce(t.official, t.person) as listed, t.invited, t.present, t.door is not null as "byDoor", t.rev
    from agenda.participants t
    left join reference.officials o on o.tenant = t.tenant and o.id = t.official
    left join partners.people h on h.tenant = t.tenant and h.id = t.person
    where t.activity = ${activity}::uuid order by t.id limit 1000`.execute(tx)
  return rows.map(({ name, organisation, role, ...row }) => ({ ...row, attendee: { name, organisation, role } }))
}

/** Who signed at the door, the newest first (at most 500), and the door that is open. */
export async function readDoor(tx: Tx, activity: string) {
  const doors = await sql<{ id: string; language: Language; until: string }>`
    select id, language, expires_at as until from links.links
    where subject = ${activity}::uuid and purpose = 'attend' and revoked_at is null and expires_at > transaction_timestamp()
    order by id desc limit 1`.execute(tx)
  const { rows } = await sql<Signed & { total: number }>`
    select id, coalesce(person_name, '') as name, organisation, role, signed_at as "signedAt", rev, count(*) over ()::int as total
    from agenda.participants where activity = ${activity}::uuid and door is not null
    order by signed_at desc, id desc limit ${mostAtDoor}`.execute(tx)
  return {
    door: doors.rows[0],
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, name, organisation, role, signedAt, rev }) => ({
      id,
      name,
      signedAt,
      rev,
      organisation: organisation ?? undefined,
      role: role ?? undefined,
    })),
  }
}

interface Signed {
  id: string
  name: string
  organisation: string | null
  role: string | null
  signedAt: string
  rev: number
}

/** What stands on the page at the door: the activity, and nothing of who is there. */
export async function findDoorActivity(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('agenda.activities')
    .select(['id', 'about', 'place', 'occurred_on', 'ended_on', 'weekday', 'starts_at', 'voided_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row
}

/** A line that somebody put down at this door herself, by the act that wrote it. */
export async function findOwnLine(
  tx: Tx,
  { link, id }: { link: string; id: string },
): Promise<(Attendee & { id: string }) | undefined> {
  const row = await tx
    .selectFrom('agenda.participants')
    .select(['id', 'person_name', 'organisation', 'role'])
    .where('id', '=', id)
    .where('door', '=', link)
    .executeTakeFirst()
  return row && { id: row.id, name: row.person_name ?? '', organisation: row.organisation ?? '', role: row.role ?? '' }
}
