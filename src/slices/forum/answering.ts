/** Who answers an issue and until when, what was answered, what shows it, and what is decided of it. */
import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getFile } from '../files/queries.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import * as follows from '../followup/commands.ts'
import type { NextStep, TaskChange } from '../followup/model.ts'
import { findTask, isKeptBy, listTasks } from '../followup/queries.ts'
import { lockIssue, refuseClosed, refuseOthers, stale } from './locks.ts'
import { issueLimits, whyNotDecide, type Outcome } from './model.ts'
import { subjectsOf, type Issue } from './queries.ts'

type Acts = Pick<Call, 'tx' | 'act' | 'on' | 'who'>

/** The follow-up that was on screen; absent where none was. */
interface Seen {
  task?: { id: string; rev: number } | undefined
}

interface Promised extends Seen, Omit<TaskChange, 'what'> {
  id: string
  sure?: readonly string[] | undefined
}

/**
 * Says who answers an issue and until when. It is the follow-up of the point that gave it, so that the meeting shows it
 * too; of an issue without a meeting its own. Refused as `stale` where somebody else said so meanwhile.
 */
export async function promiseIssue({ tx, act, on }: Omit<Acts, 'who'>, { id, task, sure, ...change }: Promised) {
  const issue = await lockIssue(tx, id)
  act.about(id)
  refuseClosed(issue)
  const standing = await lockTask(tx, { issue, task })
  if (standing !== undefined) return await follows.changeTask({ tx, on }, { task: standing, change, sure })
  const { unit, member, owner, dueOn } = change
  const step = {
    what: issue.words,
    unit: unit ?? undefined,
    member: member ?? undefined,
    owner: owner ?? undefined,
    dueOn: dueOn ?? undefined,
    sure,
  }
  return await follows.addOnlyTask({ tx, on }, { subject: subjectOf(issue), step })
}

interface Answer extends Seen {
  id: string
  words: string
  file?: string | undefined
}

/** Notes what was answered: it ends the follow-up as done, with the words, and keeps a file as evidence. */
export async function answerIssue(
  { tx, act, on, who }: Omit<Acts, 'who'> & { who?: Acts['who'] },
  { id, task, words, file }: Answer,
) {
  const issue = await lockIssue(tx, id)
  act.about(id)
  refuseClosed(issue)
  if (file !== undefined) await refuseForeignFile(tx, { file, account: who?.account ?? '' })
  const standing = await lockTask(tx, { issue, task })
  const step = standing ?? (await beginTask(tx, { issue, on, step: { what: issue.words } }))
  await follows.finishFollowUp({ tx, on }, { step, outcome: 'done', note: words })
  if (file !== undefined) await insertEvidence(tx, { issue: id, file, seenOn: on })
  return { id }
}

interface NewEvidence {
  id: string
  words?: string | undefined
  file?: string | undefined
  seenOn?: string | undefined
}

/** Keeps what shows that an answer is kept. Agency staff keep it of what their agency answers. */
export async function addEvidence({ tx, act, on, who }: Acts, { id, words, file, seenOn = on }: NewEvidence) {
  const issue = await lockIssue(tx, id)
  refuseOthers(who, issue)
  act.about(id)
  if ((words ?? '') === '' && file === undefined) throw fieldFailure('words', 'required')
  if (seenOn > on) throw fieldFailure('seenOn', 'wrong')
  if (file !== undefined) await refuseForeignFile(tx, { file, account: who.account })
  const { id: made } = await insertEvidence(tx, { issue: id, words, file, seenOn })
  return { id: made, rev: 1 }
}

/** Takes evidence off that was kept by mistake; the history stays. */
export async function dropEvidence({ tx, act, who }: Acts, { id, rev }: { id: string; rev: number }) {
  const row = await tx.selectFrom('forum.issue_evidence').select('issue').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  refuseOthers(who, await lockIssue(tx, row.issue))
  act.about(row.issue)
  const gone = await tx
    .deleteFrom('forum.issue_evidence')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) throw await stale(tx, { row: id, rev })
  return { id }
}

interface Deciding {
  id: string
  outcome: Outcome
  reason?: string | undefined
  /** The decision that was on screen; absent where none was. */
  decided?: string | undefined
}

/**
 * Decides what becomes of an issue. Closing it closes every point it came up in, so that no meeting carries it on;
 * continuing it gives the next meeting something open to carry. Refused as `not_yet` where an answer or a reason is
 * missing.
 */
export async function decideIssue({ tx, act, on }: Omit<Acts, 'who'>, { id, outcome, reason, decided }: Deciding) {
  const issue = await lockIssue(tx, id)
  act.about(id)
  if (issue.decided?.id !== decided) throw await stale(tx, { row: id, rev: 0 })
  const why = whyNotDecide(issue.standing, { outcome, reason })
  if (why === 'reason') throw fieldFailure('reason', 'required')
  if (why !== undefined) throw new Failure('not_yet', { missing: [{ id: why }] })
  const made = newId()
  await tx
    .insertInto('forum.issue_decisions')
    .values({ id: made, issue: id, outcome, reason: reason || null, decided_on: on })
    .execute()
  if (outcome === 'selesai' || outcome === 'tidak_dilanjutkan') await settle({ tx, on }, { issue, outcome, reason })
  else await reopen({ tx, on }, { issue, reason })
  return { id: made }
}

