import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { PublishedActivity } from '../../slices/agenda/model.ts'
import type { PublishedRelation } from '../../slices/relations/model.ts'

/** Something that was published, or published again, and when: "2025-07-24T03:00:00Z". */
export type Issued = { id: string; updated: string } & (
  | { kind: 'relation'; document: PublishedRelation }
  | { kind: 'activity'; document: PublishedActivity }
)

/** Entries of a feed at most. */
const most = 50

const written = (instant: ReturnType<typeof sql>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** An activity that was published before its day is new on its day. */
const activityAt = sql`greatest(p.published_at, rpad(p.occurred_on, 10, '-01-01')::timestamptz)`
const begunBy = (on: string) => sql`coalesce(rpad(p.document->>'beganOn', 10, '-01-01'), '') <= ${on}`

/** What a region has published of what had begun on a day, the newest first (at most 50). */
export async function listIssued(portal: PortalDb, { region, on }: { region: string; on: string }): Promise<Issued[]> {
  const { rows } = await sql<Issued>`
    select id, kind, document, ${written(sql`at`)} as updated from (
      (select p.id, 'relation' as kind, p.document, p.published_at as at from relations.published p
        where p.region_slug = ${region} and ${begunBy(on)} order by at desc, p.id limit ${most})
      union all
      (select p.id, 'activity', p.document, ${activityAt} as at from agenda.published p
        where p.region_slug = ${region} and p.occurred_on <= ${on} order by at desc, p.id limit ${most})) x
    order by at desc, id limit ${most}`.execute(portal)
  return rows
}

/** A published relation and what happened in it up to a day, the newest first (at most 50). */
export async function listIssuedOf(portal: PortalDb, { relation, on }: { relation: string; on: string }) {
  const { rows } = await sql<Issued>`
    select id, kind, document, ${written(sql`at`)} as updated from (
      (select p.id, 'relation' as kind, p.document, p.published_at as at from relations.published p
        where p.id = ${relation}::uuid)
      union all
      (select p.id, 'activity', p.document, ${activityAt} as at from agenda.published p
        where p.relations @> array[${relation}::uuid] and p.occurred_on <= ${on} order by at desc, p.id limit ${most})) x
    order by at desc, id limit ${most}`.execute(portal)
  return rows
}

/** When the region itself was last published. */
export async function findRegionIssue(portal: PortalDb, region: string): Promise<string | undefined> {
  const { rows } = await sql<{ updated: string }>`
    select ${written(sql`published_at`)} as updated from reference.published where slug = ${region}`.execute(portal)
  return rows[0]?.updated
}

/** The public records by the first part of their address. */
export const listings = ['daerah', 'kerja-sama', 'kegiatan'] as const
export type Listing = (typeof listings)[number]

const listed = {
  daerah: () => sql`select slug, published_at from reference.published`,
  'kerja-sama': (on: string) => sql`select slug, published_at from relations.published p where ${begunBy(on)}`,
  kegiatan: (on: string) => sql`select slug, published_at from agenda.published where occurred_on <= ${on}`,
} as const satisfies Record<Listing, (on: string) => unknown>

/** How many addresses of each kind a day shows. */
export async function countListed(portal: PortalDb, on: string): Promise<Record<Listing, number>> {
  const counts = await Promise.all(
    listings.map(async (of) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${listed[of](on)}) x`.execute(portal)
      return [of, rows[0]?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(counts) as Record<Listing, number>
}

/** A part of the addresses of one kind in a lasting order. */
export async function listListed(
  portal: PortalDb,
  { of, on, from, limit }: { of: Listing; on: string; from: number; limit: number },
): Promise<{ slug: string; on: string }[]> {
  const { rows } = await sql<{ slug: string; on: string }>`
    select slug, to_char(published_at, 'YYYY-MM-DD') as on from (${listed[of](on)}) x
    order by slug offset ${from} limit ${limit}`.execute(portal)
  return rows
}
