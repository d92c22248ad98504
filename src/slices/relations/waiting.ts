import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { relationName, type RelationName } from './clocks.ts'

interface Asked {
  on: DateText
  limit: number
}

/** What waits of a kind: the first of them, and how many there are (counted to 100, or to the limit). */
export interface Waiting<Row> {
  rows: Row[]
  total: number
}

const countMost = 100

/** Relations on a day whose partner nobody has named yet, the oldest first. */
export async function listUnnamed(
  tx: Tx,
  { on, limit }: Asked,
): Promise<Waiting<{ relation: RelationName; hasText: boolean }>> {
  const { rows } = await sql<{ relation: RelationName; hasText: boolean; total: number }>`
    with waiting as (select r.tenant, r.id, r.slug, r.label, r.partner, r.began_on from relations.relations r
      where r.partner is null and coalesce(rpad(r.began_on, 10, '-01-01'), '') <= ${on}
        and (r.not_continued_on is null or rpad(r.not_continued_on, 10, '-01-01') > ${on})
        and r.cooperation_type is distinct from 'none'
      order by coalesce(r.began_on, ''), r.id limit ${Math.max(countMost, limit)})
    select ${relationName} as relation, (select count(*)::int from waiting) as total,
      exists (select from relations.texts t where t.tenant = r.tenant and t.relation = r.id and t.voided_on is null) as "hasText"
    from waiting r left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    order by coalesce(r.began_on, ''), r.id limit ${limit}`.execute(tx)
  return { rows: rows.map(({ relation, hasText }) => ({ relation, hasText })), total: rows[0]?.total ?? 0 }
}

/** Relations whose texts end soon on a day, by the register's own line: a year ahead abroad, half a year at home. */
export async function listEnding(
  tx: Tx,
  { on, limit }: Asked,
): Promise<Waiting<{ relation: RelationName; endsOn: DateText }>> {
  const { rows } = await sql<{ relation: RelationName; endsOn: DateText; total: number }>`
    with ending as (select g.tenant, g.id, g.ends_on from oversight.register g
      where g.status in ('in_force', 'signed_incomplete') and g.soon_on <= ${on}::date and g.ends_on >= ${on}::date
      order by g.ends_on, g.id limit ${countMost})
    select ${relationName} as relation, e.ends_on::text as "endsOn", (select count(*)::int from ending) as total
    from ending e join relations.relations r on r.tenant = e.tenant and r.id = e.id
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    order by e.ends_on, e.id limit ${limit}`.execute(tx)
  return { rows: rows.map(({ relation, endsOn }) => ({ relation, endsOn })), total: rows[0]?.total ?? 0 }
}

/** Some relations (at most 500) by id, as other lists name them. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<RelationName[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ relation: RelationName }>`
    select ${relationName} as relation from relations.relations r
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where r.id = any(${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows.map(({ relation }) => relation)
}
