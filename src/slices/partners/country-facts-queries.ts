import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import type { RegionCard } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation, publicLines } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import type { CountryFact, CountryFactKind, CountryFactUnit, PublishedCountry } from './country-facts-model.ts'

/**
 * Statements about one country known by a day, the newest first (at most 200), or those of `only`. What was voided is
 * not among them.
 */
export async function listCountryFacts(
  tx: Tx,
  { country, on, only }: { country: string; on: string; only?: readonly string[] | undefined },
): Promise<CountryFact[]> {
  const rows = await tx
    .selectFrom('partners.country_facts')
    .selectAll()
    .where('country', '=', country)
    .where('voided_on', 'is', null)
    .where(sql<boolean>`rpad(occurred_on, 10, '-01-01') <= ${on}`)
    .$if(only !== undefined, (query) => query.where(sql<boolean>`id::text = any(${only}::text[])`))
    .orderBy('occurred_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CountryFactKind,
    number: row.number === null ? undefined : Number(row.number),
    moreThan: row.more_than,
    unit: (row.unit ?? undefined) as CountryFactUnit | undefined,
    words: row.words ?? undefined,
    wordsLang: row.words_lang as Language,
    occurredOn: row.occurred_on,
    rev: row.rev,
  }))
}

/** What the world would see of a country: every present statement, or those of `only`, each with where it comes from. */
export async function composeCountry(
  tx: Tx,
  { country, only }: { country: string; only?: readonly string[] | undefined },
): Promise<PublishedCountry> {
  const { slug, code, tier, name, names } = await getRegion(tx)
  const facts = await listCountryFacts(tx, { country, on: '9999-12-31', only })
  return {
    country,
    region: { slug, code, tier: tier as RegionCard['tier'], name, names: names as RegionCard['names'] },
    facts,
    ground: periodicInformation,
    provenance: publicLines(await listProvenance(tx, facts.map(({ id }) => id))), // prettier-ignore
  }
}

/** The public copy of a country and since when it stands; undefined while nothing is public. */
export async function findCountryPublication(tx: Tx, country: string) {
  const row = await tx
    .selectFrom('partners.published_countries')
    .select(['document', 'published_at as publishedAt'])
    .where('country', '=', country)
    .executeTakeFirst()
  return row && { publishedAt: row.publishedAt, document: row.document as unknown as PublishedCountry }
}

/** Countries abroad of which the region has partners or statements, with how many of each (at most 250). */
export async function listCountries(tx: Tx): Promise<{ code: string; partners: number; facts: number }[]> {
  const { rows } = await sql<{ code: string; partners: number; facts: number }>`
    select country as code, sum(partner)::int as partners, sum(fact)::int as facts from (
      select p.country, 1 as partner, 0 as fact from partners.partners p where p.country <> 'ID'
        and not exists (select from partners.same_as m where m.tenant = p.tenant and m.partner = p.id)
      union all
      select country, 0, 1 from partners.country_facts where voided_on is null) known
    group by country order by country limit 250`.execute(tx)
  return rows
}

/** Partners of the region in a country, by name (at most 100). A merged one is read as the one that is kept. */
export async function listPartnersIn(tx: Tx, country: string) {
  const { rows } = await sql<{ id: string; slug: string; name: string; names: Record<string, string> }>`
    select p.id, p.slug, p.name, p.names from partners.partners p where p.country = ${country}
      and not exists (select from partners.same_as m where m.tenant = p.tenant and m.partner = p.id)
    order by p.name, p.id limit 100`.execute(tx)
  return rows
}
