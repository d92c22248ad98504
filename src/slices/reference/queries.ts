import type { PortalDb, Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Official, RegionCard } from './model.ts'

/** The caller's own region. */
export async function getRegion(tx: Tx) {
  const row = await tx
    .selectFrom('reference.regions')
    .select(['tenant', 'code', 'slug', 'tier', 'province', 'name', 'names', 'zone', 'demonstration', 'rev'])
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** A region's public card by its slug, for its portal. */
export async function findRegionCard(portal: PortalDb, slug: string): Promise<RegionCard | undefined> {
  const row = await portal
    .selectFrom('reference.published')
    .select('document')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.document as RegionCard | undefined
}

/** Every region with a public portal on this installation, by name (at most 600: there are 552 in Indonesia). */
export async function listRegionCards(portal: PortalDb): Promise<RegionCard[]> {
  const rows = await portal.selectFrom('reference.published').select('document').orderBy('slug').limit(600).execute()
  return rows.map(({ document }) => document as unknown as RegionCard)
}

export async function listUnits(tx: Tx) {
  return await tx
    .selectFrom('reference.units')
    .select(['id', 'name', 'short_name as shortName', 'kind'])
    .orderBy('name')
    .limit(500)
    .execute()
}

/** Refuses a unit that is not of the caller's region. */
export async function getUnit(tx: Tx, id: string): Promise<{ id: string }> {
  const row = await tx.selectFrom('reference.units').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** Officials of the region over time, newest first (at most 500). */
export async function listOfficials(tx: Tx): Promise<Official[]> {
  const rows = await tx
    .selectFrom('reference.officials')
    .select(['id', 'name', 'office', 'capacity', 'from_on', 'to_on', 'seen_on'])
    .orderBy('seen_on', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    office: row.office as Official['office'],
    capacity: row.capacity as Official['capacity'],
    fromOn: row.from_on ?? undefined,
    toOn: row.to_on ?? undefined,
    seenOn: row.seen_on,
  }))
}
