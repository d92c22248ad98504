import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { namesOf } from './holiday-names.ts'
import type {
  Calendar,
  Emblem,
  Heading,
  HolidayKind,
  ListedOfficial,
  Official,
  RegionCard,
  SectorId,
  UnitKind,
} from './model.ts'

export { holidaysOn, listForeignHolidays } from './foreign-holidays.ts'

/** The caller's own region. */
export async function getRegion(tx: Tx) {
  const row = await tx
    .selectFrom('reference.regions')
    .select([
      'tenant',
      'code',
      'slug',
      'tier',
      'province',
      'name',
      'names',
      'zone',
      'demonstration',
      'preparing',
      'rev',
    ])
    .select(['cuti_bersama_counts as cutiBersamaCounts', 'emblem_on_portal as emblemOnPortal'])
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

/** What a reader of the portal may write about at a region's address: its pages that are no record's. */
export async function findPublicRegion(portal: PortalDb, { slug, language }: { slug: string; language: Language }) {
  const row = await portal
    .selectFrom('reference.published')
    .select(['tenant', 'id', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const name = nameIn(language, row.document as unknown as RegionCard)
  return { tenant: row.tenant, id: row.id, title: name, region: { slug, name } }
}

/** The emblem that a region shows on its portal, and whose store keeps it. */
export async function findEmblem(portal: PortalDb, slug: string): Promise<(Emblem & { tenant: string }) | undefined> {
  const row = await portal
    .selectFrom('reference.published')
    .select(['tenant', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  const card = row?.document as RegionCard | undefined
  return row === undefined || card?.emblem === undefined ? undefined : { tenant: row.tenant, ...card.emblem }
}

/** Every region with a public portal on this installation, by name (at most 600: there are 552 in Indonesia). */
export async function listRegionCards(portal: PortalDb): Promise<RegionCard[]> {
  const rows = await portal.selectFrom('reference.published').select('document').orderBy('slug').limit(600).execute()
  return rows.map(({ document }) => document as unknown as RegionCard)
}

/** The bodies of the region by name (at most 500). */
export async function listUnits(tx: Tx) {
  const rows = await tx
    .selectFrom('reference.units')
    .select(['id', 'name', 'short_name as shortName', 'kind', 'mail', 'rev'])
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as UnitKind }))
}

/** Refuses a unit that is not of the caller's region. */
export async function getUnit(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const row = await tx.selectFrom('reference.units').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** Officials of the region over time, newest first (at most 500). */
export async function listOfficials(tx: Tx): Promise<ListedOfficial[]> {
  const rows = await tx
    .selectFrom('reference.officials')
    .select(['id', 'name', 'office', 'capacity', 'from_on', 'to_on', 'seen_on', 'unit', 'rev'])
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
    unit: row.unit ?? undefined,
    rev: row.rev,
  }))
}

/** The days off of a year in their order, whatever their kind (a year has at most 366 of each). */
export async function listHolidays(tx: Tx, year: number) {
  const rows = await tx
    .selectFrom('reference.holidays')
    .select(['id', 'day', 'kind', 'name', 'names', 'basis', 'verified', 'rev'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .orderBy('kind')
    .limit(1098)
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as HolidayKind,
    names: row.names as Named['names'] & object,
    verified: row.verified as 'V' | 'V2' | 'M',
  }))
}

/** The years about which something is known: by which decree, whether complete, how many days. `rev` 0: nothing said. */
export async function listHolidayYears(tx: Tx) {
  const { rows } = await sql<{ year: number; basis: string | null; complete: boolean; rev: number; days: number }>`
    with counted as (select left(day, 4)::int as year, count(*)::int as days from reference.holidays group by 1)
    select coalesce(y.year, c.year) as year, y.basis, coalesce(y.complete, false) as complete, coalesce(y.rev, 0) as rev,
      coalesce(c.days, 0) as days
    from reference.holiday_years y full join counted c on c.year = y.year order by 1 limit 120`.execute(tx)
  return rows
}

/** What clocks of the region count by, for the days from one to the other. */
export async function getCalendar(tx: Tx, { from, to }: { from: DateText; to: DateText }): Promise<Calendar> {
  const holidays = await tx
    .selectFrom('reference.holidays')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('kind')
    .limit(4000)
    .execute()
  const complete = await tx
    .selectFrom('reference.holiday_years')
    .select('year')
    .where('complete', '=', true)
    .where('year', '>=', Number(from.slice(0, 4)))
    .where('year', '<=', Number(to.slice(0, 4)))
    .orderBy('year')
    .execute()
  const { cutiBersamaCounts } = await getRegion(tx)
  return {
    holidays: holidays.map((row) => ({ ...row, kind: row.kind as HolidayKind })),
    cutiBersamaCounts,
    completeYears: complete.map(({ year }) => year),
  }
}

/** What the days off of a span are called here, in every language that is known (at most 400). */
export async function listNamedDays(tx: Tx, { from, to }: { from: DateText; to: DateText }) {
  const rows = await tx
    .selectFrom('reference.holidays')
    .select(['day', 'name', 'names'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('kind', 'desc')
    .limit(400)
    .execute()
  return rows.map(({ day, name, names }) => ({ day, name, names: namesOf(name, names) }))
}

/** The affairs of the region in the order of the law, each with its fields and the body in charge (at most 250). */
export async function listAffairs(tx: Tx) {
  const rows = await tx
    .selectFrom('reference.affairs')
    .select(['id', 'code', 'name', 'heading', 'sectors', 'unit', 'verified', 'rev'])
    .orderBy(sql`array_position(array['wajib_dasar', 'wajib_lain', 'pilihan', 'penunjang'], heading)`)
    .orderBy('id')
    .limit(250)
    .execute()
  return rows.map((row) => ({
    ...row,
    heading: row.heading as Heading,
    sectors: row.sectors as SectorId[],
    verified: row.verified as 'V' | 'V2' | 'M',
  }))
}
