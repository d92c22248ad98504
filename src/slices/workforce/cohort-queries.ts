import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { listFiles } from '../files/queries.ts'
import { findPartner } from '../partners/queries.ts'
import { listNames } from '../relations/queries.ts'
import { levelOf } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import {
  costsMost,
  isOwnAgency,
  mayName,
  newestCounts,
  type BodyKind,
  type CostKind,
  type Payer,
  type Step,
} from './model.ts'
import type { Keeper } from './locks.ts'
import { listStandingLines, schemesOn } from './overview-queries.ts'

/** Counts of a cohort that hold, the newest first (at most 500). */
export async function listCounts(tx: Tx, cohort: string) {
  return (await listHistory(tx, cohort)).filter(({ voidedOn }) => voidedOn === undefined)
}

/** Every count of a cohort, voided ones too, the newest first (at most 500). */
export async function listHistory(tx: Tx, cohort: string) {
  const rows = await tx
    .selectFrom('workforce.counts')
    .selectAll()
    .where('cohort', '=', cohort)
    .orderBy('counted_on', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    step: row.step as Step,
    number: row.number ?? undefined,
    countedOn: row.counted_on,
    bodyKind: (row.body_kind ?? undefined) as BodyKind | undefined,
    bodyName: row.body_name ?? undefined,
    licenceNo: row.licence_no ?? undefined,
    licenceUntil: row.licence_until ?? undefined,
    reason: row.reason ?? undefined,
    note: row.note ?? undefined,
    file: row.file ?? undefined,
    voidedOn: row.voided_on ?? undefined,
    voidedReason: row.voided_reason ?? undefined,
    rev: row.rev,
  }))
}

interface ListedRow {
  id: string
  slug: string
  name: string
  name_lang: Language
  country: string
  scheme: string | null
  unit: string | null
  began_on: string | null
  is_public: boolean
  counts: { id: string; step: Step; number: number | null; countedOn: string }[]
}

interface Sought {
  on: string
  q?: string | undefined
  relations?: readonly string[] | undefined
  country?: string | undefined
  after?: string | undefined
  limit: number
}

/** Cohorts that were recorded, begun or counted by a day, newest first, and how many match in all (up to 1,001). */
export async function listCohorts(tx: Tx, { on, q = '', relations, country, after, limit }: Sought) {
  const conditions = [
    // What is still to come was recorded by then; what was recorded later bears an earlier day.
    sql`(rpad(c.began_on, 10, '-01-01') <= ${on} or c.recorded_at::date::text <= ${on} or exists (
      select from workforce.counts k where k.tenant = c.tenant and k.cohort = c.id and rpad(k.counted_on, 10, '-01-01') <= ${on}))`,
    ...soughtWords(q).map((word) => holdsWord(sql`platform.fold(c.name)`, word)),
    ...(country === undefined ? [] : [sql`c.country = ${country}`]),
    ...(relations === undefined
      ? []
      : [
          sql`exists (select from workforce.cohort_relations l where l.tenant = c.tenant and l.cohort = c.id
            and l.relation = any(${[...relations]}::uuid[]))`,
        ]),
  ]
  const where = sql.join(conditions, sql` and `)
  const from =
    after === undefined
      ? sql`true`
      : sql`(coalesce(c.began_on, ''), c.id) < (select coalesce(b.began_on, ''), b.id from workforce.cohorts b where b.id = ${after}::uuid)`
  const { rows } = await sql<ListedRow>`
    select c.id, c.slug, c.name, c.name_lang, c.country, c.scheme, u.name as unit, c.began_on,
      exists (select from workforce.published p where p.tenant = c.tenant and p.id = c.id) as is_public,
      (select coalesce(json_agg(json_build_object('id', n.id, 'step', n.step, 'number', n.number, 'countedOn', n.counted_on)), '[]')
       from (select distinct on (k.step) k.* from workforce.counts k
         where k.tenant = c.tenant and k.cohort = c.id and k.voided_on is null and rpad(k.counted_on, 10, '-01-01') <= ${on}
         order by k.step, rpad(k.counted_on, 10, '-01-01') desc, k.id desc) n) as counts
    from workforce.cohorts c left join reference.units u on u.tenant = c.tenant and u.id = c.unit
    where ${where} and ${from}
    order by coalesce(c.began_on, '') desc, c.id desc limit ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select from workforce.cohorts c where ${where} limit 1001) x`.execute(tx)
  const schemes = schemesOn(await listStandingLines(tx), on)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return {
    rows: rows.slice(0, limit).map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      nameLang: row.name_lang,
      country: row.country,
      scheme: row.scheme ?? undefined,
      schemeNames: schemes.find(({ scheme }) => scheme === row.scheme)?.names,
      unit: row.unit ?? undefined,
      beganOn: row.began_on ?? undefined,
      isPublic: row.is_public,
      counts: newestCounts(
        row.counts.map(({ number, ...count }) => ({ ...count, number: number ?? undefined })),
        on,
      ),
    })),
    total: counted[0]?.n ?? 0,
    ...(next !== undefined && { next }),
  }
}

