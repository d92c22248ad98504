import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listMembersById } from '../identity/queries.ts'
import { findLastWriter } from '../ledger/queries.ts'
import { revokeLinksOf } from '../links/commands.ts'
import { getUnit } from '../reference/queries.ts'
import { nextStepFault, type FollowUp, type NextStep, type Outcome, type TaskChange } from './model.ts'
import { findNextStep, listTasks } from './queries.ts'

type Acting = { tx: Tx; on: string }
interface Setting<Of> {
  subject: string
  step: Of
  /** The path of the step in the caller's input. */
  at?: string
}

/** Of two who write under one record the second waits here for the first. Held until the transaction ends. */
export async function lockSubject(tx: Tx, subject: string): Promise<void> {
  await lockSubjects(tx, [subject])
}

/** The same of several records, always in the same order, so that nobody waits for somebody who waits for her. */
export async function lockSubjects(tx: Tx, subjects: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('followup ' || s, 0))
    from unnest(${subjects.toSorted()}::text[]) s`.execute(tx)
}

/**
 * Says what follows from a record, from the day of the call on; the next step before it ends as replaced. Whoever
 * calls has checked and locked the record.
 */
export async function setNextStep(
  { tx, on }: Acting,
  { subject, step, at = '' }: Setting<NextStep>,
): Promise<FollowUp> {
  await lockSubject(tx, subject)
  const given = await settle({ tx, on }, { step, at })
  const before = await findNextStep(tx, subject)
  if (before !== undefined) await finishFollowUp({ tx, on }, { step: before, outcome: 'replaced' })
  await insert(tx, { subject, leads: true, step: given, from: on })
  const set = await findNextStep(tx, subject)
  if (set === undefined) throw new Failure('not_found')
  return set
}

/** Something to do that is not the record's next step: it stands beside it. The record is checked and locked. */
export async function addTask(
  { tx, on }: Acting,
  { subject, step, at = '' }: Setting<Omit<NextStep, 'reason'>>,
): Promise<{ id: string; rev: number }> {
  const given = await settle({ tx, on }, { step, at })
  return { id: await insert(tx, { subject, leads: false, step: given, from: on }), rev: 1 }
}

/**
 * The same for a record that has one open task at most, a point or a commitment: the second of two officers is told, as
 * `stale`, who has it already.
 */
export async function addOnlyTask(
  acting: Acting,
  setting: Setting<Omit<NextStep, 'reason'>>,
): Promise<{ id: string; rev: number }> {
  const { tx } = acting
  await lockSubject(tx, setting.subject)
  const [standing] = await listTasksOpen(tx, setting.subject)
  if (standing === undefined) return await addTask(acting, setting)
  const last = await findLastWriter(tx, standing.id)
  const now = [standing.unit?.name, standing.member?.name ?? standing.owner].filter((part) => part !== undefined)
  const change = last && { field: 'task', was: null, now: now.join(', '), ...last }
  throw new Failure('stale', { changes: change === undefined ? [] : [change] })
}

/** What stands open beside the next step of a record now, whatever day is looked at. */
async function listTasksOpen(tx: Tx, subject: string): Promise<FollowUp[]> {
  return (await listTasks(tx, { subjects: [subject], on: '9999-12-31' })).filter(({ endedOn }) => endedOn === undefined)
}

/**
 * Hands a follow-up over, or changes its day or words: the row as it was ends as replaced and another takes its place,
 * so that an earlier day still shows who had it then. Given to somebody else, the links by which the one before
 * answered end, and what was last said of it does not stand any more.
 */
export async function changeTask(
  { tx, on }: Acting,
  { task, change, sure }: { task: FollowUp; change: TaskChange; sure?: readonly string[] | undefined },
): Promise<{ id: string; rev: number }> {
  const { what, unit, member, owner, dueOn } = change
  const kept = <Value>(value: Value | null | undefined, was: Value | undefined) =>
    value === undefined ? was : (value ?? undefined)
  const step = {
    what: what ?? task.what,
    unit: kept(unit, task.unit?.id),
    member: kept(member, task.member?.id),
    owner: kept(owner, task.owner),
    dueOn: kept(dueOn, task.dueOn),
    origin: task.origin,
  }
  const root = task.root ?? task.id
  const isHandedOver =
    step.unit !== task.unit?.id || step.member !== task.member?.id || (step.owner ?? '') !== (task.owner ?? '')
  // A date that stays was asked when it was set; so was a person who has left since.
  const meant = dueOn === undefined ? ['dueOn'] : sure
  const given = await settle({ tx, on }, { step: { ...step, sure: meant }, at: '', held: task.member?.id })
  await finishFollowUp({ tx, on }, { step: task, outcome: 'replaced' })
  if (isHandedOver) await revokeLinksOf(tx, { subjects: [root], purpose: 'answer_task' })
  const from = on < task.fromOn ? task.fromOn : on
  const state = isHandedOver ? undefined : task.state
  const { subject, leads } = task
  return { id: await insert(tx, { subject, leads, step: given, from, root, state }), rev: 1 }
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

/** What records were to be followed by is dropped with them: they are taken off as a mistake, or called off. */
export async function dropOpen({ tx, on }: Acting, { subjects }: { subjects: readonly string[] }): Promise<void> {
  // Whoever gives one of them a task meanwhile has done so before this, or finds it gone.
  await lockSubjects(tx, subjects)
  await tx
    .updateTable('followup.follow_ups')
    .set((set) => ({
      ended_on: set.fn('greatest', ['from_on', set.val(on)]),
      outcome: 'dropped',
      rev: set('rev', '+', 1),
    }))
    .where(sql<boolean>`subject = any(${[...subjects]}::uuid[])`)
    .where('ended_on', 'is', null)
    .execute()
}

interface Settling {
  step: NextStep
  at: string
  /** The person who has it already: she may have left since, and nothing is newly given to her. */
  held?: string | undefined
}

/** The step as it is written, refused where it cannot be meant. A person alone brings her agency with her. */
async function settle({ tx, on }: Acting, { step, at, held }: Settling): Promise<NextStep> {
  const fault = nextStepFault(step, on)
  if (fault !== undefined) throw fieldFailure(at + fault.path, fault.fault)
  if (step.unit !== undefined) await getUnit(tx, step.unit)
  if (step.member === undefined) return step
  const [member] = await listMembersById(tx, [step.member])
  if (member === undefined) throw new Failure('not_found')
  if (member.left && member.id !== held) throw fieldFailure(`${at}member`, 'has_left')
  return { ...step, unit: step.unit ?? member.unit }
}

interface Row {
  subject: string
  leads: boolean
  step: NextStep
  from: string
  root?: string
  state?: FollowUp['state']
}

async function insert(tx: Tx, { subject, leads, step, from, root, state }: Row): Promise<string> {
  const id = newId()
  const { what, reason, unit, member, owner, dueOn, origin } = step
  await tx
    .insertInto('followup.follow_ups')
    .values({
      id,
      root: root ?? null,
      subject,
      leads,
      what: what ?? null,
      reason: reason ?? null,
      unit: unit ?? null,
      member: member ?? null,
      owner: owner ?? null,
      due_on: dueOn ?? null,
      origin: origin ?? null,
      state: state ?? null,
      from_on: from,
    })
    .execute()
  return id
}
