import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import * as follows from '../followup/commands.ts'
import type { FollowUp, NextStep, TaskChange } from '../followup/model.ts'
import { findTask, listTasks } from '../followup/queries.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { getRelation } from '../relations/queries.ts'
import { findCommitmentActivity } from './commitments-read.ts'
import { lockActivity } from './locks.ts'
import { findNextPlanned, findPointActivity, listMeetings, listPointsOf } from './points-read.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/** So many things may be open under one activity itself. */
const mostOpen = 50

interface NewTask extends Omit<NextStep, 'reason'> {
  id: string
  point?: string | undefined
}

/**
 * Says who answers a point, or what follows from an activity as a whole. The activity is locked, so of two officers who
 * give the same point to somebody the second is told who was faster.
 */
export async function addTask(
  { tx, act, on }: Acting,
  { id, point, ...step }: NewTask,
): Promise<{ id: string; rev: number }> {
  await lockActivity(tx, id)
  const subject = point ?? id
  // Asked for in any case: a point of another activity is refused, whatever is to be done.
  const words = point === undefined ? undefined : await wordsOf(tx, { activity: id, point })
  const what = step.what ?? words
  act.about(id)
  if (point !== undefined) return await follows.addOnlyTask({ tx, on }, { subject, step: { ...step, what } })
  const tasks = await listTasks(tx, { subjects: [subject], on: '9999-12-31' })
  if (tasks.filter(({ endedOn }) => endedOn === undefined).length >= mostOpen) throw new Failure('too_large')
  return await follows.addTask({ tx, on }, { subject, step: { ...step, what } })
}

async function wordsOf(tx: Tx, { activity, point }: { activity: string; point: string }): Promise<string> {
  const row = await tx
    .selectFrom('agenda.topics')
    .select('words')
    .where('id', '=', point)
    .where('activity', '=', activity)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.words
}

/** Hands a task over, or moves its day. Refused as `stale` once it ended or somebody else changed it. */
export async function changeTask(
  { tx, act, on }: Acting,
  { id, rev, sure, ...change }: TaskChange & { id: string; rev: number; sure?: readonly string[] | undefined },
): Promise<{ id: string; rev: number }> {
  const { task, activity } = await lockTask(tx, { id, rev })
  act.about(activity)
  return await follows.changeTask({ tx, on }, { task, change, sure })
}

/** Ends a task: done with what came of it, or dropped. */
export async function endTask(
  { tx, act, on }: Acting,
  { id, rev, outcome, note }: { id: string; rev: number; outcome: 'done' | 'dropped'; note?: string | undefined },
): Promise<{ id: string }> {
  const { task, activity } = await lockTask(tx, { id, rev })
  act.about(activity)
  await follows.finishFollowUp({ tx, on }, { step: task, outcome, note })
  return { id }
}

/** A task of an activity, of a point or of a commitment, with the activity locked. A relation's own next step is not among them. */
async function lockTask(
  tx: Tx,
  { id, rev }: { id: string; rev: number },
): Promise<{ task: FollowUp; activity: string }> {
  const seen = await findTask(tx, id)
  if (seen === undefined) throw new Failure('not_found')
  const whose = (await findPointActivity(tx, seen.subject)) ?? (await findCommitmentActivity(tx, seen.subject))
  const activity = (await lockActivity(tx, whose ?? seen.subject)).id
  const task = await findTask(tx, id)
  if (task === undefined) throw new Failure('not_found')
  if (task.rev !== rev || task.endedOn !== undefined) throw await whyStale(tx, { id, rev })
  return { task, activity }
}

async function whyStale(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

/** The points discussed with a partner up to a day, what follows from each and from its meetings, and what is planned. */
export async function listPoints(tx: Tx, { relation, on }: { relation: string; on: string }) {
  await getRelation(tx, { id: relation, on })
  const points = await listPointsOf(tx, { relation, on })
  const meetings = await listMeetings(tx, { relation, on })
  const ofPoints = await listTasks(tx, { subjects: points.map(({ id }) => id), on }) // prettier-ignore
  const ofMeetings = await listTasks(tx, { subjects: meetings.map(({ id }) => id), on }) // prettier-ignore
  const next = await findNextPlanned(tx, { relation, on })
  return {
    rows: points.map((point) => {
      const task = ofPoints.find(({ subject }) => subject === point.id)
      return { ...point, ...(task !== undefined && { task }) }
    }),
    tasks: ofMeetings.flatMap((task) => {
      const activity = meetings.find(({ id }) => id === task.subject)
      return activity === undefined ? [] : [{ ...task, activity }]
    }),
    ...(next !== undefined && { next }),
  }
}
