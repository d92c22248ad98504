import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { ProgrammeLine } from '../../shared/programmes.ts'
import type { PublishedActivity } from '../../slices/agenda/model.ts'
import { isKnown } from '../../slices/ledger/queries.ts'
import { listProgrammes, listPublicProgrammes } from '../programmes/queries.ts'
import { standingOf } from './standing.ts'
import { subjectOfCountry, type PublishedCountry } from '../../slices/partners/model.ts'
import { findPublishedCountry, listCountryPages } from '../../slices/partners/published.ts'
import { composeCountry, findCountryPublication, listPartnersIn } from '../../slices/partners/queries.ts'
import type { RegionCard } from '../../slices/reference/model.ts'
import { findRegionCard } from '../../slices/reference/queries.ts'
import type { PublishedRelation } from '../../slices/relations/model.ts'
import { getRelation } from '../../slices/relations/queries.ts'
import { differencesOf, isDiffering, levelOf } from '../../slices/sources/model.ts'
import { listJudgements, listProvenance } from '../../slices/sources/queries.ts'
import type { KnownLine } from '../../slices/workforce/embed.tsx'
import { findOverview } from '../../slices/workforce/published.ts'
import { listStandingLines, schemesOn } from '../../slices/workforce/queries.ts'

/** Later than any day: for who wants all countries of a region whatever the day. */
const always = '9999-12-31'

/**
 * The countries abroad that have a public page in a region, by code (at most 250), with how many partners are public
 * there. A page that was taken back is not among them. `on`: what had begun by that day.
 */
export async function listPublishedCountries(
  portal: PortalDb,
  { region, on = always }: { region: string; on?: string },
): Promise<{ code: string; partners: number }[]> {
  const { rows } = await sql<{ code: string; partners: number }>`
    select document->'partner'->>'country' as code, count(*)::int as partners from relations.published
    where region_slug = ${region} and coalesce(document->'partner'->>'country', 'ID') <> 'ID'
      and coalesce(rpad(document->>'beganOn', 10, '-01-01'), '') <= ${on}
    group by 1 order by 1 limit 250`.execute(portal)
  const { told, gone } = await listCountryPages(portal, { region, on })
  const alone = told.filter((code) => !rows.some((row) => row.code === code))
  return [...rows, ...alone.map((code) => ({ code, partners: 0 }))]
    .filter(({ code }) => !gone.includes(code))
    .toSorted((a, b) => a.code.localeCompare(b.code))
}

/** What is public about a country in one region on a day. */
export interface CountryView {
  country: string
  region: RegionCard
  told: PublishedCountry | undefined
  relations: PublishedRelation[]
  activities: PublishedActivity[]
  programmes: ProgrammeLine[]
  /** What the region itself made public of programmes abroad. */
  abroad: readonly KnownLine[]
}

/** The public page of a country. `gone` when it was taken back; not_found where nothing is public on that day. */
export async function getPublicCountry(
  portal: PortalDb,
  { region: slug, country, on }: { region: string; country: string; on: string },
): Promise<CountryView | 'gone'> {
  const region = await findRegionCard(portal, slug)
  if (region === undefined) throw new Failure('not_found')
  const found = await findPublishedCountry(portal, { region: slug, country })
  if (found === 'gone') return 'gone'
  const told = found && { ...found, facts: found.facts.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)) }
  const relations = await listRelationsIn(portal, { region: slug, country, on })
  if (relations.length === 0 && (told === undefined || told.facts.length === 0)) throw new Failure('not_found')
  const ids = relations.map(({ id }) => id)
  const activities = await listActivitiesOf(portal, { relations: ids, on })
  const programmes = await listPublicProgrammes(portal, { region: slug, relations: ids, country, on })
  const abroad = (await findOverview(portal, slug))?.lines ?? []
  return { country, region, told, relations, activities, programmes, abroad }
}

/** Public cooperations with partners in a country that had begun by a day, by title (at most 100). */
async function listRelationsIn(
  portal: PortalDb,
  { region, country, on }: { region: string; country: string; on: string },
): Promise<PublishedRelation[]> {
  const { rows } = await sql<{ document: PublishedRelation }>`
    select document from relations.published
    where region_slug = ${region} and document->'partner'->>'country' = ${country}
      and coalesce(rpad(document->>'beganOn', 10, '-01-01'), '') <= ${on}
    order by title, slug limit 100`.execute(portal)
  return rows.map(({ document }) => document)
}

