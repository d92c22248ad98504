import type { Call } from '../../platform/call.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { dropOpen, setNextStep } from '../followup/commands.ts'
import type { NextStep } from '../followup/model.ts'
import { listFollowUps } from '../followup/queries.ts'
import { noteActivity } from '../relations/commands.ts'
import { getRelation } from '../relations/queries.ts'
import { lockActivity, whyUntouched } from './locks.ts'
import { isPlanned, lackingToClose } from './model.ts'
import { listRelationsOf } from './queries.ts'
import { settleDay, tellDay } from './recording.ts'
import { listSubjectsUnder } from './subjects.ts'
import { withdrawActivity } from './withdrawal.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/** What a visit is closed with: its relations, or itself while it belongs to none. */
export function subjectsOf(activity: string, relations: readonly { id: string }[]): string[] {
  return relations.length === 0 ? [activity] : relations.map(({ id }) => id)
}

/**
 * Closes a visit. Everything it belongs to has a next step or a ready reason by then, or gets one in the same act; else
 * it is refused as `not_yet`, with what is missing: 'day' or 'next_step'.
 */
export async function closeActivity(
  { tx, act, on }: Acting,
  { id, rev, nextSteps = [], sure }: Closing,
): Promise<{ id: string; rev: number }> {
  const { occurred_on: occurredOn } = await lockActivity(tx, id)
  const relations = await listRelationsOf(tx, id)
  const subjects = subjectsOf(id, relations)
  if (isPlanned({ occurredOn }, on)) throw new Failure('not_yet', { missing: ['day'] })
  // What was planned when it was recorded becomes news now. This locks the relations before their next steps.
  for (const relation of relations) await noteActivity({ tx }, { id: relation.id, occurredOn })
  for (const [at, { subject, ...step }] of nextSteps.entries()) {
    if (!subjects.includes(subject)) throw new Failure('not_found')
    await setNextStep({ tx, on }, { subject, step: { ...step, sure }, at: `nextSteps.${at}.` })
  }
  const open = (await listFollowUps(tx, subjects)).filter(({ leads, endedOn }) => leads && endedOn === undefined)
  const settled = new Set(open.map(({ subject }) => subject))
  const missing = lackingToClose({ occurredOn }, { on, subjects, settled })
  if (missing.length > 0) throw new Failure('not_yet', { missing })
  const closed = await tx
    .updateTable('agenda.activities')
    .set((set) => ({ rev: set('rev', '+', 1), closed_on: on }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('closed_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (closed === undefined) throw await whyUntouched(tx, { table: 'agenda.activities', id, rev })
  act.about(id)
  return { id, rev: closed.rev }
}

interface Closing {
  id: string
  rev: number
  nextSteps?: readonly (NextStep & { subject: string })[] | undefined
  sure?: readonly string[] | undefined
}

/** Voids a wrong record with its reason: it stays readable, counts nowhere, and its public page is withdrawn, what is open of it is dropped. */
export async function voidActivity(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { occurred_on: gone } = await lockActivity(tx, id)
  const voided = await tx
    .updateTable('agenda.activities')
    .set((set) => ({ rev: set('rev', '+', 1), voided_on: on, voided_reason: reason }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (voided === undefined) throw await whyUntouched(tx, { table: 'agenda.activities', id, rev })
  await withdrawActivity({ tx, act, on }, { id })
  await dropOpen({ tx, on }, { subjects: await listSubjectsUnder(tx, [id]) })
  await tellDay(tx, { activity: id, gone, when: undefined, on })
  act.about(id)
  return { id, rev: voided.rev }
}

/** Says that an activity belongs to a relation; saying it twice says it once. */
export async function linkRelation(
  { tx, act, on }: Acting,
  { id, relation }: { id: string; relation: string },
): Promise<{ id: string }> {
  const { occurred_on: occurredOn } = await lockActivity(tx, id)
  await getRelation(tx, { id: relation, on })
  if ((await listRelationsOf(tx, id)).length >= 20) throw fieldFailure('relation', 'too_long')
  await tx
    .insertInto('agenda.activity_relations')
    .values({ id: newId(), activity: id, relation })
    .onConflict((conflict) => conflict.columns(['tenant', 'activity', 'relation']).doNothing())
    .execute()
  if (!isPlanned({ occurredOn }, on)) await noteActivity({ tx }, { id: relation, occurredOn })
  act.about(id)
  return { id }
}

/** Says that an activity does not belong to a relation. */
export async function unlinkRelation(
  { tx, act, on }: Acting,
  { id, relation }: { id: string; relation: string },
): Promise<{ id: string }> {
  const { occurred_on: gone } = await lockActivity(tx, id)
  const dropped = await tx
    .deleteFrom('agenda.activity_relations')
    .where('activity', '=', id)
    .where('relation', '=', relation)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) throw new Failure('not_found')
  await settleDay(tx, { relation, gone, on })
  act.about(id)
  return { id }
}
