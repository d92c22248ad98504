/** "Jadikan kesepakatan": issues of a forum open a process of cooperation with a third party (KSDPK). */
import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import type { PartnerKind } from '../procedures/model.ts'
import { mendRelation } from '../relations/commands.ts'
import { getRelation } from '../relations/queries.ts'
import { lockIssue, stale } from './locks.ts'
import { issueLimits, whyNoAgreement, type AgreementObstacle } from './model.ts'
import { findAgreement } from './queries.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/**
 * Opens the record of a KSDPK process for a cooperation, with the issues it came from. A cooperation without a type gets
 * this one. Refused as `not_yet`, with the article, for whoever cannot be in it.
 */
export async function openAgreement(
  { tx, act, on }: Acting,
  { relation: id, issues }: { relation: string; issues: readonly string[] },
): Promise<{ id: string }> {
  const relation = await getRelation(tx, { id, on })
  const { partner, cooperationType } = relation
  const obstacle = whyNoAgreement({
    partnerKind: (partner?.kind ?? undefined) as PartnerKind | undefined,
    country: partner?.country ?? undefined,
    cooperationType: cooperationType ?? undefined,
  })
  if (obstacle !== undefined) throw notYet(obstacle)
  const wanted = [...new Set(issues)].toSorted()
  if (wanted.length > issueLimits.points) throw fieldFailure('issues', 'too_long')
  for (const one of wanted) {
    const issue = await lockIssue(tx, one)
    if (!issue.relations.some((of) => of.id === id)) throw fieldFailure('issues', 'wrong')
  }
  await lockAgreements(tx, id)
  const open = await findAgreement(tx, { relation: id, on: '9999-12-31' })
  if (open !== undefined) throw notYet({ id: 'sudah_dibuka' })
  if (cooperationType === null) {
    await mendRelation({ tx, act }, { id, rev: relation.rev, cooperationType: 'ksdpk' })
  }
  const made = newId()
  await tx.insertInto('forum.agreements').values({ id: made, relation: id, opened_on: on }).execute()
  for (const issue of wanted) {
    await tx.insertInto('forum.agreement_issues').values({ id: newId(), agreement: made, issue }).execute()
  }
  act.about(id)
  return { id: made }
}

/** Closes one that was opened wrongly or leads nowhere, with its reason. */
export async function closeAgreement(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const row = await tx.selectFrom('forum.agreements').select('relation').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  await lockAgreements(tx, row.relation)
  const closed = await tx
    .updateTable('forum.agreements')
    .set((set) => ({ closed_on: on, closed_reason: reason, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('closed_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (closed === undefined) throw await stale(tx, { row: id, rev })
  act.about(row.relation)
  return { id, rev: closed.rev }
}

/** Refuses an undo after which a process would stand under a cooperation that lost its type, or two would be open. */
export const refuseTypeless: AfterUndo = async ({ tx }, touched) => {
  const ids = touched
    .filter(({ table_name: name }) => name === 'relations.relations' || name === 'forum.agreements')
    .map(({ row_id }) => row_id)
  if (ids.length === 0) return
  const { rows } = await sql`
    select from forum.agreements g join relations.relations r on r.tenant = g.tenant and r.id = g.relation
    where g.closed_on is null and r.cooperation_type is distinct from 'ksdpk'
      and (g.id = any(${ids}::uuid[]) or g.relation = any(${ids}::uuid[])) limit 1`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}

const notYet = (obstacle: AgreementObstacle) => new Failure('not_yet', { missing: [obstacle] })

async function lockAgreements(tx: Tx, relation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('kesepakatan ' || ${relation}::text, 0))`.execute(tx)
}