type Day = { tx: Tx; on: string }

/** Whatever is open of it ends; a point that never had anything gets the end as its only task. */
async function settle(
  { tx, on }: Day,
  { issue, outcome, reason }: { issue: Issue; outcome: 'selesai' | 'tidak_dilanjutkan'; reason?: string | undefined },
): Promise<void> {
  const ended = outcome === 'selesai' ? 'done' : 'dropped'
  const note = reason ?? issue.task?.note
  for (const subject of subjectsOf(issue)) {
    await follows.lockSubject(tx, subject)
    const tasks = await listTasks(tx, { subjects: [subject], on: '9999-12-31' })
    const [newest] = tasks
    if (newest !== undefined && newest.endedOn === undefined) {
      await follows.finishFollowUp({ tx, on }, { step: newest, outcome: ended, note })
    } else if (newest === undefined && subject !== issue.id) {
      const begun = await follows.addOnlyTask({ tx, on }, { subject, step: { what: issue.words } })
      await follows.finishFollowUp({ tx, on }, { step: { ...begun, fromOn: on }, outcome: ended, note })
    }
  }
}

/** Something open stands again for the next meeting, with whoever had it, and without a day. */
async function reopen(
  { tx, on }: Day,
  { issue, reason }: { issue: Issue; reason?: string | undefined },
): Promise<void> {
  const { task } = issue
  if (task !== undefined && task.endedOn === undefined) return
  const member = task?.member?.left === false ? task.member.id : undefined
  const step: NextStep = { what: firstLine(reason) ?? issue.words, unit: task?.unit?.id, member, owner: task?.owner }
  await follows.addOnlyTask({ tx, on }, { subject: subjectOf(issue), step })
}

const firstLine = (text: string | undefined): string | undefined => {
  const [line = ''] = (text ?? '').split('\n')
  return line === '' ? undefined : [...line].slice(0, issueLimits.words).join('')
}

/** What a new follow-up of an issue follows from: the point that came up last, else the issue. */
function subjectOf({ raised, id }: Issue): string {
  return raised.at(-1)?.point ?? id
}

async function beginTask(tx: Tx, { issue, on, step }: { issue: Issue; on: string; step: NextStep }) {
  const begun = await follows.addOnlyTask({ tx, on }, { subject: subjectOf(issue), step })
  return { id: begun.id, fromOn: on }
}

/** The open follow-up that answers an issue, as it was on screen. */
async function lockTask(tx: Tx, { issue, task }: { issue: Issue } & Seen) {
  await follows.lockSubjects(tx, subjectsOf(issue))
  const tasks = await listTasks(tx, { subjects: subjectsOf(issue), on: '9999-12-31' })
  const open = tasks.find(({ endedOn }) => endedOn === undefined)
  if (open?.id === task?.id && open?.rev === task?.rev) return open
  // Somebody who saw another one is told of what stands now.
  const seen = task === undefined ? undefined : await findTask(tx, task.id)
  throw await stale(tx, { row: seen?.id ?? open?.id ?? issue.id, rev: seen === undefined ? 0 : (task?.rev ?? 0) })
}

/**
 * Refuses an undo after which something is open under an issue that was closed: no meeting would know whose it is, and
 * what it closed with would be gone.
 */
export const refuseReopened: AfterUndo = async ({ tx }, touched) => {
  const ids = touched.filter(({ table_name: name }) => name === 'followup.follow_ups').map(({ row_id }) => row_id)
  if (ids.length === 0) return
  const { rows } = await sql`
    select from followup.follow_ups f
    join forum.issues i on i.tenant = f.tenant and (i.id = f.subject or exists (select from forum.issue_points p
      where p.tenant = i.tenant and p.issue = i.id and p.point = f.subject))
    where f.id = any(${ids}::uuid[]) and f.ended_on is null and not f.leads
      and (select d.outcome from forum.issue_decisions d where d.tenant = i.tenant and d.issue = i.id
        order by d.decided_on desc, d.id desc limit 1) in ('selesai', 'tidak_dilanjutkan') limit 1`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}

/** Only what she kept herself: with another's file its content would come to be read through the issue. */
async function refuseForeignFile(tx: Tx, { file, account }: { file: string; account: string }): Promise<void> {
  await getFile(tx, file)
  if (!(await isKeptBy(tx, { file, account }))) throw new Failure('not_found')
}

interface Shown {
  issue: string
  words?: string | undefined
  file?: string | undefined
  seenOn: string
}

async function insertEvidence(tx: Tx, { issue, words, file, seenOn }: Shown): Promise<{ id: string }> {
  const { length } = await tx.selectFrom('forum.issue_evidence').select('id').where('issue', '=', issue).execute()
  if (length >= issueLimits.evidence) throw new Failure('too_large')
  const id = newId()
  const values = { id, issue, words: words || null, file: file ?? null, seen_on: seenOn }
  await tx.insertInto('forum.issue_evidence').values(values).execute()
  return { id }
}