/** A cohort by its address, with everything but who is in it. Throws not_found. */
export async function getCohort(tx: Tx, { slug, on, who }: { slug: string; on: string; who: Keeper }) {
  const row = await tx
    .selectFrom('workforce.cohorts as c')
    .leftJoin('reference.units as u', (join) => join.onRef('u.tenant', '=', 'c.tenant').onRef('u.id', '=', 'c.unit'))
    .leftJoin('workforce.published as p', (join) => join.onRef('p.tenant', '=', 'c.tenant').onRef('p.id', '=', 'c.id'))
    .selectAll('c')
    .select(['u.name as unitName', 'p.published_at as publishedAt'])
    .where('c.slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const history = await listHistory(tx, row.id)
  const lines = await listProvenance(tx, [row.id, ...history.map(({ id }) => id)].slice(0, 200))
  const files = await listFiles(
    tx,
    [row.opinion_file, ...history.map(({ file }) => file)].flatMap((id) => id ?? []),
  )
  const fileOf = (id: string | null | undefined) => files.find((file) => file.id === id)
  const via = row.via === null ? undefined : await findPartner(tx, row.via)
  const schemes = schemesOn(await listStandingLines(tx), on)
  const scheme = schemes.find((one) => one.scheme === row.scheme)
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    nameLang: row.name_lang as Language,
    country: row.country,
    scheme: row.scheme ?? undefined,
    schemeNames: scheme?.names,
    unit: row.unitName ?? undefined,
    unitId: row.unit ?? undefined,
    via: via && { id: via.id, name: via.name, kind: via.kind },
    beganOn: row.began_on ?? undefined,
    note: row.note ?? undefined,
    opinion: fileOf(row.opinion_file),
    rev: row.rev,
    standing: scheme?.now,
    isPublic: row.publishedAt !== null,
    counts: newestCounts(
      history.filter(({ voidedOn }) => voidedOn === undefined),
      on,
    ).map(({ id, step, number, countedOn }) => ({ id, step, number, countedOn })),
    history: history.map((count) => ({
      ...count,
      file: fileOf(count.file),
      level: levelOf(lines.filter(({ subject }) => subject === count.id)),
    })),
    costs: await listCosts(tx, row.id),
    relations: await listRelationsOf(tx, row.id),
    named: await countNames(tx, row.id),
    mayKeep: isOwnAgency(who, row.unit),
    mayName: mayName(who, row.unit),
    publishedAt: row.publishedAt ?? undefined,
    isLagging: row.publishedAt !== null && (await isLater(tx, { cohort: row.id })),
  }
}

async function listCosts(tx: Tx, cohort: string) {
  const rows = await tx
    .selectFrom('workforce.costs')
    .select(['id', 'item', 'kind', 'payer', 'amount', 'rev'])
    .where('cohort', '=', cohort)
    .orderBy('id')
    .limit(costsMost)
    .execute()
  return rows.map(({ amount, ...row }) => ({
    ...row,
    kind: row.kind as CostKind,
    payer: row.payer as Payer,
    amount: amount === null ? undefined : Number(amount),
  }))
}

