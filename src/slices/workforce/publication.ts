import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import type { RegionCard } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation, type PublicationGround, type PublicLine } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import type { BodyKind, Step } from './model.ts'
import {
  listCoverage,
  listFigures,
  listSkills,
  listStandingLines,
  schemesOn,
  type Figure,
  type KnownLine,
  type Reported,
  type SkillAsked,
} from './overview-queries.ts'
import { listCounts, listRelationsOf } from './cohort-queries.ts'

type Acting = { tx: Tx; act: Act }

/** A cohort as the world sees it: no name of anybody, no costs, no note. */
export interface PublishedCohort {
  id: string
  slug: string
  name: string
  nameLang: Language
  country: string
  scheme?: string | undefined
  schemeNames?: Partial<Record<Language, string>> | undefined
  unit?: string | undefined
  beganOn?: string | undefined
  region: RegionCard
  counts: {
    id: string
    step: Step
    number?: number | undefined
    countedOn: string
    reason?: string | undefined
    bodyKind?: BodyKind | undefined
    bodyName?: string | undefined
  }[]
  /** Those that were public; one that was taken back since is left out when the page is read. */
  relations: { slug: string; name: string }[]
  ground: PublicationGround
  provenance: PublicLine[]
}

/** What a region says about work and skills beside its cohorts. */
export interface PublishedOverview {
  region: RegionCard
  lines: Omit<KnownLine, 'rev'>[]
  figures: Omit<Figure, 'rev'>[]
  coverage: Reported[]
  skills: SkillAsked[]
  ground: PublicationGround
}

async function regionOf(tx: Tx) {
  const { slug, code, tier, name, names, demonstration, tenant } = await getRegion(tx)
  const region = { slug, code, tier, name, names } as RegionCard
  return { region, demonstration, tenant }
}

/** Copies a cohort into the published table; what is recorded later stays inside until published again. */
export async function publishCohort({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const row = await tx
    .selectFrom('workforce.cohorts as c')
    .leftJoin('reference.units as u', (join) => join.onRef('u.tenant', '=', 'c.tenant').onRef('u.id', '=', 'c.unit'))
    .selectAll('c')
    .select('u.name as unitName')
    .where('c.id', '=', id)
    .forNoKeyUpdate('c')
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const { region, demonstration } = await regionOf(tx)
  const counts = await listCounts(tx, id)
  const relations = await listRelationsOf(tx, id)
  const scheme = schemesOn(await listStandingLines(tx), '9999-12-31').find((one) => one.scheme === row.scheme)
  const document: PublishedCohort = {
    id,
    slug: row.slug,
    name: row.name,
    nameLang: row.name_lang as Language,
    country: row.country,
    scheme: row.scheme ?? undefined,
    schemeNames: scheme?.names,
    unit: row.unitName ?? undefined,
    beganOn: row.began_on ?? undefined,
    region,
    counts: counts.map(({ id: of, step, number, countedOn, reason, bodyKind, bodyName }) => {
      return { id: of, step, number, countedOn, reason, bodyKind, bodyName }
    }),
    relations: await publicOnly(tx, relations),
    ground: periodicInformation,
    provenance: await listPublicLines(tx, [id, ...counts.map((count) => count.id)].slice(0, 200)),
  }
  const values = {
    slug: row.slug,
    region_slug: region.slug,
    relations: relations.map((one) => one.id),
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('workforce.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('workforce.withdrawn').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** Only cooperations that have a public page of their own are named. */
async function publicOnly(tx: Tx, relations: readonly { id: string; slug: string; name: string }[]) {
  if (relations.length === 0) return []
  const rows = await tx
    .selectFrom('relations.published')
    .select('id')
    .where(sql<boolean>`id = any(${relations.map(({ id }) => id)}::uuid[])`)
    .execute()
  return relations.filter(({ id }) => rows.some((row) => row.id === id)).map(({ slug, name }) => ({ slug, name }))
}

/** Takes the public page of a cohort back; its address then answers that it was withdrawn. */
export async function withdrawCohort({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const cohort = await tx
    .selectFrom('workforce.cohorts')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (cohort === undefined) throw new Failure('not_found')
  const gone = await tx
    .deleteFrom('workforce.published')
    .where('id', '=', id)
    .returning(['slug', 'demonstration'])
    .executeTakeFirst()
  if (gone !== undefined) {
    await tx
      .insertInto('workforce.withdrawn')
      .values({ id, ...gone })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  act.about(id)
  return { id }
}

/** Takes one count off a public page; the rest of it stays as it was published. */
export async function dropFromPublished(tx: Tx, { cohort, count }: { cohort: string; count: string }): Promise<void> {
  const row = await tx
    .selectFrom('workforce.published')
    .select('document')
    .where('id', '=', cohort)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return
  const document = row.document as unknown as PublishedCohort
  const left = {
    ...document,
    counts: document.counts.filter(({ id }) => id !== count),
    provenance: document.provenance.filter(({ subject }) => subject !== count),
  }
  await tx
    .updateTable('workforce.published')
    .set({ document: left as never })
    .where('id', '=', cohort)
    .execute()
}

/** Takes one statement or figure off the region's public overview; the rest of it stays as it was published. */
export async function dropFromOverview(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('workforce.published_overviews').select('document').forUpdate().executeTakeFirst()
  if (row === undefined) return
  const document = row.document as unknown as PublishedOverview
  const lines = document.lines.filter((line) => line.id !== id)
  const figures = document.figures.filter((figure) => figure.id !== id)
  if (lines.length === document.lines.length && figures.length === document.figures.length) return
  const left = { ...document, lines, figures }
  await tx
    .updateTable('workforce.published_overviews')
    .set({ document: left as never })
    .execute()
}

/** Publishes what the region says of programmes abroad, its figures and requests by skill. Its id is the region's. */
export async function publishOverview({ tx, act }: Acting): Promise<{ id: string }> {
  const { region, demonstration, tenant } = await regionOf(tx)
  const lines = (await listStandingLines(tx)).filter(({ id }) => id !== undefined)
  const document: PublishedOverview = {
    region,
    lines: lines.map(withoutRev),
    figures: (await listFigures(tx)).map(withoutRev),
    coverage: await listCoverage(tx, '9999-12-31'),
    skills: await listSkills(tx),
    ground: periodicInformation,
  }
  const values = {
    region_slug: region.slug,
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('workforce.published_overviews')
    .values({ id: tenant, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  act.about(tenant)
  return { id: tenant }
}

/** Takes it back: the public page then shows the shipped statements alone. */
export async function withdrawOverview({ tx, act }: Acting): Promise<{ id: string }> {
  const { tenant } = await regionOf(tx)
  await tx.deleteFrom('workforce.published_overviews').where('id', '=', tenant).execute()
  act.about(tenant)
  return { id: tenant }
}

/** A row as the world sees it: nobody edits it there. */
function withoutRev<Row extends { rev?: number | undefined }>(row: Row): Omit<Row, 'rev'> {
  const { rev: _, ...rest } = row
  return rest
}
