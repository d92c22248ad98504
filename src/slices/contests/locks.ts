import { sql } from 'kysely'
import type { Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { findPartner } from '../partners/queries.ts'
import type { RelationKind } from './model.ts'

/** Who keeps an edition; the system (seed, jobs) is nobody's agency. */
export type Keeper = Pick<Who, 'role' | 'unit'> | undefined

/** An agency keeps its own contests; officers keep all of them. */
export function refuseOthers(who: Keeper, unit: string): void {
  if (who?.role === 'opd' && who.unit !== unit) throw new Failure('forbidden')
}

export interface Locked {
  id: string
  slug: string
  rev: number
  organiser_unit: string
  opens_on: string | null
  closes_on: string | null
  closes_time: string | null
  purge_on: string | null
  excludes_last_winner: boolean
  previous: string | null
  /** The day of erasing that was told to whoever entered; undefined where nobody did. */
  promised_on: string | null
  /** Whether judging began: what decides who takes part stays as it is. */
  judged: boolean
  /** Whether the window has opened by the clock that decides. */
  begun: boolean
}

/** Holds an edition until the end of the act, for whoever may keep it. Voided ones are kept by nobody. */
export async function lockContest(tx: Tx, { id, who }: { id: string; who?: Keeper }): Promise<Locked> {
  const { rows } = await sql<Locked & { voided: boolean }>`
    select id, slug, rev, organiser_unit, opens_on, closes_on, closes_time, excludes_last_winner, previous, purge_on, state <> 'draft' as judged, coalesce(opens_at <= clock.at(), false) as begun,
      voided_on is not null as voided,
      case when exists (select from contests.entries e where e.contest = contests.id and coalesce(e.entrant, e.phone, e.words) is not null) then purge_on end as promised_on
    from contests.contests where id = ${id}::uuid for no key update`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  refuseOthers(who, row.organiser_unit)
  if (row.voided) throw new Failure('stale')
  return row
}

/** What changed since the revision that was on screen. */
export async function staleOf(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

/** Refuses an edition that is not of the caller's region. */
export async function refuseUnknown(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('contests.contests').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}

/** A cooperation of the region, once. */
export async function insertRelation(
  tx: Tx,
  { contest, relation, kind }: { contest: string; relation: string; kind: RelationKind },
): Promise<string> {
  const there = await tx.selectFrom('relations.relations').select('id').where('id', '=', relation).executeTakeFirst()
  if (there === undefined) throw new Failure('not_found')
  const id = newId()
  const made = await tx
    .insertInto('contests.contest_relations')
    .values({ id, contest, relation, kind })
    .onConflict((conflict) => conflict.constraint('relation_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw fieldFailure('relation', 'taken')
  return made.id
}

/** A partner as it stands in the record: a merged one is the one that is kept. */
export async function getSponsor(tx: Tx, id: string): Promise<string> {
  const found = await findPartner(tx, id)
  if (found === undefined) throw new Failure('not_found')
  return found.id
}
