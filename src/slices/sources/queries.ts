import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { foldForSearch } from '../../shared/text.ts'
import { isKnown } from '../ledger/queries.ts'
import type { Judgement, Level, Occasion, Provenance, SourceKind } from './model.ts'

/** Where the fields of these records come from (at most 1,000 lines). */
export async function listProvenance(tx: Tx, subjects: readonly string[]): Promise<Provenance[]> {
  const rows = await tx
    .selectFrom('sources.provenance as p')
    .leftJoin('sources.sources as s', (on) => on.onRef('s.tenant', '=', 'p.tenant').onRef('s.id', '=', 'p.source'))
    .select(['p.id', 'p.subject', 'p.field', 'p.level', 'p.speaker', 'p.speaker_person', 'p.speaker_office'])
    .select(['p.occasion', 'p.said_on', 'p.summary', 'p.value'])
    .select(['s.id as source', 's.kind', 's.outlet', 's.title', 's.author', 's.published_on', 's.entered_note'])
    .where('p.subject', '=', (any) => any.fn.any(any.val([...subjects])) as never)
    .orderBy('p.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    field: row.field,
    level: row.level as Level,
    speaker: row.speaker ?? undefined,
    speakerPerson: row.speaker_person ?? undefined,
    speakerOffice: row.speaker_office ?? undefined,
    occasion: (row.occasion ?? undefined) as Occasion | undefined,
    saidOn: row.said_on ?? undefined,
    summary: (row.summary ?? undefined) as Provenance['summary'],
    value: row.value ?? undefined,
    source:
      row.source === null
        ? undefined
        : {
            id: row.source,
            kind: row.kind as SourceKind,
            outlet: row.outlet ?? undefined,
            title: row.title ?? undefined,
            author: row.author ?? undefined,
            publishedOn: row.published_on ?? undefined,
            demonstration: row.entered_note === 'demonstration',
          },
  }))
}

/** What was judged about the fields of these records (at most 200). */
export async function listJudgements(tx: Tx, subjects: readonly string[]): Promise<Judgement[]> {
  const rows = await tx
    .selectFrom('sources.judgements')
    .selectAll()
    .where('subject', '=', (any) => any.fn.any(any.val([...subjects])) as never)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(({ id, subject, field, provenance, reason, judged_on: judgedOn, rev }) => ({
    id,
    subject,
    field,
    provenance: provenance ?? undefined,
    reason,
    judgedOn,
    rev,
  }))
}

/** What was judged about one field, or undefined. */
export async function findJudgement(
  tx: Tx,
  { subject, field }: { subject: string; field: string },
): Promise<Judgement | undefined> {
  return (await listJudgements(tx, [subject])).find((each) => each.field === field)
}

/** What kind of source it is; `not_found` where the region has none such. */
export async function getSource(tx: Tx, id: string): Promise<{ id: string; kind: SourceKind }> {
  const row = await tx.selectFrom('sources.sources').select(['id', 'kind']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return { id: row.id, kind: row.kind as SourceKind }
}

/** The text the region filed, or undefined. */
export async function getText(tx: Tx, source: string): Promise<string | undefined> {
  const row = await tx.selectFrom('sources.texts').select('body').where('id', '=', source).executeTakeFirst()
  return row?.body
}

/** Sources know no tables of others: a record is one that the region's history knows. */
export async function getSubject(tx: Tx, subject: string): Promise<void> {
  if (!(await isKnown(tx, { subject }))) throw new Failure('not_found')
}

interface Described {
  outlet?: string | undefined
  title?: string | undefined
  publishedOn?: string | undefined
  url?: string | undefined
  textSha256?: string | undefined
}

/** A source that was filed before: the same text, the same address, or outlet, title and day together. */
export async function findTwin(tx: Tx, described: Described): Promise<{ id: string } | undefined> {
  const { outlet, title, publishedOn, url, textSha256 } = described
  const { rows } = await sql<{ id: string }>`
    select id from sources.sources where text_sha256 = ${textSha256 ?? null} or url = ${url ?? null}
      or (lower(title) = lower(${title ?? null}) and lower(coalesce(outlet, '')) = lower(${outlet ?? ''})
        and coalesce(published_on, '') = ${publishedOn ?? ''})
    limit 1`.execute(tx)
  return rows[0]
}

/** Sources by words of outlet, title and author, newest first. Keyset: `after` is the id of the last row seen. */
export async function listSources(
  tx: Tx,
  { q = '', after, limit }: { q?: string | undefined; after?: string | undefined; limit: number },
) {
  const words = foldForSearch(q).trim().split(/\s+/).filter((word) => word !== '').slice(0, 8) // prettier-ignore
  const holds = words.map((word) => sql`strpos(lower(concat_ws(' ', s.outlet, s.title, s.author, s.url)), ${word}) > 0`)
  const from =
    after === undefined
      ? sql`true`
      : sql`(coalesce(s.published_on, ''), s.id) < (select coalesce(b.published_on, ''), b.id from sources.sources b where b.id = ${after}::uuid)`
  const { rows } = await sql<SourceRow>`
    select ${sourceColumns} from sources.sources s where ${sql.join([from, ...holds], sql` and `)}
    order by coalesce(s.published_on, '') desc, s.id desc limit ${limit + 1}`.execute(tx)
  if (after !== undefined && rows.length === 0) await getSource(tx, after)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return { rows: rows.slice(0, limit), ...(next !== undefined && { next }) }
}

/** A source as the contract writes it. */
export interface SourceRow {
  id: string
  kind: SourceKind
  outlet: string | null
  title: string | null
  author: string | null
  publishedOn: string | null
  url: string | null
  demonstration: boolean
  hasText: boolean
}

export const sourceColumns = sql.raw(`s.id, s.kind, s.outlet, s.title, s.author, s.published_on as "publishedOn", s.url,
  coalesce(s.entered_note = 'demonstration', false) as demonstration,
  exists (select from sources.texts x where x.tenant = s.tenant and x.id = s.id) as "hasText"`)
