import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getUnit } from '../reference/queries.ts'
import { nextStepFault, type FollowUp, type NextStep, type Outcome } from './model.ts'
import { findNextStep } from './queries.ts'

/**
 * Says what follows from a record, from the day of the call on; the next step before it ends as replaced. Whoever
 * calls has checked and locked the record. `at` is the path of the step in the caller's input.
 */
export async function setNextStep(
  { tx, on }: { tx: Tx; on: string },
  { subject, step, at = '' }: { subject: string; step: NextStep; at?: string },
): Promise<FollowUp> {
  const fault = nextStepFault(step, on)
  if (fault !== undefined) throw fieldFailure(at + fault.path, fault.fault)
  if (step.unit !== undefined) await getUnit(tx, step.unit)
  const before = await findNextStep(tx, subject)
  if (before !== undefined) await finishNextStep({ tx, on }, { step: before, outcome: 'replaced' })
  await tx
    .insertInto('followup.follow_ups')
    .values({
      id: newId(),
      subject,
      leads: true,
      what: step.what ?? null,
      reason: step.reason ?? null,
      unit: step.unit ?? null,
      owner: step.owner ?? null,
      due_on: step.dueOn ?? null,
      from_on: on,
    })
    .execute()
  const set = await findNextStep(tx, subject)
  if (set === undefined) throw new Failure('not_found')
  return set
}

/** Ends a next step: done, dropped, or replaced by another. It never ends before it began. */
export async function finishNextStep(
  { tx, on }: { tx: Tx; on: string },
  { step, outcome }: { step: Pick<FollowUp, 'id' | 'fromOn'>; outcome: Outcome },
): Promise<void> {
  await tx
    .updateTable('followup.follow_ups')
    .set((set) => ({ ended_on: on < step.fromOn ? step.fromOn : on, outcome, rev: set('rev', '+', 1) }))
    .where('id', '=', step.id)
    .execute()
}
