import type { PortalDb, Tx } from '../../platform/database.ts'
import type { Who } from '../../platform/call.ts'
import { isOnOrBefore, type DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { programmeLimit, type ProgrammeLine, type Sentence } from '../../shared/programmes.ts'
import { differencesOf, isDiffering, levelOf } from '../sources/model.ts'
import { listJudgements, listProvenance } from '../sources/queries.ts'
import { mayKeep, standingOn } from './model.ts'
import { listPublishedExchanges } from './published.ts'
import { courseOf, listRows, listSought, type ExchangeRow, type Sought } from './rows.ts'
import { tellAll, tellExchange } from './telling.ts'

/** Exchanges of the region as they stand on a day, newest first, a page of them. */
export async function listExchanges(
  tx: Tx,
  { after, limit, ...sought }: Sought & { after?: string | undefined; limit: number },
) {
  const found = await listSought(tx, sought)
  const from = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1
  const page = found.slice(from, from + limit)
  const shown = await listRows(tx, page.map(({ id }) => id)) // prettier-ignore
  const published = await listPublishedIds(tx, shown.map(({ id }) => id)) // prettier-ignore
  const rows = shown.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    titleLang: row.titleLang,
    titles: row.titles,
    standing: standingOn(courseOf(row), sought.on),
    fromOn: row.fromOn ?? undefined,
    toOn: row.toOn ?? undefined,
    relations: row.relations,
    applied: row.applied.filter(({ appliedOn }) => isOnOrBefore(appliedOn, sought.on)).length,
    published: published.has(row.id),
  }))
  return { rows, total: found.length, next: found.length > from + limit ? page.at(-1)?.id : undefined }
}

/** One exchange as it stood on a day, with how well each of its values is known. Throws not_found. */
export async function getExchange(tx: Tx, { slug, on, who }: { slug: string; on: DateText; who: Who }) {
  const row = await getRow(tx, slug)
  if (!isOnOrBefore(row.occurredOn, on)) throw new Failure('not_found')
  const lines = await listProvenance(tx, [row.id])
  const published = await tx
    .selectFrom('exchange.published')
    .select(['published_at', 'document'])
    .where('id', '=', row.id)
    .executeTakeFirst()
  const { cancelledOn, cancelledReason, report, reportLang, reportedOn, reportFile, unit, ...rest } = row
  const isReported = reportedOn === null || reportedOn <= on
  const shown = published?.document as { rev?: number; reportFile?: unknown; report?: unknown } | undefined
  return {
    ...rest,
    ...orAbsent({ direction: row.direction, fromOn: row.fromOn, toOn: row.toOn, place: row.place }),
    ...orAbsent({ ours: row.ours, theirs: row.theirs, unit }),
    standing: standingOn(courseOf(row), on),
    cancelled:
      cancelledOn !== null && cancelledReason !== null && cancelledOn <= on
        ? { on: cancelledOn, reason: cancelledReason }
        : undefined,
    report: report !== null && isReported ? { words: report, lang: reportLang } : undefined,
    reportFile: isReported ? (reportFile ?? undefined) : undefined,
    reportedOn: isReported ? (reportedOn ?? undefined) : undefined,
    fields: row.fields.map(({ sector, name, ...field }) => ({ ...field, ...orAbsent({ sector, name }) })),
    bodies: row.bodies.map(({ unit: of, role, ...body }) => ({ ...body, ...orAbsent({ unit: of, role }) })),
    applied: row.applied
      .filter(({ appliedOn }) => isOnOrBefore(appliedOn, on))
      .map(({ place, unit: of, evidence, ...line }) => ({ ...line, ...orAbsent({ place, unit: of, evidence }) })),
    published: published && {
      at: published.published_at,
      changed: shown?.rev !== row.rev,
      report: shown?.report !== undefined || shown?.reportFile !== undefined,
    },
    levels: Object.fromEntries(
      [...Map.groupBy(lines.filter((line) => !isDiffering(line)), ({ field }) => field)].map(([field, found]) => [
        field,
        levelOf(found),
      ]),
    ), // prettier-ignore
    differences: Object.fromEntries(
      differencesOf(lines, await listJudgements(tx, [row.id])).map(({ field, judgement }) => [
        field,
        judgement === undefined ? ('open' as const) : ('settled' as const),
      ]),
    ),
    keeps: mayKeep(who, row.unit?.id),
  }
}

/** null from the database as absence. */
function orAbsent<Of extends Record<string, unknown>>(
  values: Of,
): { [Key in keyof Of]: Exclude<Of[Key], null> | undefined } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? undefined])) as never
}

/** An exchange by the last part of its address. Throws not_found. */
export async function getRow(tx: Tx, slug: string): Promise<ExchangeRow> {
  const found = await tx.selectFrom('exchange.exchanges').select('id').where('slug', '=', slug).executeTakeFirst()
  const [row] = found === undefined ? [] : await listRows(tx, [found.id])
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** Whether an exchange stands at an address of the region. */
export async function isEntered(tx: Tx, slug: string): Promise<boolean> {
  return (
    (await tx.selectFrom('exchange.exchanges').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
  )
}

async function listPublishedIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('exchange.published')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

interface Inside {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

async function list(tx: Tx, { on, relations, country }: Inside): Promise<ProgrammeLine[]> {
  // What belongs to a country belongs to it by its cooperations.
  const asked = relations ?? (country === undefined ? undefined : [])
  const found = (await listSought(tx, { on, relations: asked })).slice(0, programmeLimit)
  const rows = await listRows(tx, found.map(({ id }) => id)) // prettier-ignore
  return rows.map((row) => ({
    id: row.id,
    kind: 'exchange' as const,
    title: row.title,
    titleLang: row.titleLang,
    titles: row.titles,
    told: tellExchange(
      { ...courseOf(row), kind: row.kind, direction: row.direction ?? undefined, applied: row.applied },
      on,
    ),
    path: `/program/pertukaran/${row.slug}`,
    on: row.fromOn ?? row.occurredOn,
  }))
}

async function tell(tx: Tx, { on }: { on: string }): Promise<Sentence> {
  const found = await listSought(tx, { on })
  const withNews = await tx.selectFrom('exchange.applied').select('exchange').distinct().limit(2000).execute()
  const known = new Set(withNews.map(({ exchange }) => exchange))
  return tellAll({
    standings: found.map(({ standing }) => standing),
    applied: found.filter(({ id }) => known.has(id)).length,
  })
}

async function listPublic(
  portal: PortalDb,
  { region, on, relations, country }: Inside & { region: string },
): Promise<ProgrammeLine[]> {
  const asked = relations ?? (country === undefined ? undefined : [])
  const found = await listPublishedExchanges(portal, { region, on, relations: asked, limit: programmeLimit })
  return found.map((exchange) => ({
    id: exchange.id,
    kind: 'exchange' as const,
    title: exchange.title,
    titleLang: exchange.titleLang,
    titles: exchange.titles,
    told: tellExchange({ ...exchange, cancelledOn: exchange.cancelled?.on }, on),
    path: `/program/pertukaran/${exchange.slug}`,
    on: exchange.fromOn ?? exchange.occurredOn,
  }))
}

async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('exchange.exchange_relations')
    .select('exchange')
    .where('relation', '=', relation)
    .limit(500)
    .execute()
  return rows.map(({ exchange }) => exchange)
}

/** What the pages that gather are told of exchange. */
export const programmes = { kind: 'exchange' as const, list, tell, listPublic, listIdsOf }
