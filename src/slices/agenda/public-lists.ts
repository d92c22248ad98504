import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import { holdsWord, nearnessOf } from '../../platform/sought-words.ts'
import type { PublishedRelation } from '../relations/model.ts'
import type { PublishedActivity } from './model.ts'

interface OfRegion {
  region: string
  on: string
}

/** What a list of the portal is narrowed to; every folded word must be held. */
export interface PublicFilters {
  year?: string | undefined
  words?: readonly string[] | undefined
}

/** Published activities of a region up to a day, newest first; `before` is the slug of the last one seen. */
export async function listPublishedOfRegion(
  portal: PortalDb,
  asked: OfRegion & PublicFilters & { before?: string | undefined; limit: number },
): Promise<PublishedActivity[]> {
  const { region, on, before, limit, year, words = [] } = asked
  const conditions = [
    sql`a.region_slug = ${region} and a.occurred_on <= ${on}`,
    ...words.map((word) => holdsWord(sql`a.search`, word)),
    ...(year === undefined ? [] : [sql`left(a.occurred_on, 4) = ${year}`]),
    ...(before === undefined
      ? []
      : [sql`(a.occurred_on, a.id) < (select b.occurred_on, b.id from agenda.published b where b.slug = ${before})`]),
  ]
  const { rows } = await sql<{ document: PublishedActivity }>`
    select a.document from agenda.published a where ${sql.join(conditions, sql` and `)}
    order by a.occurred_on desc, a.id desc limit ${limit}`.execute(portal)
  return rows.map(({ document }) => document)
}

/** Published activities of some relations up to a day, each once, newest first (at most 50). */
export async function listPublishedOfRelations(
  portal: PortalDb,
  { relations, on }: { relations: readonly string[]; on: string },
): Promise<PublishedActivity[]> {
  const { rows } = await sql<{ document: PublishedActivity }>`
    select a.document from agenda.published a where a.relations && ${[...relations]}::uuid[] and a.occurred_on <= ${on}
    order by a.occurred_on desc, a.id desc limit 50`.execute(portal)
  return rows.map(({ document }) => document)
}

/** The years in which a region has published activities up to a day, newest first (at most 100). */
export async function listPublicYears(portal: PortalDb, { region, on }: OfRegion) {
  const { rows } = await sql<{ year: string; n: number }>`
    select left(a.occurred_on, 4) as year, count(*)::int as n from agenda.published a
    where a.region_slug = ${region} and a.occurred_on <= ${on} group by 1 order by 1 desc limit 100`.execute(portal)
  return rows
}

/** A public relation with the day of its last public activity. */
interface MovedRelation {
  relation: PublishedRelation
  lastOn: string | undefined
}

/** What a region has published of what had begun on a day, in the order of last activity; without one, of beginning. */
export async function listByLastActivity(
  portal: PortalDb,
  { region, on, limit }: OfRegion & { limit: number },
): Promise<MovedRelation[]> {
  const { rows } = await sql<{ relation: PublishedRelation; lastOn: string | null }>`
    with last as (
      select m.relation, max(a.occurred_on) as on from agenda.published a cross join lateral unnest(a.relations) m (relation)
      where a.region_slug = ${region} and a.occurred_on <= ${on} group by 1)
    select r.document as relation, l.on as "lastOn" from relations.published r left join last l on l.relation = r.id
    where r.region_slug = ${region} and coalesce(rpad(r.document->>'beganOn', 10, '-01-01'), '') <= ${on}
    order by coalesce(l.on, r.document->>'beganOn', '') desc, r.title, r.slug limit ${limit}`.execute(portal)
  return rows.map(({ relation, lastOn }) => ({ relation, lastOn: lastOn ?? undefined }))
}

/** The day of the last public activity of some relations (at most 100) up to a day; those without one are left out. */
export async function readLastDays(
  portal: PortalDb,
  { relations, on }: { relations: readonly string[]; on: string },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ relation: string; on: string }>`
    select m.relation, max(a.occurred_on) as on from agenda.published a cross join lateral unnest(a.relations) m (relation)
    where a.relations && ${[...relations]}::uuid[] and m.relation = any(${[...relations]}::uuid[]) and a.occurred_on <= ${on}
    group by 1 limit 100`.execute(portal)
  return new Map(rows.map((row) => [row.relation, row.on]))
}

/** Public activities whose titles are spelled like the words, the likest first; the newest 2,000 are compared. */
export async function listAlikePublished(
  portal: PortalDb,
  { region, on, words, limit }: OfRegion & { words: readonly string[]; limit: number },
): Promise<PublishedActivity[]> {
  if (words.length === 0) return []
  const near = words.slice(0, 3).map((word) => nearnessOf(word, sql`left(a.search, 200)`))
  const { rows } = await sql<{ document: PublishedActivity }>`
    with near as materialized (
      select a.id, least(${sql.join(near)}) as near from agenda.published a
      where a.region_slug = ${region} and a.occurred_on <= ${on} order by a.occurred_on desc, a.id desc limit 2000)
    select a.document from near n join agenda.published a on a.id = n.id
    where n.near >= 0.4 order by n.near desc, a.slug limit ${limit}`.execute(portal)
  return rows.map(({ document }) => document)
}
