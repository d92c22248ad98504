import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import { lockExchange } from './locks.ts'
import type { PublishedExchange } from './model.ts'
import { listRows } from './rows.ts'

type Publishing = { tx: Tx; act: Act }

/**
 * Copies an exchange as it is now into the published table, with its sources. Its report (words and file) goes along
 * when `report` says so; without it the last choice holds, at first no. Evidence of what was applied stays inside.
 */
export async function publishExchange(
  { tx, act }: Publishing,
  { id, report }: { id: string; report?: boolean | undefined },
): Promise<{ id: string }> {
  await lockExchange(tx, { id })
  const [row] = await listRows(tx, [id])
  if (row === undefined) throw new Failure('not_found')
  const region = await getRegion(tx)
  const last = await tx.selectFrom('exchange.published').select('document').where('id', '=', id).executeTakeFirst()
  const before = last?.document as unknown as PublishedExchange | undefined
  const withReport = report ?? (before?.report !== undefined || before?.reportFile !== undefined)
  const { reportFile, report: said } = row
  const document: PublishedExchange & { rev: number } = {
    id,
    slug: row.slug,
    rev: row.rev,
    kind: row.kind,
    title: row.title,
    titleLang: row.titleLang,
    titles: row.titles,
    stated: row.stated,
    occurredOn: row.occurredOn,
    direction: row.direction ?? undefined,
    fromOn: row.fromOn ?? undefined,
    toOn: row.toOn ?? undefined,
    place: row.place ?? undefined,
    ours: row.ours ?? undefined,
    theirs: row.theirs ?? undefined,
    bodies: row.bodies.map(({ side, name, nameLang, role }) => ({ side, name, nameLang, role: role ?? undefined })),
    relations: row.relations.map((relation) => relation.id),
    fields: row.fields.map(({ id: field, sector, name }) => ({
      id: field,
      sector: sector ?? undefined,
      name: name ?? undefined,
    })),
    cancelled:
      row.cancelledOn === null || row.cancelledReason === null
        ? undefined
        : { on: row.cancelledOn, reason: row.cancelledReason },
    ...(withReport && {
      report: said === null ? undefined : { words: said, lang: row.reportLang },
      reportFile: reportFile === null ? undefined : { sha256: reportFile.sha256, kind: reportFile.kind, bytes: reportFile.bytes, name: reportFile.name }, // prettier-ignore
      reportedOn: row.reportedOn ?? undefined,
    }),
    applied: row.applied.map(({ id: line, appliedOn, what, whatLang, place, unit }) => ({
      id: line,
      appliedOn,
      what,
      whatLang,
      place: place ?? undefined,
      unit: unit?.name,
    })),
    region: { slug: region.slug, name: region.name, names: region.names as PublishedExchange['region']['names'] },
    ground: periodicInformation,
    provenance: await listPublicLines(tx, [id]),
  }
  const values = {
    slug: row.slug,
    region_slug: region.slug,
    relations: document.relations,
    day: row.fromOn ?? row.occurredOn,
    document: document as never,
    demonstration: region.demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('exchange.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('exchange.withdrawn').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** Takes the public page back; its address then answers that it was withdrawn. Of what is not public nothing changes. */
export async function withdrawExchange({ tx, act }: Publishing, { id }: { id: string }): Promise<{ id: string }> {
  await lockExchange(tx, { id })
  const gone = await tx
    .deleteFrom('exchange.published')
    .where('id', '=', id)
    .returning(['slug', 'region_slug', 'demonstration'])
    .executeTakeFirst()
  if (gone !== undefined) {
    await tx
      .insertInto('exchange.withdrawn')
      .values({ id, ...gone })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  act.about(id)
  return { id }
}
