import { isDate } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import type { HolidayKind } from '../../../slices/reference/model.ts'

export interface ReadRow {
  day: string
  kind: HolidayKind
  name: string
}

const pad = (n: number) => String(n).padStart(2, '0')
const months = Array.from({ length: 12 }, (_, index) =>
  formatDate(`2000-${pad(index + 1)}`, 'id')
    .replace(' 2000', '')
    .toLowerCase(),
)
const kinds: Record<string, HolidayKind> = { nasional: 'nasional', 'cuti bersama': 'cuti_bersama', daerah: 'daerah' }

/**
 * The days of a pasted table, one a line: day, name, and the kind where it stands in a column of its own, set apart by
 * tabs, semicolons or commas. A day is 2027-03-10, 10/03/2027 or 10 Maret (2027). `unread` numbers the lines, from 1,
 * in which no day of the year or no name was found.
 */
export function readHolidayTable(text: string, year: number): { rows: ReadRow[]; unread: number[] } {
  const rows: ReadRow[] = []
  const unread: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const row = readLine(line, year)
    if (row === undefined) unread.push(index + 1)
    else rows.push(row)
  }
  return { rows, unread }
}

function readLine(line: string, year: number): ReadRow | undefined {
  const separator = ['\t', ';', ','].find((mark) => line.includes(mark))
  if (separator === undefined) return undefined
  const [first = '', ...rest] = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const day = readDay(first, year)
  const said = rest.findIndex((cell) => kindOf(cell) !== undefined)
  const name = rest.filter((cell, index) => index !== said && cell !== '').join(separator === ',' ? ', ' : ' ')
  if (day === undefined || !day.startsWith(`${year}-`) || name === '') return undefined
  const kind = kindOf(rest[said] ?? '') ?? (/^cuti bersama/i.test(name) ? 'cuti_bersama' : 'nasional')
  return { day, kind, name }
}

const kindOf = (cell: string): HolidayKind | undefined =>
  kinds[
    cell
      .toLowerCase()
      .replaceAll('_', ' ')
      .replace(/^(hari )?libur /, '')
  ]

function readDay(cell: string, year: number): string | undefined {
  const [, dayOfMonth, month, ofYear] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  const [, plainDay, name = '', plainYear] = /^(?:\p{L}+,? )?(\d{1,2}) (\p{L}+)(?: (\d{4}))?$/u.exec(cell) ?? []
  const day =
    dayOfMonth !== undefined
      ? `${ofYear}-${pad(Number(month))}-${pad(Number(dayOfMonth))}`
      : plainDay !== undefined
        ? `${plainYear ?? year}-${pad(months.indexOf(name.toLowerCase()) + 1)}-${pad(Number(plainDay))}`
        : cell
  return isDate(day) ? day : undefined
}
