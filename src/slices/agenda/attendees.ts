import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import { Failure, fieldFailure, type FieldFault } from '../../shared/failure.ts'
import { addParticipant, type NewParticipant } from './commands.ts'
import { attendeeKey, findAlike, isFromDoor, mergeOrder, together, type Attendee } from './attendees-model.ts'
import { listAttendees } from './door-read.ts'
import { lockActivity, lockActivityOf, whyUntouched } from './locks.ts'

type Acting = Pick<Call, 'tx' | 'act'>

/** By hand at most so many; those who sign at the door have a limit of their own. */
const mostByHand = 300

export interface AttendeeRow {
  side: NewParticipant['side']
  name?: string | undefined
  organisation?: string | undefined
  role?: string | undefined
  headcount?: number | undefined
  twice?: boolean | undefined
  into?: string | undefined
}

interface Several {
  id: string
  rows: readonly AttendeeRow[]
  invited?: boolean | undefined
  present?: boolean | undefined
}

/** Notes several at once. A line that means somebody who stands there, or stands above it, is asked before it is doubled. */
export async function addParticipants({ tx, act }: Acting, { id, rows, invited = false, present = true }: Several) {
  await lockActivity(tx, id)
  if (!invited && !present) throw fieldFailure('invited', 'required')
  const known = await listAttendees(tx, id)
  const seen = known.map(({ id: row, attendee }) => ({ id: row, attendee }))
  const faults = rows.flatMap((row, at): { path: string; fault: FieldFault }[] => {
    const line = attendeeIn(row)
    if (line.name === '' && line.organisation === '') return [{ path: `rows.${at}`, fault: 'required' }]
    if (row.into !== undefined) {
      return known.some((one) => one.id === row.into) ? [] : [{ path: `rows.${at}.into`, fault: 'not_listed' }]
    }
    const isDouble = row.twice !== true && findAlike(seen, line) !== undefined
    seen.push({ id: '', attendee: line })
    return isDouble ? [{ path: `rows.${at}`, fault: 'doubtful' }] : []
  })
  if (faults.length > 0) throw new Failure('invalid', { fields: faults })
  const added = rows.filter(({ into }) => into === undefined)
  if (known.filter((row) => !isFromDoor(row)).length + added.length > mostByHand) throw new Failure('too_large')
  for (const { side, name, organisation, role, headcount } of added) {
    const who = { personName: name, organisation, role, headcount }
    await addParticipant({ tx }, { activity: id, side, ...who, invited, present })
  }
  const merged = rows.filter(({ into }) => into !== undefined)
  for (const row of merged) {
    const one = known.find((found) => found.id === row.into)
    if (one !== undefined) await fill({ tx }, { ...one, from: attendeeIn(row), invited, present })
  }
  act.about(id)
  return { id, added: added.length, merged: merged.length }
}

const attendeeIn = ({ name = '', organisation = '', role = '' }: AttendeeRow): Attendee => ({
  name,
  organisation,
  role,
})

interface Filled {
  id: string
  attendee: Attendee
  isTyped: boolean
  from: Attendee
  invited: boolean
  present: boolean
  /** What the line that goes says beside its names. */
  gone?: Gone
}

interface Gone {
  side: string
  headcount: number | null
  leads: boolean
  rank: string | null
  position: number | null
}

/** Puts into a line what it did not say itself. A person from a list keeps her name. */
async function fill({ tx }: Pick<Call, 'tx'>, { id, attendee, isTyped, from, invited, present, gone }: Filled) {
  const whole = together(attendee, from)
  const row = await tx
    .updateTable('agenda.participants')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(isTyped && whole.name !== attendee.name && { person_name: whole.name }),
      ...(whole.organisation !== attendee.organisation && { organisation: whole.organisation }),
      ...(whole.role !== attendee.role && { role: whole.role }),
      ...(invited && { invited }),
      ...(present && { present }),
      ...(gone !== undefined && {
        headcount: set.fn.coalesce('headcount', set.val(gone.headcount)),
        rank: set.fn.coalesce('rank', set.val(gone.rank)),
        position: set.fn.coalesce('position', set.val(gone.position)),
        leads: sql<boolean>`leads or ${gone.leads}`,
        side: sql<string>`case when side = 'other' then ${gone.side} else side end`,
      }),
    }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  return { id, rev: row.rev }
}

interface Mark {
  id: string
  rev: number
  invited?: boolean | undefined
  present?: boolean | undefined
}

/** Says whether somebody was expected and whether she came. Refused as `stale` when somebody was faster. */
export async function markAttendance({ tx, act }: Acting, { id, rev, invited, present }: Mark) {
  act.about(await lockActivityOf(tx, { table: 'agenda.participants', id }))
  const was = await tx
    .selectFrom('agenda.participants')
    .select(['invited', 'present'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const now = { invited: invited ?? was.invited, present: present ?? was.present }
  // Neither expected nor there: that line is taken off, not marked.
  if (!now.invited && !now.present) throw fieldFailure('present', 'wrong')
  const marked = await tx
    .updateTable('agenda.participants')
    .set((set) => ({ rev: set('rev', '+', 1), ...now }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (marked === undefined) throw await whyUntouched(tx, { table: 'agenda.participants', id, rev })
  return { id, rev: marked.rev }
}

/**
 * Makes one line of two that mean the same: whoever is listed stays, else the first, and takes over what it does not say
 * itself. Refused as `stale` when either was changed meanwhile.
 */
export async function mergeParticipants(
  { tx, act }: Acting,
  { id, rev, other, otherRev }: { id: string; rev: number; other: string; otherRev: number },
) {
  const activity = await lockActivityOf(tx, { table: 'agenda.participants', id })
  const rows = await listAttendees(tx, activity)
  const [one, two] = [rows.find((row) => row.id === id), rows.find((row) => row.id === other)]
  if (one === undefined || two === undefined || one === two) throw new Failure('not_found')
  if (one.rev !== rev) throw await whyUntouched(tx, { table: 'agenda.participants', id, rev })
  if (two.rev !== otherRev) throw await whyUntouched(tx, { table: 'agenda.participants', id: other, rev: otherRev })
  // A person from a list is somebody; two of them are two.
  if (!one.isTyped && !two.isTyped && attendeeKey(one.attendee) !== attendeeKey(two.attendee)) {
    throw fieldFailure('other', 'wrong')
  }
  const [stays, goes] = mergeOrder(one, two)
  const gone = await tx
    .deleteFrom('agenda.participants')
    .where('id', '=', goes.id)
    .returning(['side', 'headcount', 'leads', 'rank', 'position'])
    .executeTakeFirstOrThrow()
  act.about(activity)
  const { invited, present } = goes
  return await fill({ tx }, { ...stays, from: goes.attendee, invited, present, gone })
}
