import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { excerptOf, isDiffering, levelOf, type Excerpt, type Level, type Occasion, type Provenance } from './model.ts'
import { getSubject, getText, sourceColumns, type SourceRow } from './queries.ts'

interface Line {
  id: string
  field: string
  level: Level
  speaker: string | null
  speakerOffice: string | null
  occasion: Occasion | null
  saidOn: string | null
  summary: Provenance['summary'] | null
  value: unknown
  source: SourceRow | null
  enteredBy: string | null
  enteredAt: string
  rev: number
  excerpt: Excerpt | null
}

interface Judged {
  id: string
  field: string
  line: string | null
  reason: string
  judgedOn: string
  by: string | null
  rev: number
}

/** Everything about where one field of a record comes from. `not_found` for a record the region does not know. */
export async function getSheet(tx: Tx, { subject, field }: { subject: string; field: string }) {
  await getSubject(tx, subject)
  const [lines, judged] = [await listLines(tx, { subject, field }), await listJudged(tx, subject)]
  return sheetOf(field, { lines, judged })
}

/** The fields of a record about which sources differ; those nobody judged yet stand first. */
export async function listDifferences(tx: Tx, subject: string) {
  await getSubject(tx, subject)
  const [lines, judged] = [await listLines(tx, { subject }), await listJudged(tx, subject)]
  return [...Map.groupBy(lines, ({ field }) => field)]
    .map(([field, about]) => sheetOf(field, { lines: about, judged }))
    .filter(({ differs }) => differs)
    .toSorted((a, b) => Number(a.judgement !== null) - Number(b.judgement !== null))
}

function sheetOf(field: string, { lines, judged }: { lines: readonly Line[]; judged: readonly Judged[] }) {
  const found = judged.find((each) => each.field === field)
  return {
    field,
    // A line that says something else does not make the value in use better known.
    level: levelOf(lines.filter((line) => !isDiffering({ ...line, value: line.value ?? undefined }))),
    lines: lines.map(({ value, ...line }) => ({ ...line, ...(value !== null && { value }) })),
    differs: lines.some(isDiffering),
    judgement: found ?? null,
  }
}

type LineRow = Omit<Line, 'excerpt'> & {
  spanFrom: number | null
  spanTo: number | null
}

/** Around exact words no more of a text is read than is shown: a text may have a megabyte. */
const room = 400

async function listLines(tx: Tx, { subject, field }: { subject: string; field?: string }): Promise<Line[]> {
  const { rows } = await sql<LineRow>`
    select p.id, p.field, p.level, p.speaker, p.speaker_office as "speakerOffice", p.occasion, p.said_on as "saidOn",
      p.summary, p.value, p.rev, p.span_from as "spanFrom", p.span_to as "spanTo", entered.by as "enteredBy",
      entered.at as "enteredAt",
      (select to_json(c) from (select ${sourceColumns} from sources.sources s where s.tenant = p.tenant and s.id = p.source) c) as source
    from sources.provenance p
    cross join lateral (
      select a.at, case when a.kind = 'person' then (select m.name from identity.memberships m
        where m.tenant = a.tenant and m.account = a.account order by (m.ended_at is null) desc, m.id desc limit 1) end as by
      from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
      where c.tenant = p.tenant and c.row_id = p.id order by c.id limit 1) entered
    where p.subject = ${subject}::uuid and (${field ?? null}::text is null or p.field = ${field ?? null})
    order by p.id limit 200`.execute(tx)
  const excerpts = await listExcerpts(tx, rows)
  return rows.map((row) => {
    const { spanFrom: _, spanTo: __, ...line } = row
    return { ...line, excerpt: excerpts.get(line.id) ?? null }
  })
}

/** The exact words of lines with what stands around them. A text may have a megabyte: each is read once, one at a time. */
async function listExcerpts(tx: Tx, lines: readonly LineRow[]): Promise<Map<string, Excerpt>> {
  const found = new Map<string, Excerpt>()
  for (const [source, cited] of Map.groupBy(lines, (line) => line.source?.id)) {
    const text =
      source !== undefined && cited.some(({ spanFrom }) => spanFrom !== null) ? await getText(tx, source) : ''
    for (const { id, spanFrom: from, spanTo: to } of cited) {
      if (text && from !== null && to !== null) found.set(id, excerptAt(text, { from, to }))
    }
  }
  return found
}

function excerptAt(text: string, { from, to }: { from: number; to: number }): Excerpt {
  const low = Math.max(0, from - room)
  return excerptOf(text.slice(low, to + room), { from: from - low, to: to - low })
}

async function listJudged(tx: Tx, subject: string): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select j.id, j.field, j.provenance as line, j.reason, j.judged_on as "judgedOn", j.rev,
      (select m.name from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
        join identity.memberships m on m.tenant = a.tenant and m.account = a.account
        where c.tenant = j.tenant and c.row_id = j.id
        order by c.id desc, (m.ended_at is null) desc, m.id desc limit 1) as by
    from sources.judgements j where j.subject = ${subject}::uuid order by j.id limit 200`.execute(tx)
  return rows
}
