import { sql, type RawBuilder } from 'kysely'
import { holdsWord, nearnessOf } from '../../platform/sought-words.ts'
import type { PortalDb } from '../../platform/database.ts'
import type { PublishedRelation, PublishedText, Status } from './model.ts'

/** What a list of the portal is narrowed to; every folded word must be held. */
export interface PublicFilters {
  status?: Status | undefined
  country?: string | undefined
  words?: readonly string[] | undefined
}

interface OfRegion {
  region: string
  on: string
}

const begun = (on: string) => sql<boolean>`coalesce(rpad(r.document->>'beganOn', 10, '-01-01'), '') <= ${on}`

/** `statusByDays` once more, over the published document. */
const statusOn = (on: string) => sql<Status | null>`(
  select s.value->>'status' from jsonb_array_elements(r.document->'statuses') with ordinality s (value, n)
  where s.value->>'from' <= ${on} order by s.n desc limit 1)`

const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `)

/** What a region has published of what had begun on a day, by title; `after` is the slug of the last row seen. */
export async function listPublished(
  portal: PortalDb,
  asked: OfRegion & PublicFilters & { after?: string | undefined; limit: number },
): Promise<PublishedRelation[]> {
  const { region, on, after, limit, status, country, words = [] } = asked
  const conditions = [
    sql`r.region_slug = ${region}`,
    begun(on),
    ...words.map((word) => holdsWord(sql`r.search`, word)),
    ...(status === undefined ? [] : [sql`${statusOn(on)} = ${status}`]),
    ...(country === undefined ? [] : [sql`r.country = ${country}`]),
    ...(after === undefined
      ? []
      : [sql`(r.title, r.slug) > (select b.title, b.slug from relations.published b where b.slug = ${after})`]),
  ]
  const { rows } = await sql<{ document: PublishedRelation }>`
    select r.document from relations.published r where ${all(conditions)} order by r.title, r.slug limit ${limit}`.execute(
    portal,
  )
  return rows.map(({ document }) => document)
}

/** How many public relations of a region stand how, and with which country, on a day; no row is over a thousand. */
export async function countPublished(portal: PortalDb, { region, on }: OfRegion) {
  const { rows } = await sql<{ status: Status | null; country: string | null; n: number }>`
    select ${statusOn(on)} as status, r.country, count(*)::int as n from relations.published r
    where r.region_slug = ${region} and ${begun(on)} group by 1, 2 order by 1, 2 limit 1000`.execute(portal)
  return rows
}

/** The public relations of a region with one partner (at most 25: one, but for partners that were merged). */
export async function listPublishedOfPartner(
  portal: PortalDb,
  { region, on, partner }: OfRegion & { partner: string },
) {
  const { rows } = await sql<{ document: PublishedRelation }>`
    select r.document from relations.published r
    where r.region_slug = ${region} and r.partner_slug = ${partner} and ${begun(on)}
    order by r.published_at desc, r.slug limit 25`.execute(portal)
  return rows.map(({ document }) => document)
}

/** A signed text as a list shows it: with the parties, and how far their cooperation is. */
export interface ListedText {
  text: PublishedText
  relation: Pick<PublishedRelation, 'slug' | 'region' | 'partner' | 'label' | 'statuses'>
}

/** Where a list of texts goes on: the day and id of the last one seen. */
export type TextCursor = Pick<PublishedText, 'on' | 'id'>

/** The signed texts that a region has published, up to a day, newest first. */
export async function listPublishedTexts(
  portal: PortalDb,
  { region, on, before, limit }: OfRegion & { before?: TextCursor | undefined; limit: number },
): Promise<ListedText[]> {
  const from = before === undefined ? sql`true` : sql`(t.value->>'on', t.value->>'id') < (${before.on}, ${before.id})`
  const { rows } = await sql<ListedText>`
    select t.value as text, jsonb_build_object('slug', r.slug, 'region', r.document->'region',
      'partner', r.document->'partner', 'label', r.document->'label', 'statuses', r.document->'statuses') as relation
    from relations.published r cross join lateral jsonb_array_elements(r.document->'texts') t
    where r.region_slug = ${region} and ${begun(on)} and t.value->>'on' <= ${on} and ${from}
    order by t.value->>'on' desc, t.value->>'id' desc limit ${limit}`.execute(portal)
  return rows.map(({ text, relation }) => ({
    text,
    relation: { ...relation, partner: relation.partner ?? undefined, label: relation.label ?? undefined },
  }))
}

/** Below this a reader would not see why it was proposed. */
const alikeLeast = 0.4

/**
 * Public relations whose names are spelled like the words, the likest first: "Hanamatsu" finds Hamamatsu. Of at most
 * 2,000 the beginning is compared, where the names stand.
 */
export async function listAlikePublished(
  portal: PortalDb,
  { region, on, words, limit }: OfRegion & { words: readonly string[]; limit: number },
): Promise<PublishedRelation[]> {
  if (words.length === 0) return []
  const near = words.slice(0, 3).map((word) => nearnessOf(word, sql`left(r.search, 200)`))
  const { rows } = await sql<{ document: PublishedRelation }>`
    with near as materialized (
      select r.id, least(${sql.join(near)}) as near from relations.published r
      where r.region_slug = ${region} and ${begun(on)} limit 2000)
    select r.document from near n join relations.published r on r.id = n.id
    where n.near >= ${alikeLeast} order by n.near desc, r.slug limit ${limit}`.execute(portal)
  return rows.map(({ document }) => document)
}
