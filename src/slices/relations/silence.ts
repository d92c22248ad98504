import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { relationName, type RelationName } from './clocks.ts'
import { quietKinds, silenceKinds, type Silence, type SilenceKind } from './silence-model.ts'
import type { Waiting } from './waiting.ts'

const countMost = 100

/** Whether something of relation `r` is silent on a day; by default the relation itself. */
export const isSilentOn = (on: DateText, kinds: readonly SilenceKind[] = quietKinds): RawBuilder<boolean> =>
  sql<boolean>`exists (select from relations.silences z where z.tenant = r.tenant and z.relation = r.id
    and z.active_on <= ${on}::date and z.until_on > ${on}::date and z.kind = any(${[...kinds]}::text[]))`

export interface SilenceLine extends Silence {
  /** The same as a whole day, for counting. */
  sinceDay: DateText
  relation: RelationName
}

// What was told to the month or the year only is told so again.
const line = sql`z.kind, z.subject, z.way, case when z.kind = 'no_news' and rpad(r.last_on, 10, '-01-01') = z.since::text then r.last_on else z.since::text end as since,
  z.since::text as "sinceDay", z.active_on::text as "activeOn", ${relationName} as relation`

/** What is silent on a day, the longest first: a page of it. Keyset: `after` is the last line seen, as `next` named it. */
export async function listSilences(
  tx: Tx,
  {
    on,
    kinds = silenceKinds,
    after,
    limit,
  }: { on: DateText; kinds?: readonly SilenceKind[] | undefined; after?: string | undefined; limit: number },
): Promise<{ rows: SilenceLine[]; total: number; next?: string }> {
  const [since, subject, kind] = after?.split('_', 3) ?? []
  const from =
    since === undefined
      ? sql`true`
      : sql`(z.since, z.subject, z.kind) > (${since}::date, ${subject ?? ''}::uuid, replace(${kind ?? ''}, '-', '_'))`
  const active = sql`z.active_on <= ${on}::date and z.until_on > ${on}::date and z.kind = any(${[...kinds]}::text[])`
  const page = sql<SilenceLine>`
    with found as materialized (select z.* from relations.silences z where ${active} and ${from}
      order by z.since, z.subject, z.kind limit ${limit + 1})
    select ${line} from found z join relations.relations r on r.tenant = z.tenant and r.id = z.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    order by z.since, z.subject, z.kind`.execute(tx)
  const counted = sql<{ n: number }>`
    select count(*)::int as n from (select from relations.silences z where ${active} limit 1001) x`.execute(tx)
  const [{ rows }, { rows: counts }] = await Promise.all([page, counted])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit),
    total: counts[0]?.n ?? 0,
    ...(last !== undefined && { next: `${last.sinceDay}_${last.subject}_${last.kind.replaceAll('_', '-')}` }),
  }
}

/** How many of each kind are silent on a day. */
export async function countSilences(tx: Tx, on: DateText): Promise<Partial<Record<SilenceKind, number>>> {
  const { rows } = await sql<{ kind: SilenceKind; n: number }>`
    select z.kind, count(*)::int as n from relations.silences z
    where z.active_on <= ${on}::date and z.until_on > ${on}::date group by z.kind`.execute(tx)
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

/**
 * Relations without news on a day, each once with what it has been without for longest: the first of them, and how many
 * there are (counted to 100, or to the limit).
 */
export async function listSilent(
  tx: Tx,
  { on, limit }: { on: DateText; limit: number },
): Promise<Waiting<SilenceLine>> {
  const { rows } = await sql<SilenceLine & { total: number }>`
    with each as (select distinct on (z.relation) z.* from relations.silences z
      where z.active_on <= ${on}::date and z.until_on > ${on}::date and z.kind = any(${[...quietKinds]}::text[])
      order by z.relation, z.since, z.kind),
    waiting as (select * from each order by since, relation limit ${Math.max(countMost, limit)})
    select ${line}, (select count(*)::int from waiting) as total
    from waiting z join relations.relations r on r.tenant = z.tenant and r.id = z.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    order by z.since, z.relation limit ${limit}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** For how many days a relation has been without news on a day; undefined while it is not. */
export async function silentDaysOf(tx: Tx, { id, on }: { id: string; on: DateText }): Promise<number | undefined> {
  const { rows } = await sql<{ days: number }>`
    select ${on}::date - z.since as days from relations.silences z
    where z.relation = ${id}::uuid and z.kind = 'no_news' and z.active_on <= ${on}::date and z.until_on > ${on}::date
    order by z.since limit 1`.execute(tx)
  return rows[0]?.days
}
