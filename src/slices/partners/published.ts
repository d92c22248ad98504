import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { PublishedCountry } from './model.ts'

/** What a region published about a country. One that was taken back is `gone`; undefined where nothing ever was. */
export async function findPublishedCountry(
  portal: PortalDb,
  { region, country }: { region: string; country: string },
): Promise<PublishedCountry | 'gone' | undefined> {
  const row = await portal
    .selectFrom('partners.published_countries')
    .select('document')
    .where('region_slug', '=', region)
    .where('country', '=', country)
    .executeTakeFirst()
  if (row !== undefined) return row.document as unknown as PublishedCountry
  const gone = await portal
    .selectFrom('partners.withdrawn_countries')
    .select('id')
    .where('region_slug', '=', region)
    .where('country', '=', country)
    .executeTakeFirst()
  return gone === undefined ? undefined : 'gone'
}

/**
 * The countries of which a region shows statements of a day or earlier, and those whose page it took back (at most 250
 * of each).
 */
export async function listCountryPages(
  portal: PortalDb,
  { region, on }: { region: string; on: string },
): Promise<{ told: string[]; gone: string[] }> {
  const { rows: told } = await sql<{ country: string }>`
    select country from partners.published_countries where region_slug = ${region} and exists (
      select from jsonb_array_elements(document->'facts') f where rpad(f->>'occurredOn', 10, '-01-01') <= ${on})
    order by country limit 250`.execute(portal)
  const gone = await portal
    .selectFrom('partners.withdrawn_countries')
    .select('country')
    .where('region_slug', '=', region)
    .limit(250)
    .execute()
  return { told: told.map(({ country }) => country), gone: gone.map(({ country }) => country) }
}
