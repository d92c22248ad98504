import { writeXlsxStream } from 'hucre/xlsx'
import { daysBetween, isDate, type DateText } from '../shared/dates.ts'
import type { Language } from '../shared/languages.ts'
import { copyMost, csvType, type CsvFile } from './copy.ts'

/** What a list can be taken along as: for programs, for a spreadsheet, on paper. */
export const tableFormats = ['csv', 'xlsx', 'pdf'] as const
export type TableFormat = (typeof tableFormats)[number]

/** How many rows each holds; what comes after is said in the last one. Paper is set as a whole, the others are streamed. */
export const rowsMost: Record<TableFormat, number> = { csv: copyMost, xlsx: 100_000, pdf: 5_000 }

export const tableTypes: Record<TableFormat, string> = {
  csv: csvType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** A list as it is set on paper. */
export interface PaperTable {
  title: string
  /** What it is narrowed by, and the day whose state it shows: small lines under the title. */
  under: readonly string[]
  /** What stands at the foot of every page beside its number: whose list it is, and of which day. */
  foot: string
  on: DateText
  header: readonly string[]
  rows: readonly (readonly string[])[]
  language: Language
}

/** Sets a table as PDF; handed in, because the typesetter belongs to a slice. */
export type SetTable = (table: PaperTable) => Promise<Uint8Array>

/** The rows of a CSV stream as COPY writes it, without mark and header. */
export async function* rowsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string[]> {
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  // A quote inside a quoted cell: the next sign says whether it ends the cell or stands for itself.
  let wasQuote = false
  let isHeader = true
  const decoder = new TextDecoder()
  for await (const part of body) {
    for (const sign of decoder.decode(part, { stream: true })) {
      if (isQuoted && !wasQuote) {
        if (sign === '"') wasQuote = true
        else cell += sign
        continue
      }
      if (wasQuote && sign === '"') {
        cell += sign
        wasQuote = false
        continue
      }
      if (wasQuote) isQuoted = wasQuote = false
      if (sign === '"') isQuoted = true
      else if (sign === ',' || sign === '\n') {
        row.push(cell)
        cell = ''
        if (sign === ',') continue
        if (!isHeader) yield row
        isHeader = false
        row = []
      } else cell += sign
    }
  }
}

/** The rows as a workbook, written while it is sent. Cells are text, so nothing is ever a formula; whole days are days. */
export function xlsxOf(
  rows: AsyncIterable<string[]>,
  { header, days = [], numbers = [], title = header[0] ?? '' }: Pick<CsvFile, 'header' | 'days' | 'numbers' | 'title'>,
): ReadableStream<Uint8Array> {
  const columns = header.map((text, at) => {
    if (days.includes(at)) return { header: text, width: 14, numFmt: 'yyyy-mm-dd' }
    return numbers.includes(at) ? { header: text, width: 16, numFmt: '#,##0' } : { header: text, width: 26 }
  })
  const cells = (async function* () {
    for await (const row of rows) {
      yield row.map((text, at) => {
        if (days.includes(at) && isDate(text)) return serialOf(text)
        return numbers.includes(at) && /^\d{1,15}$/.test(text) ? Number(text) : text
      })
    }
  })()
  // These signs cannot stand in the name of a sheet.
  const name = title.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31)
  return writeXlsxStream(cells, { name, columns, freezePane: { rows: 1 } })
}

/** A day as spreadsheet programs count it: 1 is 1 January 1900, and they know a 29 February of that year. */
const serialOf = (day: string): number => {
  const days = daysBetween('1900-01-01', day) + 1
  return days >= 60 ? days + 1 : days
}

/** All rows of a stream that is bounded by what asked for it. */
export async function readAll(rows: AsyncIterable<string[]>): Promise<string[][]> {
  const all: string[][] = []
  for await (const row of rows) all.push(row)
  return all
}
