import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { today } from '../../platform/clock.ts'
import { endOfDay, type Zone } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { makeLink, moveLinksOf, revokeLinksOf } from '../links/commands.ts'
import { getRegion } from '../reference/queries.ts'
import { attendeeKey, findAlike, lastDoorDay, mostAtDoor, together, type Attendee } from './attendees-model.ts'
import { listAttendees } from './door-read.ts'
import { lockActivity } from './locks.ts'

/** Opens the door of an activity: a link until the end of the day after it. The door before it is closed. */
export async function openDoor(
  { tx, act, who }: Pick<Call, 'tx' | 'act' | 'who'>,
  { id, hash, language }: { id: string; hash: string; language: Language },
): Promise<{ id: string; until: string }> {
  const { occurred_on, ended_on } = await lockActivity(tx, id)
  const zone = (await getRegion(tx)).zone as Zone
  const last = lastDoorDay({ occurredOn: occurred_on, endedOn: ended_on ?? undefined })
  // By real time, like every link: who stands at the door stands there today.
  if (last < today(zone)) throw fieldFailure('id', 'wrong_order')
  await revokeLinksOf(tx, { subjects: [id], purpose: 'attend' })
  const until = endOfDay(last, zone)
  const made = await makeLink({ tx }, { purpose: 'attend', subject: id, party: 'QR', language, hash, until, by: who.account }) // prettier-ignore
  act.about(id)
  return { id: made.id, until }
}

/** The door that is open moves with its activity: it closes at the end of the day after it, wherever that is now. */
export async function moveDoor(
  tx: Tx,
  { activity, ...when }: { activity: string } & Parameters<typeof lastDoorDay>[0],
): Promise<void> {
  const until = endOfDay(lastDoorDay(when), (await getRegion(tx)).zone as Zone)
  await moveLinksOf(tx, { subject: activity, purpose: 'attend', until })
}

interface Signing extends Attendee {
  /** The link, and the activity whose door it is. */
  link: string
  activity: string
}

/**
 * Puts somebody's own name down, once: the same name of the same body stands there already, or comes to stand now; who
 * was expected is marked as present. Answers whether the line is new, for then its act is the key to mend it.
 */
export async function signAtDoor({ tx, act }: { tx: Tx; act: Act }, { link, activity, ...who }: Signing) {
  await lockOpen(tx, activity)
  act.about(activity)
  const rows = await listAttendees(tx, activity)
  const same = rows.find(({ attendee }) => attendeeKey(attendee) === attendeeKey(who))
  if (same?.present === true) return { id: same.id, isNew: false }
  const expected = same ?? findAlike(rows.filter((row) => !row.present), who) // prettier-ignore
  if (expected !== undefined) {
    const { attendee } = expected
    const whole = together(attendee, who)
    await tx
      .updateTable('agenda.participants')
      .set((set) => ({
        rev: set('rev', '+', 1),
        present: true,
        door: link,
        signed_at: sql<string>`clock_timestamp()`,
        ...(whole.organisation !== attendee.organisation && { organisation: whole.organisation }),
        ...(whole.role !== attendee.role && { role: whole.role }),
      }))
      .where('id', '=', expected.id)
      .execute()
    return { id: expected.id, isNew: false }
  }
  // The activity is locked, so that nobody is counted twice: the last place is given once.
  const { numAffectedRows } = await sql`
    insert into agenda.participants (id, activity, side, person_name, organisation, role, door, signed_at)
    select ${act.id}::uuid, ${activity}::uuid, 'other', ${who.name}::text, nullif(${who.organisation}::text, ''),
      nullif(${who.role}::text, ''), ${link}::uuid, clock_timestamp()
    where (select count(*) from agenda.participants where activity = ${activity}::uuid and door is not null) < ${mostAtDoor}`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) throw new Failure('too_large')
  return { id: act.id, isNew: true }
}

/** Mends the line that somebody wrote at this door herself; not found once the officer struck it. */
export async function mendAtDoor(
  { tx, act }: { tx: Tx; act: Act },
  { link, activity, line, name, organisation, role }: Signing & { line: string },
): Promise<{ id: string }> {
  await lockOpen(tx, activity)
  act.about(activity)
  const { numUpdatedRows } = await tx
    .updateTable('agenda.participants')
    .set((set) => ({
      rev: set('rev', '+', 1),
      person_name: name,
      organisation: organisation || null,
      role: role || null,
    }))
    .where('id', '=', line)
    .where('door', '=', link)
    .where('activity', '=', activity)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Failure('not_found')
  return { id: line }
}

/** What was voided or called off has no door any more. */
async function lockOpen(tx: Tx, activity: string): Promise<void> {
  const row = await tx
    .selectFrom('agenda.activities')
    .select('voided_on')
    .where('id', '=', activity)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined || row.voided_on !== null) throw new Failure('not_found')
}
