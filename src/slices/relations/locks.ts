import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'

// Not `for update`: a visit recorded at the same time holds the key of its relation, and two of them would wait for
// each other.
/** Locks a relation. Refused as not found in another region. */
export async function lockRelation(tx: Tx, id: string): Promise<{ id: string; partner: string | null }> {
  const row = await lockIfThere(tx, id)
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** The same for a relation that may be gone: an undo of its beginning took it back. */
export async function lockIfThere(tx: Tx, id: string): Promise<{ id: string; partner: string | null } | undefined> {
  return await tx
    .selectFrom('relations.relations')
    .select(['id', 'partner'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

const parts = ['relations.fields', 'relations.steps', 'relations.documents', 'relations.texts'] as const
type Part = (typeof parts)[number]

/** Locks the relation a row belongs to, before the row: whoever keeps the register sees everything as it stands. */
export async function lockRelationOf(tx: Tx, id: string, table: Part = 'relations.fields'): Promise<string> {
  const of =
    table === 'relations.steps'
      ? sql`select p.relation from relations.steps s join relations.processes p on p.tenant = s.tenant and p.id = s.process where s.id = ${id}::uuid`
      : sql`select relation from ${sql.table(table)} where id = ${id}::uuid`
  const { rows } = await sql<{ id: string }>`
    select id from relations.relations where id = (${of}) for no key update`.execute(tx)
  if (rows[0] === undefined) throw new Failure('not_found')
  return rows[0].id
}

type Mendable = 'relations.relations' | 'relations.plans' | 'relations.eligibility' | Part

/** Nothing was updated: the row is not there, or it moved on since it was read. */
export async function whyUntouched(
  tx: Tx,
  { table, id, rev }: { table: Mendable; id: string; rev: number },
): Promise<Failure> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return new Failure('not_found')
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}
