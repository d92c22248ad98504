import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { PublishedContact, PublishedService } from './model.ts'

export interface Found<Document> {
  id: string
  tenant: string
  document: Document
}

/** A service as the world sees it; `gone` when it was taken back. */
export async function findService(
  portal: PortalDb,
  slug: string,
): Promise<Found<PublishedService> | 'gone' | undefined> {
  const row = await portal
    .selectFrom('residents.published')
    .select(['id', 'tenant', 'document'])
    .where('slug', '=', slug)
    .where('kind', '=', 'service')
    .executeTakeFirst()
  if (row !== undefined)
    return { id: row.id, tenant: row.tenant, document: row.document as unknown as PublishedService }
  const gone = await portal.selectFrom('residents.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
  return gone === undefined ? undefined : 'gone'
}

/** The contact point of a region, while it takes questions. */
export async function findContactPage(portal: PortalDb, region: string): Promise<Found<PublishedContact> | undefined> {
  const row = await portal
    .selectFrom('residents.published')
    .select(['id', 'tenant', 'document'])
    .where('slug', '=', `/${region}`)
    .executeTakeFirst()
  return row && { id: row.id, tenant: row.tenant, document: row.document as unknown as PublishedContact }
}

/** The public services of a region known on a day, newest first (at most 50), of some cooperations or of all. */
export async function listPublicServices(
  portal: PortalDb,
  { region, on, relations }: { region: string; on: string; relations?: readonly string[] | undefined },
): Promise<PublishedService[]> {
  const { rows } = await sql<{ document: PublishedService }>`
    select p.document from residents.published p where p.kind = 'service' and p.region_slug = ${region}
      and rpad(p.document ->> 'occurredOn', 10, '-01-01') <= ${on}
      and (${relations === undefined} or p.relations && ${[...(relations ?? [])]}::uuid[])
    order by p.document ->> 'occurredOn' desc, p.id desc limit 50`.execute(portal)
  return rows.map(({ document }) => document)
}

/** What a receipt opens, in whatever region; undefined where number and key do not belong together. */
export async function findReceipt(
  portal: PortalDb,
  { number, keyHash }: { number: string; keyHash: Buffer },
): Promise<{ tenant: string; kind: 'booking' | 'question'; id: string } | undefined> {
  const { rows } = await sql<{ tenant: string; kind: 'booking' | 'question'; id: string }>`
    select tenant, kind, id from residents.told_by_receipt(${number}, ${keyHash}::bytea)`.execute(portal)
  return rows[0]
}
