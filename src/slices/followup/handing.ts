import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { addOnlyTask, addTask, changeTask, finishFollowUp, lockSubject } from './commands.ts'
import type { FollowUp, NextStep, TaskChange } from './model.ts'
import { findFollowUp, type Subjects } from './queries.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/** So many things may be open under one record. */
const mostOpen = 200

/**
 * Something to do for a record that stands. Asked and counted under its lock, so that it follows from nothing that is
 * taken off at the same moment, and the bound holds; a record that has one open task at most gets no second.
 */
export async function addFollowUp(
  { tx, act, on, who }: Acting & Pick<Call, 'who'>,
  { subject, ...step }: Omit<NextStep, 'reason'> & { subject: string },
  { listStanding, listSingle }: Subjects,
): Promise<{ id: string; rev: number }> {
  await lockSubject(tx, subject)
  const isRegion = subject === who.tenant
  if (!isRegion && (await listStanding(tx, [subject])).length === 0) throw new Failure('not_found')
  const isSingle = !isRegion && (await listSingle(tx, [subject])).length > 0
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from followup.follow_ups where subject = ${subject}::uuid and ended_on is null`.execute(
    tx,
  )
  if ((rows[0]?.n ?? 0) >= mostOpen) throw new Failure('too_large')
  const added = await (isSingle ? addOnlyTask : addTask)({ tx, on }, { subject, step })
  act.about(subject)
  return added
}

/** Hands a follow-up over, or changes its words or day. Refused as `stale` once somebody was faster. */
export async function changeFollowUp(
  { tx, act, on }: Acting,
  { id, rev, sure, ...change }: TaskChange & { id: string; rev: number; sure?: readonly string[] | undefined },
): Promise<{ id: string; rev: number }> {
  const task = await lockOpen(tx, { id, rev })
  act.about(task.subject)
  return await changeTask({ tx, on }, { task, change, sure })
}

/** Ends a follow-up: done, with what came of it, or dropped. Undo opens it again. */
export async function endFollowUp(
  { tx, act, on }: Acting,
  { id, rev, outcome, note }: { id: string; rev: number; outcome: 'done' | 'dropped'; note?: string | undefined },
): Promise<{ id: string }> {
  const task = await lockOpen(tx, { id, rev })
  act.about(task.subject)
  await finishFollowUp({ tx, on }, { step: task, outcome, note })
  return { id }
}

/** So many are handed over in one act; more than that nobody has. */
const mostHandedOver = 500

/**
 * Gives everything open that a person has to one colleague or one agency. Answers how many there were. The person is
 * about to leave, or has left.
 */
export async function handOverAll(
  { tx, on }: Pick<Call, 'tx' | 'on'>,
  { member, to }: { member: string; to: { member?: string | undefined; unit?: string | undefined } },
): Promise<{ n: number }> {
  if (to.member === undefined && to.unit === undefined) throw new Failure('not_found')
  const { rows } = await sql<{ id: string }>`
    select id from followup.follow_ups where member = ${member}::uuid and ended_on is null
    order by id limit ${mostHandedOver} for update`.execute(tx)
  const change = { member: to.member ?? null, ...(to.unit !== undefined && { unit: to.unit }) }
  for (const { id } of rows) {
    const task = await findFollowUp(tx, id)
    if (task !== undefined) await changeTask({ tx, on }, { task, change })
  }
  return { n: rows.length }
}

/** An open follow-up as it was seen, held until the transaction ends. A reason has nothing to hand over or to end. */
async function lockOpen(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<FollowUp> {
  await sql`select from followup.follow_ups where id = ${id}::uuid for update`.execute(tx)
  const task = await findFollowUp(tx, id)
  if (task === undefined || task.what === undefined) throw new Failure('not_found')
  if (task.rev !== rev || task.endedOn !== undefined) {
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  }
  return task
}
