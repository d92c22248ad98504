import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getUnit } from '../reference/queries.ts'
import { nextStepFault, type FollowUp, type NextStep, type Outcome, type TaskChange } from './model.ts'
import { findNextStep } from './queries.ts'

type Acting = { tx: Tx; on: string }
interface Setting<Of> {
  subject: string
  step: Of
  /** The path of the step in the caller's input. */
  at?: string
}

/**
 * Says what follows from a record, from the day of the call on; the next step before it ends as replaced. Whoever
 * calls has checked and locked the record.
 */
export async function setNextStep(
  { tx, on }: Acting,
  { subject, step, at = '' }: Setting<NextStep>,
): Promise<FollowUp> {
  await refuseFaults({ tx, on }, { step, at })
  const before = await findNextStep(tx, subject)
  if (before !== undefined) await finishFollowUp({ tx, on }, { step: before, outcome: 'replaced' })
  await insert(tx, { subject, leads: true, step, from: on })
  const set = await findNextStep(tx, subject)
  if (set === undefined) throw new Failure('not_found')
  return set
}

/** Something to do that is not the record's next step: it stands beside it. The record is checked and locked. */
export async function addTask(
  { tx, on }: Acting,
  { subject, step, at = '' }: Setting<Omit<NextStep, 'reason'>>,
): Promise<{ id: string; rev: number }> {
  await refuseFaults({ tx, on }, { step, at })
  return { id: await insert(tx, { subject, leads: false, step, from: on }), rev: 1 }
}

/**
 * Hands a task over, or changes its day or words: the row as it was ends as replaced and another takes its place, so
 * that an earlier day still shows who had it then.
 */
export async function changeTask(
  { tx, on }: Acting,
  { task, change, sure }: { task: FollowUp; change: TaskChange; sure?: readonly string[] | undefined },
): Promise<{ id: string; rev: number }> {
  const { what, unit, owner, dueOn } = change
  const kept = <Value>(value: Value | null | undefined, was: Value | undefined) =>
    value === undefined ? was : (value ?? undefined)
  const step = {
    what: what ?? task.what,
    unit: kept(unit, task.unit?.id),
    owner: kept(owner, task.owner),
    dueOn: kept(dueOn, task.dueOn),
    origin: task.origin,
  }
  // A date that stays was asked when it was set.
  await refuseFaults({ tx, on }, { step: { ...step, sure: dueOn === undefined ? ['dueOn'] : sure }, at: '' })
  await finishFollowUp({ tx, on }, { step: task, outcome: 'replaced' })
  const from = on < task.fromOn ? task.fromOn : on
  return { id: await insert(tx, { subject: task.subject, leads: false, step, from }), rev: 1 }
}

/** Ends a follow-up: done (with what came of it), dropped, or replaced by another. It never ends before it began. */
export async function finishFollowUp(
  { tx, on }: Acting,
  { step, outcome, note }: { step: Pick<FollowUp, 'id' | 'fromOn'>; outcome: Outcome; note?: string | undefined },
): Promise<void> {
  await tx
    .updateTable('followup.follow_ups')
    .set((set) => ({
      ended_on: on < step.fromOn ? step.fromOn : on,
      outcome,
      note: note || null,
      rev: set('rev', '+', 1),
    }))
    .where('id', '=', step.id)
    .execute()
}

/** What a record was to be followed by is dropped with it: it is taken off as a mistake. */
export async function dropOpen({ tx, on }: Acting, { subject }: { subject: string }): Promise<void> {
  await tx
    .updateTable('followup.follow_ups')
    .set((set) => ({
      ended_on: set.fn('greatest', ['from_on', set.val(on)]),
      outcome: 'dropped',
      rev: set('rev', '+', 1),
    }))
    .where('subject', '=', subject)
    .where('ended_on', 'is', null)
    .execute()
}

async function refuseFaults({ tx, on }: Acting, { step, at }: { step: NextStep; at: string }): Promise<void> {
  const fault = nextStepFault(step, on)
  if (fault !== undefined) throw fieldFailure(at + fault.path, fault.fault)
  if (step.unit !== undefined) await getUnit(tx, step.unit)
}

async function insert(
  tx: Tx,
  { subject, leads, step, from }: { subject: string; leads: boolean; step: NextStep; from: string },
): Promise<string> {
  const id = newId()
  const { what, reason, unit, owner, dueOn, origin } = step
  await tx
    .insertInto('followup.follow_ups')
    .values({
      id,
      subject,
      leads,
      what: what ?? null,
      reason: reason ?? null,
      unit: unit ?? null,
      owner: owner ?? null,
      due_on: dueOn ?? null,
      origin: origin ?? null,
      from_on: from,
    })
    .execute()
  return id
}
