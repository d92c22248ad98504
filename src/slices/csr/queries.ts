import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { NeedField, PublishedCompany, PublishedNeed } from './model.ts'

export { findCompanyPublication, listCompanies, readCompany } from './companies.ts'
export { companyFile } from './list-file.ts'
export { listNeeds, readNeed } from './needs.ts'
export { findOffer, listOffers } from './offers.ts'
export { propose } from './matching.ts'
export { programmes } from './telling.ts'

/** The cooperations among these that are public now: one that never was, or was taken back, is not named. */
async function keepPublic(portal: PortalDb, relations: PublishedNeed['relations']) {
  if (relations.length === 0) return []
  const slugs = relations.map(({ slug }) => slug)
  const rows = await portal.selectFrom('relations.published').select('slug').where('slug', 'in', slugs).execute()
  return relations.filter(({ slug }) => rows.some((row) => row.slug === slug))
}

/** A public need by its address. One that was taken back is `gone`; undefined where nothing ever was. */
export async function findPublicNeed(
  portal: PortalDb,
  { slug, on }: { slug: string; on: string },
): Promise<{ tenant: string; need: PublishedNeed } | 'gone' | undefined> {
  const row = await portal
    .selectFrom('csr.published')
    .select(['tenant', 'document'])
    .where('slug', '=', slug)
    .where('entered_on', '<=', on)
    .executeTakeFirst()
  if (row !== undefined) {
    const need = row.document as unknown as PublishedNeed
    return { tenant: row.tenant, need: { ...need, relations: await keepPublic(portal, need.relations) } }
  }
  const gone = await portal.selectFrom('csr.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
  return gone === undefined ? undefined : 'gone'
}

export interface AskedPublic {
  region: string
  on: string
  field?: NeedField | undefined
  village?: string | undefined
  /** The address of the last one on the page before. */
  before?: string | undefined
  limit: number
}

/** Public needs of a region, newest first, of a field or a village. Keyset over the same order. */
export async function listPublicNeeds(
  portal: PortalDb,
  { region, on, field, village, before, limit }: AskedPublic,
): Promise<PublishedNeed[]> {
  const parts = [sql`region_slug = ${region}`, sql`entered_on <= ${on}`]
  if (field !== undefined) parts.push(sql`document ->> 'field' = ${field}`)
  if (village !== undefined) parts.push(sql`document ->> 'village' = ${village}`)
  if (before !== undefined) {
    parts.push(sql`(entered_on, id) < (select b.entered_on, b.id from csr.published b where b.slug = ${before})`)
  }
  const { rows } = await sql<{ document: PublishedNeed }>`
    select document from csr.published where ${sql.join(parts, sql` and `)}
    order by entered_on desc, id desc limit ${limit}`.execute(portal)
  return rows.map(({ document }) => document)
}

/** By what the public needs of a region can be narrowed: fields that have any, and villages by name (at most 60). */
export async function listPublicPlaces(
  portal: PortalDb,
  { region, on }: { region: string; on: string },
): Promise<{ fields: NeedField[]; villages: string[] }> {
  const there = sql`from csr.published where region_slug = ${region} and entered_on <= ${on}`
  const { rows } = await sql<{ fields: NeedField[]; villages: string[] }>`
    select array(select distinct document ->> 'field' ${there}) as fields,
      array(select distinct document ->> 'village' ${there} order by 1 limit 60) as villages`.execute(portal)
  return rows[0] ?? { fields: [], villages: [] }
}

/**
 * A public year of a company, `gone` where it was taken back, undefined before the day it was published for. A need that was taken back since then is only counted, as
 * one that never was public.
 */
export async function findPublicCompany(
  portal: PortalDb,
  { region, slug, year, on }: { region: string; slug: string; year: number; on: string },
): Promise<PublishedCompany | 'gone' | undefined> {
  const row = await portal
    .selectFrom('csr.published_companies')
    .select(['document', 'withdrawn_at'])
    .where('region_slug', '=', region)
    .where('slug', '=', slug)
    .where('year', '=', year)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.withdrawn_at !== null) return 'gone'
  const company = row.document as unknown as PublishedCompany
  if (company.on > on) return undefined
  const { rows } = await sql<{ slug: string }>`
    select slug from csr.published where slug = any(${company.lines.map((line) => line.slug)}::text[])`.execute(portal)
  const lines = company.lines.filter((line) => rows.some((need) => need.slug === line.slug))
  return { ...company, lines, others: company.others + company.lines.length - lines.length }
}

/** The public years of companies of a region, newest first (at most 200). */
export async function listPublicCompanies(
  portal: PortalDb,
  { region, on }: { region: string; on: string },
): Promise<PublishedCompany[]> {
  const rows = await portal
    .selectFrom('csr.published_companies')
    .select('document')
    .where('region_slug', '=', region)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`document ->> 'on' <= ${on}`)
    .orderBy('year', 'desc')
    .orderBy('slug')
    .limit(200)
    .execute()
  return rows.map(({ document }) => document as unknown as PublishedCompany)
}