/** The cooperations of a cohort by name (at most 20). */
export async function listRelationsOf(tx: Tx, cohort: string) {
  const rows = await tx
    .selectFrom('workforce.cohort_relations')
    .select('relation')
    .where('cohort', '=', cohort)
    .execute()
  const names = await listNames(tx, rows.map(({ relation }) => relation)) // prettier-ignore
  return names.map(({ id, slug, name }) => ({ id, slug, name }))
}

async function countNames(tx: Tx, cohort: string): Promise<number> {
  const { n } = await tx
    .selectFrom('workforce.listed')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('cohort', '=', cohort)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Whether something was recorded since the public copy was made. */
async function isLater(tx: Tx, { cohort }: { cohort: string }): Promise<boolean> {
  const { rows } = await sql<{ later: boolean }>`
    select exists (select from ledger.acts a where a.subject = ${cohort}::uuid and a.id <> p.published_by
      and a.at > (select b.at from ledger.acts b where b.id = p.published_by)
      and exists (select from ledger.changes c where c.act = a.id and c.table_name in ('workforce.cohorts', 'workforce.counts', 'workforce.cohort_relations'))) as later
    from workforce.published p where p.id = ${cohort}::uuid`.execute(tx)
  return rows[0]?.later === true
}

interface RequestRow {
  id: string
  partner: string | null
  partner_name: string | null
  relation: string | null
  unit: string | null
  school: string | null
  skill: string
  number: number | null
  needed_on: string | null
  filled: number | null
  filled_local: number | null
  reported_on: string | null
  gap: string | null
  rev: number
}

/** Requests of companies by words of skill, school and company; what is needed last first. */
export async function listRequests(
  tx: Tx,
  { q = '', after, limit, who }: { q?: string | undefined; after?: string | undefined; limit: number; who: Keeper },
) {
  const where = sql.join([sql`true`, ...soughtWords(q).map((word) => holdsWord(sql`r.search`, word))], sql` and `)
  const from =
    after === undefined
      ? sql`true`
      : sql`(coalesce(r.needed_on, ''), r.id) < (select coalesce(b.needed_on, ''), b.id from workforce.requests b where b.id = ${after}::uuid)`
  const { rows } = await sql<RequestRow>`
    select r.id, p.id as partner, p.name as partner_name, r.relation, r.unit, r.school, r.skill, r.number, r.needed_on,
      r.filled, r.filled_local, r.reported_on, r.gap, r.rev
    from workforce.requests r
    left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
    left join partners.partners p on p.tenant = r.tenant and p.id = coalesce(m.same_as, r.partner)
    where ${where} and ${from} order by coalesce(r.needed_on, '') desc, r.id desc limit ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select from workforce.requests r where ${where} limit 1001) x`.execute(tx)
  const names = await listNames(tx, rows.flatMap(({ relation }) => relation ?? [])) // prettier-ignore
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return {
    rows: rows.slice(0, limit).map((row) => {
      const relation = names.find(({ id }) => id === row.relation)
      return {
        id: row.id,
        partner: row.partner === null ? undefined : { id: row.partner, name: row.partner_name ?? '' },
        relation: relation && { id: relation.id, slug: relation.slug, name: relation.name },
        school: row.school ?? undefined,
        skill: row.skill,
        number: row.number ?? undefined,
        neededOn: row.needed_on ?? undefined,
        filled: row.filled ?? undefined,
        filledLocal: row.filled_local ?? undefined,
        reportedOn: row.reported_on ?? undefined,
        gap: row.gap ?? undefined,
        mayKeep: isOwnAgency(who, row.unit),
        rev: row.rev,
      }
    }),
    total: counted[0]?.n ?? 0,
    ...(next !== undefined && { next }),
  }
}

/** How many cohorts are of each programme abroad. */
export async function countByScheme(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ scheme: string; n: number }>`
    select scheme, count(*)::int as n from workforce.cohorts where scheme is not null group by scheme limit 500`.execute(
    tx,
  )
  return new Map(rows.map(({ scheme, n }) => [scheme, n]))
}

/** The id of a cohort by its address. Throws not_found. */
export async function getCohortId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.selectFrom('workforce.cohorts').select('id').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

/** Whether a region has recorded anything of work and skills. */
export async function hasWorkforce(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from workforce.cohorts) or exists (select from workforce.standings) as there`.execute(tx)
  return rows[0]?.there === true
}
