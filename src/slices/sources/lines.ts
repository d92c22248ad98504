import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Capacity } from '../reference/model.ts'
import { listExcerpts } from './excerpts.ts'
import type { Excerpt, Level, Occasion, Provenance } from './model.ts'
import { sourceColumns, type SourceRow } from './source-row.ts'

/** Where one field of a record comes from, with who entered it. */
export interface Line {
  id: string
  field: string
  level: Level
  speaker: string | null
  speakerOffice: string | null
  speakerCapacity: Capacity | null
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

export const isOther = ({ source }: Line) => source?.otherOutlet === true

/** A line as the contract writes it: without a value where it says nothing else. */
export const written = ({ value, ...line }: Line) => ({ ...line, ...(value !== null && { value }) })

interface Beside {
  subjects: readonly string[]
  /** Fields of which no value is kept: what was said of them is all there is. */
  fields: readonly string[]
}

/** What stands beside the values of records (at most 100 lines): what was said of some fields, and by other outlets. */
export async function listBeside(tx: Tx, { subjects, fields }: Beside) {
  const about = sql`p.subject = any(${[...subjects]}::uuid[]) and (p.field = any(${[...fields]}::text[]) or exists (
    select from sources.sources o where o.tenant = p.tenant and o.id = p.source and o.other_outlet))`
  const lines = await listLines(tx, { about, limit: 100 })
  return {
    said: lines.filter((line) => !isOther(line)).map(written),
    others: lines.filter(isOther).map(written),
  }
}

/** What rests on a source (at most 200), those with a passage first and in the order of its text. */
export async function listOfSource(tx: Tx, source: string) {
  const about = sql`p.source = ${source}::uuid`
  const rows = await readLines(tx, { about, order: sql`p.span_from nulls last, p.id`, limit: 200 })
  const excerpts = await listExcerpts(tx, rows)
  const passages = rows.flatMap(({ spanFrom: from, spanTo: to }) =>
    from === null || to === null ? [] : [{ from, to }],
  )
  return { lines: rows.map((row) => written(shownOf(row, excerpts))), passages }
}

type LineRow = Omit<Line, 'excerpt'> & {
  spanFrom: number | null
  spanTo: number | null
}

interface Asked {
  about: RawBuilder<unknown>
  order?: RawBuilder<unknown>
  limit?: number
}

export const aboutField = ({ subject, field }: { subject: string; field?: string }) =>
  sql`p.subject = ${subject}::uuid and (${field ?? null}::text is null or p.field = ${field ?? null})`

/** Lines with who entered them, and their exact words where the region filed the very text. */
export async function listLines(tx: Tx, asked: Asked): Promise<Line[]> {
  const rows = await readLines(tx, asked)
  const excerpts = await listExcerpts(tx, rows)
  return rows.map((row) => shownOf(row, excerpts))
}

function shownOf(row: LineRow, excerpts: ReadonlyMap<string, Excerpt>): Line {
  const { spanFrom: _, spanTo: __, ...line } = row
  return { ...line, excerpt: excerpts.get(line.id) ?? null }
}

async function readLines(tx: Tx, { about, order = sql`p.id`, limit = 200 }: Asked): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select p.id, p.field, p.level, p.speaker, p.speaker_office as "speakerOffice",
      p.speaker_capacity as "speakerCapacity", p.occasion, p.said_on as "saidOn",
      p.summary, p.value, p.rev, p.span_from as "spanFrom", p.span_to as "spanTo", entered.by as "enteredBy",
      entered.at as "enteredAt",
      (select to_json(c) from (select ${sourceColumns} from sources.sources s where s.tenant = p.tenant and s.id = p.source) c) as source
    from sources.provenance p
    cross join lateral (
      select a.at, case when a.kind = 'person' then (select m.name from identity.memberships m
        where m.tenant = a.tenant and m.account = a.account order by (m.ended_at is null) desc, m.id desc limit 1) end as by
      from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
      where c.tenant = p.tenant and c.row_id = p.id order by c.id limit 1) entered
    where ${about} order by ${order} limit ${limit}`.execute(tx)
  return rows
}
