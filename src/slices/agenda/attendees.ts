import type { Call } from '../../platform/call.ts'
import { Failure, fieldFailure, type FieldFault } from '../../shared/failure.ts'
import { addParticipant, type NewParticipant } from './commands.ts'
import { attendeeKey, findAlike, together, type Attendee } from './attendees-model.ts'
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
  if (known.filter(({ byDoor }) => !byDoor).length + added.length > mostByHand) throw new Failure('too_large')
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
}

/** Puts into a line what it did not say itself. A person from a list keeps her name. */
async function fill({ tx }: Pick<Call, 'tx'>, { id, attendee, isTyped, from, invited, present }: Filled) {
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

/** Makes one line of two that mean the same; the first keeps what it says, and takes over the rest. */
export async function mergeParticipants(
  { tx, act }: Acting,
  { id, rev, other }: { id: string; rev: number; other: string },
) {
  const activity = await lockActivityOf(tx, { table: 'agenda.participants', id })
  const rows = await listAttendees(tx, activity)
  const [into, from] = [rows.find((row) => row.id === id), rows.find((row) => row.id === other)]
  if (into === undefined || from === undefined || into === from) throw new Failure('not_found')
  if (into.rev !== rev) throw await whyUntouched(tx, { table: 'agenda.participants', id, rev })
  // A person from a list is somebody; two of them are two.
  if (!from.isTyped && !into.isTyped && attendeeKey(into.attendee) !== attendeeKey(from.attendee)) {
    throw fieldFailure('other', 'wrong')
  }
  await tx.deleteFrom('agenda.participants').where('id', '=', other).execute()
  act.about(activity)
  return await fill({ tx }, { ...into, from: from.attendee, invited: from.invited, present: from.present })
}
