import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { hasIdentityNumber } from '../../shared/text.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import { lockIssue } from './locks.ts'
import { publicParts, type PublicPart, type PublishedIssue } from './model.ts'
import { withStillPublic } from './published.ts'
import { getIssue, listStrategic, subjectsOf, type Issue } from './queries.ts'

type Acting = { tx: Tx; act: Act }

/**
 * Shows an issue to the world as it stands now. Who answers it, until when and what was answered only where it is
 * chosen; without a choice the last one holds, at first none of them.
 */
export async function publishIssue(
  { tx, act }: Acting,
  { id, show }: { id: string; show?: readonly string[] | undefined },
): Promise<{ id: string }> {
  const issue = await lockIssue(tx, id)
  const shown = show ?? (await findShown(tx, id))
  const region = await getRegion(tx)
  const document = await compose(tx, { issue, region, show: publicParts.filter((part) => shown.includes(part)) })
  refuseIdentity(document)
  const values = {
    slug: issue.slug,
    region_slug: region.slug,
    relations: issue.relations.map((relation) => relation.id),
    raised_on: issue.raisedOn,
    document: document as never,
    withdrawn_on: null,
    demonstration: region.demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('forum.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  act.about(id)
  return { id }
}

/** An answer comes from a follow-up, and lines from before this was asked: nothing with an identity number goes out. */
function refuseIdentity({ words, answer, strategic }: PublishedIssue): void {
  if (hasIdentityNumber(words)) throw fieldFailure('words', 'identity_number')
  if (answer !== undefined && hasIdentityNumber(answer.words)) throw fieldFailure('answer', 'identity_number')
  const lines = strategic.flatMap(({ code, words: said, sourceWords }) => [code, said, sourceWords])
  if (lines.some((line) => hasIdentityNumber(line ?? ''))) throw fieldFailure('strategic', 'identity_number')
}

/** The same for a look at it before. */
export async function rehearseIssue(
  call: Acting,
  { slug, show }: { slug: string; show: readonly string[] | undefined },
): Promise<void> {
  const { id } = await getIssue(call.tx, { slug, on: '9999-12-31' })
  await publishIssue(call, { id, show })
}

/** Takes an issue back from the world; its address and the day it was taken back stay. Twice is once. */
export async function withdrawIssue({ tx, act }: Acting, { id, on }: { id: string; on: string }) {
  await lockIssue(tx, id)
  await tx
    .updateTable('forum.published')
    .set({ document: null, withdrawn_on: on })
    .where('id', '=', id)
    .where('document', 'is not', null)
    .execute()
  act.about(id)
  return { id }
}

/** What else was chosen the last time it was published. */
export async function findShown(tx: Tx, id: string): Promise<PublicPart[]> {
  const row = await tx.selectFrom('forum.published').select('document').where('id', '=', id).executeTakeFirst()
  const document = row?.document as PublishedIssue | null | undefined
  if (document === null || document === undefined) return []
  const parts: [PublicPart, unknown][] = [
    ['owner', document.owner],
    ['due', document.dueOn],
    ['answer', document.answer],
  ]
  return parts.flatMap(([part, value]) => (value === undefined ? [] : [part]))
}

type Region = Awaited<ReturnType<typeof getRegion>>

async function compose(
  tx: Tx,
  { issue, region, show }: { issue: Issue; region: Region; show: readonly PublicPart[] },
): Promise<PublishedIssue> {
  const { id, slug, theme, words, wordsLang, raisedOn, standing, task, agreement } = issue
  const { rows: known } = await sql<{ id: string }>`
    select id from relations.published where id = any(${issue.relations.map((one) => one.id)}::uuid[])
    union all select id from agenda.published where id = any(${issue.raised.map((one) => one.id)}::uuid[])`.execute(tx)
  const isPublic = (one: { id: string }) => known.some((row) => row.id === one.id)
  const strategic = await listStrategic(tx, { issue: id, relations: issue.relations.map((one) => one.id) })
  const isAnswered = task?.outcome === 'done' && task.note !== undefined && task.endedOn !== undefined
  return {
    id,
    slug,
    ...(theme !== undefined && { theme }),
    words,
    wordsLang,
    raisedOn,
    standing,
    region: { slug: region.slug, name: region.name, names: region.names as Record<string, string> },
    relations: issue.relations.filter(isPublic).map(({ slug: of, name, names = {} }) => {
      return { slug: of, name, names: names as Record<string, string> }
    }),
    meetings: issue.raised.filter(isPublic).map(({ slug: of, about, occurredOn }) => ({ slug: of, about, occurredOn })),
    ...(show.includes('owner') && task?.unit !== undefined && { owner: task.unit.name }),
    ...(show.includes('due') && task?.dueOn !== undefined && { dueOn: task.dueOn }),
    ...(show.includes('answer') && isAnswered && { answer: { words: task.note ?? '', on: task.endedOn ?? '' } }),
    ...(agreement !== undefined && { agreement: { openedOn: agreement.openedOn } }),
    strategic: strategic.map(({ id: of, kind, code, words: said, sourceWords }) => ({
      id: of,
      kind,
      words: said,
      ...(code !== undefined && { code }),
      ...(sourceWords !== undefined && { sourceWords }),
    })),
    ground: periodicInformation,
    provenance: await listPublicLines(tx, [...subjectsOf(issue), ...strategic.map((line) => line.id)]),
  }
}

/** Whether it is public, since when, and whether the world reads something else than stands now. */
export async function findPublication(tx: Tx, issue: Issue) {
  const row = await tx
    .selectFrom('forum.published')
    .select(['document', 'withdrawn_on', sql<string>`published_at::text`.as('at')])
    .where('id', '=', issue.id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.document === null) return { at: row.at, withdrawnOn: row.withdrawn_on ?? '', shown: [], isBehind: false }
  const shown = await findShown(tx, issue.id)
  const now = await compose(tx, { issue, region: await getRegion(tx), show: shown })
  const document = row.document as unknown as PublishedIssue
  const { provenance: _, ...said } = await withStillPublic(tx, { issue: document, on: '9999-12-31' })
  const { provenance: __, ...fresh } = now
  return { at: row.at, shown, isBehind: JSON.stringify(sorted(said)) !== JSON.stringify(sorted(fresh)) }
}

/** The database keeps JSON in an order of its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, sorted(of)]),
  )
}
