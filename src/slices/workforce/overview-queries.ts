import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Coverage, FigureKind, FigureUnit, Standing } from './model.ts'
import { shippedKnown, type KnownLine } from './schemes-on.ts'

/** Everything that is known of programmes abroad: what is shipped, and what the region says (at most 500). */
export async function listStandingLines(tx: Tx): Promise<KnownLine[]> {
  const rows = await tx
    .selectFrom('workforce.standings')
    .selectAll()
    .where('voided_on', 'is', null)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const own = rows.map((row): KnownLine => ({
    id: row.id,
    scheme: row.scheme,
    country: row.country,
    names: (row.names ?? undefined) as KnownLine['names'],
    standing: row.standing as Standing,
    since: row.since,
    startsOn: row.starts_on ?? undefined,
    source: row.source,
    isChecked: row.checked,
    lookAgainOn: row.look_again_on ?? undefined,
    note: row.note ?? undefined,
    relation: row.relation ?? undefined,
    rev: row.rev,
  }))
  return [...own, ...shippedKnown]
}

export { schemesOn, type KnownLine } from './schemes-on.ts'

export interface Figure {
  id: string
  kind: FigureKind
  year: number
  value: number | undefined
  unit: FigureUnit
  source: string
  note: string | undefined
  rev: number
}

/** Figures that were not voided, the latest year first (at most 200). */
export async function listFigures(tx: Tx): Promise<Figure[]> {
  const rows = await tx
    .selectFrom('workforce.figures')
    .selectAll()
    .where('voided_on', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('kind')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as FigureKind,
    year: row.year,
    value: row.value === null ? undefined : Number(row.value),
    unit: row.unit as FigureUnit,
    source: row.source,
    note: row.note ?? undefined,
    rev: row.rev,
  }))
}

export type Reported = Coverage & { filled: number; filledLocal: number }

/**
 * For each year in which companies reported: how many of how many, and what they filled. Residents are counted where both
 * figures were reported. At most ten years, the latest first, up to a day.
 */
export async function listCoverage(tx: Tx, on: string): Promise<Reported[]> {
  const { rows } = await sql<{ year: number; reported: number; known: number | null; filled: number; local: number }>`
    select x.*, (select f.value::int from workforce.figures f where f.kind = 'perusahaan_terdaftar'
      and f.voided_on is null and f.year = x.year order by f.id desc limit 1) as known
    from (select left(r.reported_on, 4)::int as year, count(distinct r.partner)::int as reported,
        coalesce(sum(r.filled) filter (where r.filled_local is not null), 0)::int as filled,
        coalesce(sum(r.filled_local), 0)::int as local
      from workforce.requests r where r.reported_on is not null and r.reported_on <= ${on}
      group by 1 order by 1 desc limit 10) x order by x.year desc`.execute(tx)
  return rows.map(({ year, reported, known, filled, local }) => ({
    year,
    reported,
    known: known ?? undefined,
    filled,
    filledLocal: local,
  }))
}

export interface SkillAsked {
  skill: string
  requests: number
  /** Absent where nobody said how many; what nobody reported is not filled by nobody. */
  number?: number | undefined
  filled?: number | undefined
}

/** What companies asked for by skill, the most first (at most 50): no company is named. */
export async function listSkills(tx: Tx): Promise<SkillAsked[]> {
  const { rows } = await sql<{ skill: string; requests: number; number: number | null; filled: number | null }>`
    select min(skill) as skill, count(*)::int as requests, sum(number)::int as number, sum(filled)::int as filled
    from workforce.requests group by lower(skill) order by 3 desc nulls last, 1 limit 50`.execute(tx)
  return rows.map(({ number, filled, ...asked }) => ({
    ...asked,
    number: number ?? undefined,
    filled: filled ?? undefined,
  }))
}

/** Since when the overview is public, and whether something was said since. */
export async function findOverviewState(tx: Tx): Promise<{ publishedAt?: string; isLagging: boolean }> {
  const { rows } = await sql<{ published_at: string; later: boolean }>`
    select p.published_at::text, exists (select from ledger.acts a join ledger.changes c on c.tenant = a.tenant and c.act = a.id
      where a.tenant = p.tenant and a.id <> p.published_by and a.at > p.published_at
        and c.table_name in ('workforce.standings', 'workforce.figures', 'workforce.requests')) as later
    from workforce.published_overviews p`.execute(tx)
  const [row] = rows
  return row === undefined ? { isLagging: false } : { publishedAt: row.published_at, isLagging: row.later }
}
