import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** What may be followed up at the meetings of a relation: they themselves, their points, our commitments (at most 2,000). */
export async function listSubjectsOf(tx: Tx, relation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with met as (select l.activity from agenda.activity_relations l where l.relation = ${relation}::uuid
      order by l.activity desc limit 500)
    select m.activity as id from met m
    union select t.id from met m join agenda.topics t on t.activity = m.activity
    union select c.id from met m join agenda.commitments c on c.activity = m.activity
      where c.relation is null or c.relation = ${relation}::uuid
    limit 2000`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The same under some activities; ids that are none of ours come back as they are (at most 5,000). */
export async function listSubjectsUnder(tx: Tx, activities: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from unnest(${[...activities]}::uuid[]) a(id)
    union select t.id from agenda.topics t where t.activity = any(${[...activities]}::uuid[])
    union select c.id from agenda.commitments c where c.activity = any(${[...activities]}::uuid[])
    limit 5000`.execute(tx)
  return rows.map(({ id }) => id)
}
