import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { Named } from '../../shared/names.ts'
import { programmeLimit } from '../../shared/programmes.ts'
import type { PublishedCohort, PublishedOverview } from './publication.ts'

export type { PublishedCohort, PublishedOverview } from './publication.ts'

/** A public cohort as it is shown: its cooperations by their names in each language. */
export type ShownCohort = Omit<PublishedCohort, 'relations'> & { relations: (Named & { slug: string })[] }

/** A public cohort by its address, or that it was taken back. */
export async function findPublic(portal: PortalDb, slug: string): Promise<ShownCohort | 'gone' | undefined> {
  const row = await portal
    .selectFrom('workforce.published')
    .select('document')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row !== undefined) {
    const cohort = row.document as unknown as PublishedCohort
    return { ...cohort, relations: await stillPublic(portal, cohort.relations) }
  }
  const gone = await portal.selectFrom('workforce.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
  return gone === undefined ? undefined : 'gone'
}

/** A cooperation that was taken back since is no longer named; what still is, by its public name in each language. */
async function stillPublic(portal: PortalDb, relations: PublishedCohort['relations']) {
  if (relations.length === 0) return []
  const slugs = relations.map(({ slug }) => slug)
  const rows = await portal
    .selectFrom('relations.published')
    .select(['slug', sql<Named['names'] | null>`document -> 'partner' -> 'names'`.as('names')])
    .where('slug', 'in', slugs)
    .execute()
  return relations.flatMap((relation) => {
    const row = rows.find(({ slug }) => slug === relation.slug)
    return row === undefined ? [] : [{ ...relation, names: row.names ?? undefined }]
  })
}

/** Public cohorts of a region, newest first: of some cooperations, to one country, or all (at most 50). */
export async function listPublic(
  portal: PortalDb,
  {
    region,
    relations,
    country,
  }: { region: string; relations?: readonly string[] | undefined; country?: string | undefined },
): Promise<PublishedCohort[]> {
  const rows = await portal
    .selectFrom('workforce.published')
    .select('document')
    .where('region_slug', '=', region)
    .$if(relations !== undefined, (query) => query.where(sql<boolean>`relations && ${[...(relations ?? [])]}::uuid[]`))
    .$if(country !== undefined, (query) => query.where(sql<boolean>`document ->> 'country' = ${country}`))
    .orderBy(sql`coalesce(document ->> 'beganOn', '')`, 'desc')
    .orderBy('id', 'desc')
    .limit(programmeLimit)
    .execute()
  return rows.map(({ document }) => document as unknown as PublishedCohort)
}

/** What a region made public beside its cohorts; undefined while it made nothing public. */
export async function findOverview(portal: PortalDb, region: string): Promise<PublishedOverview | undefined> {
  const row = await portal
    .selectFrom('workforce.published_overviews')
    .select('document')
    .where('region_slug', '=', region)
    .executeTakeFirst()
  return row && (row.document as unknown as PublishedOverview)
}
