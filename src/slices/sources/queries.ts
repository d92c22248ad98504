import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import { isKnown } from '../ledger/queries.ts'
import type { Capacity } from '../reference/model.ts'
import type { Judgement, Level, Occasion, Provenance, SourceKind } from './model.ts'
import { sourceColumns, type SourceRow } from './source-row.ts'

export { listBeside } from './lines.ts'

/** The source that was filed with a text, by the text's hash; not found where there is none. */
export async function getSourceOfText(tx: Tx, textSha256: string): Promise<string> {
  const source = tx.selectFrom('sources.sources').select('id').where('text_sha256', '=', textSha256).orderBy('id')
  const row = await source.limit(1).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

const relatedReports = sql<{ title: string; outlet: string | null }[]>`(
  select coalesce(json_agg(json_build_object('title', r.title, 'outlet', r.outlet) order by r.id), '[]')
  from (select id, title, outlet from sources.sources where tenant = s.tenant and related_to = s.id
    and title is not null and not other_outlet order by id limit 20) r)`.as('related')

/** Where the fields of these records come from (at most 1,000 lines), without what other outlets say. */
export async function listProvenance(tx: Tx, subjects: readonly string[]): Promise<Provenance[]> {
  const rows = await tx
    .selectFrom('sources.provenance as p')
    .leftJoin('sources.sources as s', (on) => on.onRef('s.tenant', '=', 'p.tenant').onRef('s.id', '=', 'p.source'))
    .select(['p.id', 'p.subject', 'p.field', 'p.level', 'p.speaker', 'p.speaker_person', 'p.speaker_office'])
    .select(['p.speaker_capacity', 'p.occasion', 'p.said_on', 'p.summary', 'p.value', 'p.span_from', 'p.span_to'])
    .select(['s.id as source', 's.kind', 's.outlet', 's.title', 's.author', 's.published_on', 's.entered_note'])
    .select(['s.editor', 's.photo', relatedReports])
    // Another outlet's word stands beside the record: nothing rests on it.
    .where((any) => any.or([any('s.id', 'is', null), any('s.other_outlet', '=', false)]))
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
    speakerCapacity: (row.speaker_capacity ?? undefined) as Capacity | undefined,
    occasion: (row.occasion ?? undefined) as Occasion | undefined,
    saidOn: row.said_on ?? undefined,
    summary: (row.summary ?? undefined) as Provenance['summary'],
    value: row.value ?? undefined,
    span: row.span_from === null || row.span_to === null ? undefined : { from: row.span_from, to: row.span_to },
    source:
      row.source === null
        ? undefined
        : {
            id: row.source,
            kind: row.kind as SourceKind,
            outlet: row.outlet ?? undefined,
            title: row.title ?? undefined,
            author: row.author ?? undefined,
            editor: row.editor ?? undefined,
            photo: row.photo ?? undefined,
            publishedOn: row.published_on ?? undefined,
            demonstration: row.entered_note === 'demonstration',
            related: row.related.map(({ title, outlet }) => ({ title, outlet: outlet ?? undefined })),
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
export async function getSource(tx: Tx, id: string): Promise<{ id: string; kind: SourceKind; otherOutlet: boolean }> {
  const row = await tx
    .selectFrom('sources.sources')
    .select(['id', 'kind', 'other_outlet'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return { id: row.id, kind: row.kind as SourceKind, otherOutlet: row.other_outlet }
}

/** The source that was entered from a text with this hash, while nobody filed that text. */
export async function findWaiting(tx: Tx, textSha256: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.id from sources.sources s where s.text_sha256 = ${textSha256} and not exists (
      select from sources.texts t where t.tenant = s.tenant and t.id = s.id and t.fits) order by s.id limit 1`.execute(
    tx,
  )
  return rows[0]
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
  const searched = sql`platform.fold(concat_ws(' ', s.outlet, s.title, s.author, s.editor, s.url))`
  const holds = soughtWords(q).map((word) => holdsWord(searched, word))
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
