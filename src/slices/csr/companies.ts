import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { findPartner, getPartnerId, listIdsOf } from '../partners/queries.ts'
import { realisedOf, sumsOf, type NeedField, type NeedStanding, type Promised, type Realised } from './model.ts'
import { listOffers } from './offers.ts'
import { keptPartner, type OfferRow } from './rows.ts'

/** Matches of a year with what was reported of each, for the rates: a match counts in the year of its offer. */
interface PromisedRow extends Promised {
  partner: string
}

const linesMost = 500

/** Companies that offered something in a year, with what came of it (at most 500), and all of them together. */
export async function listCompanies(
  tx: Tx,
  { on, year = Number(on.slice(0, 4)) }: { on: string; year?: number | undefined },
) {
  const { rows: companies } = await sql<{ id: string; slug: string; name: string; offers: number }>`
    select p.id, p.slug, p.name, count(*)::int as offers from csr.offers o
    join partners.partners p on p.tenant = o.tenant and p.id = ${keptPartner(sql`o.partner`)}
    where o.year = ${year} and o.offered_on <= ${on} group by p.id, p.slug, p.name order by lower(p.name), p.id limit 500`.execute(
    tx,
  )
  const { rows: matches } = await sql<Omit<PromisedRow, 'committed'> & { committed: number | null }>`
    select ${keptPartner(sql`o.partner`)} as partner, m.committed::float8 as committed,
      (select coalesce(json_agg(json_build_object('standing', r.standing, 'value', r.value, 'evidence', (select count(*)
         from csr.evidence e where e.tenant = r.tenant and e.realisation = r.id))), '[]')
       from csr.realisations r where r.tenant = m.tenant and r.match = m.id and r.voided_on is null) as reports
    from csr.matches m join csr.offers o on o.tenant = m.tenant and o.id = m.offer
    where o.year = ${year} and m.ended_on is null and m.matched_on <= ${on} order by m.id limit 10000`.execute(tx)
  const promised = matches.map((match) => ({ ...match, committed: match.committed ?? undefined }))
  const { rows: known } = await sql<{ n: number }>`
    select count(*)::int as n from partners.partners p where p.kind in ('company', 'estate')
      and not exists (select from partners.same_as m where m.tenant = p.tenant and m.partner = p.id)`.execute(tx)
  return {
    year,
    years: await listYears(tx),
    rows: companies.map((company) => ({
      ...company,
      realised: realisedOf(promised.filter(({ partner }) => partner === company.id)),
    })),
    all: realisedOf(promised),
    known: known[0]?.n ?? 0,
  }
}

/** The years in which something was offered, newest first; of one company where its ids are given. */
async function listYears(tx: Tx, partners?: readonly string[]): Promise<number[]> {
  const of = partners === undefined ? sql`true` : sql`partner = any(${[...partners]}::uuid[])`
  const { rows } = await sql<{ year: number }>`
    select distinct year from csr.offers where ${of} order by year desc limit 50`.execute(tx)
  return rows.map(({ year }) => year)
}

export interface CompanyLine {
  match: string
  need: { slug: string; title: string; village: string; district: string; field: NeedField; standing: NeedStanding; textLang: Language } // prettier-ignore
  committed: number | null
  inKind: string | null
  matchedOn: string
  endedOn: string | null
  confirmed: number
  told: number
  disputed: number
}

export interface CompanyYear {
  id: string
  slug: string
  name: string
  names: Partial<Record<Language, string>>
  year: number
  years: number[]
  realised: Realised
  offers: OfferRow[]
  lines: CompanyLine[]
}

/** The year of a company: offers, and each need with what was promised, told, confirmed and disputed in rupiah. */
export async function readCompany(
  tx: Tx,
  { on, slug, id, year: asked }: { on: string; slug?: string; id?: string; year?: number | undefined },
): Promise<CompanyYear> {
  const found = await findPartner(tx, id ?? (await getPartnerId(tx, slug ?? '')))
  if (found === undefined) throw new Failure('not_found')
  const partners = await listIdsOf(tx, found.id)
  const years = await listYears(tx, partners)
  const year = asked ?? years[0] ?? Number(on.slice(0, 4))
  const { rows } = await sql<CompanyLine & { reports: Promised['reports'] }>`
    select m.id as match, m.committed::float8 as committed, m.in_kind as "inKind", m.matched_on as "matchedOn", m.ended_on as "endedOn",
      json_build_object('slug', n.slug, 'title', n.title, 'village', n.village, 'district', n.district, 'field', n.field,
        'standing', n.standing, 'textLang', n.text_lang) as need, x.reports
    from csr.matches m join csr.offers o on o.tenant = m.tenant and o.id = m.offer
    join csr.needs n on n.tenant = m.tenant and n.id = m.need
    cross join lateral (select coalesce(json_agg(json_build_object('standing', r.standing, 'value', r.value, 'evidence', (select count(*)
        from csr.evidence e where e.tenant = r.tenant and e.realisation = r.id))), '[]') as reports
      from csr.realisations r where r.tenant = m.tenant and r.match = m.id and r.voided_on is null) x
    where o.partner = any(${partners}::uuid[]) and o.year = ${year} and m.matched_on <= ${on}
    order by m.ended_on is not null, m.matched_on desc, m.id desc limit ${linesMost}`.execute(tx)
  const standing = rows.filter(({ endedOn }) => endedOn === null)
  return {
    id: found.id,
    slug: found.slug,
    name: found.name,
    names: found.names ?? {},
    year,
    years,
    realised: realisedOf(standing.map(({ committed, reports }) => ({ committed: committed ?? undefined, reports }))),
    offers: (await listOffers(tx, { on, partner: found.id, year, limit: 100 })).rows,
    lines: rows.map(({ reports, ...line }) => ({ ...line, ...sumsOf(reports) })),
  }
}

/** When the year of a company was published, if it is. */
export async function findCompanyPublication(tx: Tx, { id, year }: { id: string; year: number }) {
  const row = await tx
    .selectFrom('csr.published_companies')
    .select('published_at as at')
    .where('partner', '=', id)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
