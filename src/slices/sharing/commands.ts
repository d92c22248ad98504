import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { addTask } from '../followup/commands.ts'
import type { NextStep } from '../followup/model.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { makeLink } from '../links/commands.ts'
import { getRelation } from '../relations/queries.ts'
import {
  answerLimits,
  maySettle,
  orderParts,
  reasonFault,
  type AnswerState,
  type PartId,
  type Saying,
} from './model.ts'
import { composeParts } from './parts.ts'
import { findPage } from './queries.ts'
import { isClosed } from './shapes.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

interface Sharing {
  id: string
  parts: readonly PartId[]
  hash: string
  party: string
  language: Language
  /** Without them until it is revoked: the demonstration’s own. */
  days?: number | undefined
}

/** Hands a partner a link to its page. Refused while it is not known who the partner is: there is nobody to tell. */
export async function sharePage(
  { tx, act, on, who }: Acting & { who: { account: string | undefined } },
  { id, parts, ...link }: Sharing,
): Promise<{ id: string; link: string }> {
  const { partner } = await getRelation(tx, { id, on })
  act.about(id)
  if (partner === null) throw new Failure('stale')
  const made = await makeLink({ tx }, { ...link, purpose: 'partner_page', subject: id, by: who.account })
  const page = newId()
  await tx
    .insertInto('sharing.pages')
    .values({ id: page, relation: id, partner: partner.id, link: made.id, parts: orderParts(parts), shared_on: on })
    .execute()
  return { id: page, link: made.id }
}

export interface NewAnswer {
  said: Saying
  part?: PartId | undefined
  /** The digest of the part on the page that was looked at. */
  seen?: string | undefined
  title?: string | undefined
  words?: string | undefined
  wordsLang: Language
  field?: string | undefined
  name?: string | undefined
  role?: string | undefined
  file?: string | undefined
}

/**
 * Keeps what the holder of a link said, under a number of its own in the relation. It changes nothing in the record. A
 * part that had changed meanwhile is answered as it was seen, and that is told. Refused as `not_found` for a part that
 * this link does not show or shows closed, as `too_large` once too much was sent.
 */
export async function receiveAnswer(
  { tx, act, on }: { tx: Tx; act: Act; on: string },
  { link, ...answer }: NewAnswer & { link: string },
): Promise<{ number: number; changed: boolean }> {
  const page = await findPage(tx, link)
  if (page === undefined) throw new Failure('not_found')
  act.about(page.relation)
  const { said, part, seen, title, words, wordsLang, field, name, role, file } = answer
  if (part !== undefined && !page.parts.includes(part)) throw new Failure('not_found')
  const shown = part && (await composeParts(tx, { relation: page.relation, on }))?.find((each) => each.id === part)
  if (part !== undefined && (shown === undefined || isClosed(shown))) throw new Failure('not_found')
  const changed = shown !== undefined && shown.version !== seen
  await sql`select pg_advisory_xact_lock(hashtextextended('sharing ' || ${page.relation}, 0))`.execute(tx)
  const { rows } = await sql<{ position: number }>`
    insert into sharing.answers (id, page, relation, position, said, part, seen, changed, title, words, words_lang, field,
      name, role, file, answered_on)
    select ${newId()}::uuid, ${page.id}::uuid, ${page.relation}::uuid, coalesce(max(position), 0) + 1, ${said},
      ${part ?? null}, ${part === undefined ? null : (seen ?? null)}, ${changed}, ${title ?? null}, ${words ?? null},
      ${wordsLang}, ${field ?? null}, ${name ?? null}, ${role ?? null}, ${file ?? null}::uuid, ${on}
    from sharing.answers where relation = ${page.relation}::uuid
    having coalesce(max(position), 0) < ${answerLimits.ofRelation}
      and count(*) filter (where page = ${page.id}::uuid) < ${answerLimits.ofLink}
    returning position`.execute(tx)
  if (rows[0] === undefined) throw new Failure('too_large')
  return { number: rows[0].position, changed }
}

interface Settling {
  id: string
  rev: number
}

/** Says that an answer was noted, or why it is not used. Refused as `stale` once somebody settled it. */
export async function settleAnswer(
  { tx, act, on }: Acting,
  { id, rev, state, reason = '' }: Settling & { state: 'dicatat' | 'tidak_dipakai'; reason?: string | undefined },
): Promise<{ id: string; rev: number }> {
  const fault = reasonFault({ state, reason })
  if (fault !== undefined) throw fieldFailure('reason', fault)
  const answer = await lockAnswer(tx, { id, rev })
  act.about(answer.relation)
  const kept = state === 'tidak_dipakai' ? reason : undefined
  return await settle(tx, { id, rev, on, state, reason: kept })
}

/** Makes a follow-up of the relation out of an answer, and says so on it. */
export async function followAnswer(
  { tx, act, on }: Acting,
  { id, rev, ...step }: Settling & Omit<NextStep, 'reason'>,
): Promise<{ id: string; rev: number; followUp: string }> {
  const answer = await lockAnswer(tx, { id, rev })
  act.about(answer.relation)
  const task = await addTask({ tx, on }, { subject: answer.relation, step })
  return { ...(await settle(tx, { id, rev, on, state: 'ditindaklanjuti', followUp: task.id })), followUp: task.id }
}

/** The answer as it waits to be settled, held until the transaction ends. */
async function lockAnswer(tx: Tx, { id, rev }: Settling): Promise<{ relation: string }> {
  const row = await tx
    .selectFrom('sharing.answers')
    .select(['relation', 'state', 'rev'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (row.rev !== rev || !maySettle(row.state as AnswerState)) {
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  }
  return row
}

async function settle(
  tx: Tx,
  of: Settling & { on: string; state: AnswerState; reason?: string | undefined; followUp?: string },
): Promise<{ id: string; rev: number }> {
  const { id, rev, on, state, reason, followUp } = of
  await tx
    .updateTable('sharing.answers')
    .set({ state, settled_on: on, reason: reason ?? null, follow_up: followUp ?? null, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  return { id, rev: rev + 1 }
}