/** Public activities of some cooperations up to a day, newest first (at most 50). */
async function listActivitiesOf(
  portal: PortalDb,
  { relations, on }: { relations: string[]; on: string },
): Promise<PublishedActivity[]> {
  if (relations.length === 0) return []
  const { rows } = await sql<{ document: PublishedActivity }>`
    select document from agenda.published
    where relations && ${relations}::uuid[] and rpad(occurred_on, 10, '-01-01') <= ${on}
    order by occurred_on desc, id desc limit 50`.execute(portal)
  return rows.map(({ document }) => document)
}

/** Everything the region knows about a country on a day, and what of it the world sees. */
export async function getCountryPage(tx: Tx, { country, on }: { country: string; on: string }) {
  const whole = await composeCountry(tx, { country })
  const publication = await findCountryPublication(tx, country)
  const facts = whole.facts.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
  const subjects = facts.map(({ id }) => id)
  const lines = await listProvenance(tx, subjects)
  const keyOf = ({ subject, field }: { subject: string; field: string }) => `${subject}.${field}`
  const backed = lines.filter((line) => !isDiffering(line))
  const partners = await listPartnersIn(tx, country)
  const relations = await listRelationsOf(tx, { partners: partners.map(({ id }) => id), on })
  return {
    country,
    region: whole.region.slug,
    facts: facts.map((fact) => ({
      ...fact,
      number: fact.number ?? null,
      unit: fact.unit ?? null,
      words: fact.words ?? null,
      shown: standingOf(fact, { whole, published: publication?.document }),
    })),
    partners: partners.map(({ id, slug, name, names }) => ({ id, slug, name, names })),
    relations,
    programmes: await listProgrammes(tx, { relations: relations.map(({ id }) => id), country, on }),
    abroad: schemesOn(await listStandingLines(tx), on)
      .filter((scheme) => scheme.country === country)
      .map(({ scheme, names, now }) => ({ scheme, names, now })),
    activities: await listMeetings(tx, { relations: relations.map(({ id }) => id), on }),
    levels: Object.fromEntries([...Map.groupBy(backed, keyOf)].map(([key, found]) => [key, levelOf(found)])),
    differences: Object.fromEntries(
      differencesOf(lines, await listJudgements(tx, subjects)).map((each) => [
        keyOf(each),
        each.judgement === undefined ? ('open' as const) : ('settled' as const),
      ]),
    ),
    publication: publication && {
      publishedAt: publication.publishedAt,
      facts: publication.document.facts.map(({ id }) => id),
    },
    subject: subjectOfCountry(country),
    hasHistory: await isKnown(tx, { subject: subjectOfCountry(country) }),
  }
}

/** The region's cooperations with some partners, newest activity first (at most 50). */
async function listRelationsOf(tx: Tx, { partners, on }: { partners: string[]; on: string }) {
  const { rows } = await sql<{ id: string }>`
    select r.id from relations.relations r
    left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
    where coalesce(m.same_as, r.partner) = any(${partners}::uuid[])
    order by coalesce(r.last_on, '') desc, r.id desc limit 50`.execute(tx)
  const found = []
  for (const row of rows) found.push(await getRelation(tx, { id: row.id, on }))
  return found.map(({ id, slug, partner, label, status, lastOn }) => ({
    id,
    slug,
    name: partner?.name ?? label ?? '',
    names: partner?.names ?? {},
    status,
    lastOn,
  }))
}

/** The latest activities of some cooperations up to a day, newest first (at most 20). What was voided is not among them. */
async function listMeetings(tx: Tx, { relations, on }: { relations: string[]; on: string }) {
  const { rows } = await sql<{ slug: string; about: string; occurredOn: string }>`
    select a.slug, a.about, a.occurred_on as "occurredOn" from agenda.activities a
    where a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on} and exists (
      select from agenda.activity_relations l
      where l.tenant = a.tenant and l.activity = a.id and l.relation = any(${relations}::uuid[]))
    order by a.occurred_on desc, a.id desc limit 20`.execute(tx)
  return rows
}
