import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { makeLink } from '../links/commands.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { asJson, lockSummary, settle } from './summary.ts'
import { sharableTasks, stateAfterAnswer, summaryLimits, type SharedTask } from './summary-model.ts'
import { drawFrom, hasAgreed } from './summary-read.ts'

interface Sharing {
  id: string
  hash: string
  party: string
  language: Language
  days: number
  /** Follow-ups of the meeting that the link shows beside the text. */
  tasks: readonly string[]
}

/**
 * Hands out a link under which a partner reads a summary and answers it. What was a draft is shared from then on. The
 * link shows the follow-ups that were chosen, as they stand now; one of elsewhere, or dropped, is refused as not_listed.
 */
export async function shareSummary(
  { tx, act, on, who }: Pick<Call, 'tx' | 'act' | 'on' | 'who'>,
  { id, tasks, ...link }: Sharing,
) {
  const was = await lockSummary(tx, id)
  act.about(was.activity)
  const shown = await chosenTasks(tx, { activity: was.activity, on, tasks })
  const made = await makeLink({ tx }, { purpose: 'confirm_summary', subject: id, ...link, by: who.account })
  await tx
    .insertInto('agenda.summary_shares')
    .values({ id: newId(), summary: id, link: made.id, tasks: asJson(shown) })
    .execute()
  if (was.state === 'draf') {
    await tx
      .updateTable('agenda.summaries')
      .set((set) => ({ state: 'dibagikan', rev: set('rev', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  return { id, link: made.id }
}

async function chosenTasks(
  tx: Tx,
  { activity, on, tasks }: { activity: string; on: string; tasks: readonly string[] },
): Promise<SharedTask[]> {
  if (tasks.length === 0) return []
  const { tasks: known } = await drawFrom(tx, { activity, on })
  const chosen = sharableTasks(known).filter(({ id }) => tasks.includes(id))
  if (chosen.length !== new Set(tasks).size) throw fieldFailure('tasks', 'not_listed')
  return chosen.map(({ task }) => task)
}

export interface Answering {
  summary: string
  link: string
  /** The version that was read. */
  version: number
  answer: 'sesuai' | 'koreksi'
  name: string
  role: string
  corrections: readonly { block: string; text: string }[]
  on: string
}

/** What a partner says of a summary. Refused as `stale` when it was changed since she read it. */
export async function answerSummary({ tx, act }: { tx: Tx; act: Act }, answering: Answering): Promise<{ id: string }> {
  const { summary, link, version, answer, name, role, corrections, on } = answering
  const was = await lockSummary(tx, summary)
  act.about(was.activity)
  if (was.version !== version) throw new Failure('stale')
  // Yes said twice is said once.
  if (answer === 'sesuai' && (await hasAgreed(tx, { link, summary, version }))) return { id: act.id }
  const { numAffectedRows } = await sql`
    insert into agenda.summary_answers (id, summary, link, version, answer, name, role, corrections)
    select ${act.id}::uuid, ${summary}::uuid, ${link}::uuid, ${version}::int, ${answer}, ${name}, nullif(${role}, ''),
      ${JSON.stringify(corrections)}::text::jsonb
    where (select count(*) from agenda.summary_answers where summary = ${summary}::uuid) < ${summaryLimits.answers}`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) throw new Failure('too_large')
  const { rows } = await sql<{ open: boolean }>`
    select exists (select from agenda.summary_answers where summary = ${summary}::uuid and answer = 'koreksi'
      and version = ${version} and settled_on is null) as open`.execute(tx)
  const state = stateAfterAnswer(answer, { isCorrected: rows[0]?.open === true })
  // What was agreed on stays agreed: a later word is told to the officer, who amends it or does not.
  if (was.state === 'disepakati') return { id: act.id }
  if (state === 'disepakati') {
    await settle(tx, { id: summary, version, on, how: 'tautan', by: name, role: role || undefined })
    return { id: act.id }
  }
  await tx
    .updateTable('agenda.summaries')
    .set((set) => ({ state, rev: set('rev', '+', 1) }))
    .where('id', '=', summary)
    .execute()
  return { id: act.id }
}

/** Says that a correction has been dealt with. Said twice is said once. */
export async function settleCorrection(
  { tx, act, on }: Pick<Call, 'tx' | 'act' | 'on'>,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const row = await tx.selectFrom('agenda.summary_answers').select('summary').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  act.about((await lockSummary(tx, row.summary)).activity)
  const settled = await tx
    .updateTable('agenda.summary_answers')
    .set((set) => ({ settled_on: on, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('answer', '=', 'koreksi')
    .returning('rev')
    .executeTakeFirst()
  if (settled === undefined) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  return { id, rev: settled.rev }
}
