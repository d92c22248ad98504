import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { finishFollowUp, setNextStep as setStep } from '../followup/commands.ts'
import { nextStepOn, unsetSince, type FollowUp, type NextStep } from '../followup/model.ts'
import { findNextStep, listFollowUps } from '../followup/queries.ts'
import { findLastWriter, listChangesSince } from '../ledger/queries.ts'
import { lockRelation } from './locks.ts'
import { getRelation } from './queries.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/** The next step of a relation on a day, since when none is set, and what followed before (at most 200). */
export async function readNextStep(tx: Tx, { id, on }: { id: string; on: string }) {
  const { beganOn } = await getRelation(tx, { id, on })
  const all = await listFollowUps(tx, [id])
  const rows = all.filter(({ fromOn }) => fromOn <= on)
  const step = nextStepOn(rows, on)
  return { rows, ...(step === undefined ? { unsetSince: unsetSince(rows, { on, beganOn: beganOn ?? on }) } : { step }) }
}

/**
 * Says what follows for a relation, or why nothing does. `instead` is the step that was on screen, null for none; when
 * another stands meanwhile it is refused as `stale`.
 */
export async function setNextStep(
  { tx, act, on }: Acting,
  { id, instead, ...step }: NextStep & { id: string; instead?: string | null | undefined },
): Promise<FollowUp> {
  await lockRelation(tx, id)
  const before = await findNextStep(tx, id)
  if (instead !== undefined && instead !== (before?.id ?? null))
    throw await whyStale(tx, { seen: instead, now: before })
  const set = await setStep({ tx, on }, { subject: id, step })
  act.about(id)
  return set
}

/** Ends the next step of a relation as done or dropped; nothing follows then until somebody says so. */
export async function endNextStep(
  { tx, act, on }: Acting,
  { id, step, rev, outcome }: { id: string; step: string; rev: number; outcome: 'done' | 'dropped' },
): Promise<{ id: string }> {
  await lockRelation(tx, id)
  const seen = (await listFollowUps(tx, [id])).find((followUp) => followUp.id === step)
  if (seen === undefined) throw new Failure('not_found')
  if (seen.rev !== rev || seen.endedOn !== undefined) {
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: step, rev }) })
  }
  await finishFollowUp({ tx, on }, { step: seen, outcome })
  act.about(id)
  return { id: step }
}

/** Who set what stands there now, or ended what was on screen. */
async function whyStale(tx: Tx, { seen, now }: { seen: string | null; now: FollowUp | undefined }): Promise<Failure> {
  const row = now?.id ?? seen
  const last = row === null ? undefined : await findLastWriter(tx, row)
  const value = now === undefined ? null : (now.what ?? now.reason ?? null)
  const changes = last === undefined ? [] : [{ field: 'next_step', was: null, now: value, ...last }]
  return new Failure('stale', { changes })
}
