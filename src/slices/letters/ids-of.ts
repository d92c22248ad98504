import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** The letters of a relation, those that came in and those that were written here, the newest first (at most 500). */
export async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.mail as id from letters.mail_relations m where m.relation = ${relation}::uuid
    union select l.id from letters.letters l where l.relation = ${relation}::uuid order by id desc limit 500`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
