import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { PublishedRelation } from '../relations/model.ts'
import { exchangeOn, type PublishedExchange } from './model.ts'

interface Asked {
  region: string
  on: string
  relations?: readonly string[] | undefined
  limit: number
}

/** Published exchanges of a region as they stood on a day, newest first. */
export async function listPublishedExchanges(
  portal: PortalDb,
  { region, on, relations, limit }: Asked,
): Promise<PublishedExchange[]> {
  const { rows } = await sql<{ document: PublishedExchange }>`
    select document from exchange.published
    where region_slug = ${region} and rpad(document ->> 'occurredOn', 10, '-01-01') <= ${on}
      ${relations === undefined ? sql`` : sql`and relations && ${[...relations]}::uuid[]`}
    order by day desc, id desc limit ${limit}`.execute(portal)
  return rows.flatMap(({ document }) => exchangeOn(document, on) ?? [])
}

/** The public exchange at an address as it stood on a day, with the cooperations of it that are public too. */
export async function findPublishedExchange(
  portal: PortalDb,
  { slug, on }: { slug: string; on: string },
): Promise<{ exchange: PublishedExchange; relations: PublishedRelation[]; tenant: string } | 'gone' | undefined> {
  const row = await portal
    .selectFrom('exchange.published')
    .select(['tenant', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) {
    const gone = await portal.selectFrom('exchange.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
    return gone && 'gone'
  }
  const exchange = exchangeOn(row.document as unknown as PublishedExchange, on)
  if (exchange === undefined) return undefined
  const { rows } = await sql<{ document: PublishedRelation }>`
    select document from relations.published where id = any(${exchange.relations}::uuid[])
      and coalesce(rpad(document ->> 'beganOn', 10, '-01-01'), '') <= ${on} order by title, slug limit 20`.execute(
    portal,
  )
  return { exchange, relations: rows.map(({ document }) => document), tenant: row.tenant }
}
