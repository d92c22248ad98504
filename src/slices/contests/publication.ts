import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { composePublished } from './composing.ts'

type Acting = { tx: Tx; act: Act }

/** Copies what the world may see of an edition into the published table; from then on it can be entered. */
export async function publishContest({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const held = await tx
    .selectFrom('contests.contests')
    .select(['slug', 'opens_on', 'voided_on'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (held === undefined) throw new Failure('not_found')
  if (held.voided_on !== null) throw new Failure('stale')
  const { document, relations, demonstration } = await composePublished(tx, id)
  const values = {
    slug: held.slug,
    region_slug: document.region.slug,
    relations,
    opens_on: held.opens_on,
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('contests.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('contests.withdrawn').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** Takes the public page of an edition back. What is not published stays as it is. */
export async function withdrawContest({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const there = await tx
    .selectFrom('contests.contests')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (there === undefined) throw new Failure('not_found')
  await takeBack(tx, id)
  act.about(id)
  return { id }
}

/** The same inside another act. */
export async function takeBack(tx: Tx, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom('contests.published')
    .where('id', '=', id)
    .returning(['slug', 'demonstration'])
    .executeTakeFirst()
  if (gone === undefined) return
  await tx
    .insertInto('contests.withdrawn')
    .values({ id, ...gone })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Refuses an undo that would show an edition again which was voided since, or put off the day on which the names of who
 * entered go: it was told to them.
 */
export const refuseVoidedContest: AfterUndo = async ({ tx }, touched) => {
  for (const { table_name: name, row_id: row, after } of touched) {
    const told = name === 'contests.contests' ? after?.['purge_on'] : undefined
    if (typeof told !== 'string') continue
    const { rows: late } = await sql`
      select from contests.contests c where c.id = ${row}::uuid and coalesce(c.purge_on, '9999-12-31') > ${told}
        and exists (select from contests.entries e where e.contest = c.id and coalesce(e.entrant, e.phone, e.words) is not null)`.execute(
      tx,
    )
    if (late.length > 0) throw new Failure('stale')
  }
  const ids = touched.filter(({ table_name: name }) => name === 'contests.published').map(({ row_id: row }) => row)
  if (ids.length === 0) return
  const { rows } = await sql`
    select from contests.published p join contests.contests c on c.tenant = p.tenant and c.id = p.id
    where p.id = any(${ids}::uuid[]) and c.voided_on is not null`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}
