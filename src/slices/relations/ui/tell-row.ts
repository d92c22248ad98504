import { isPartialDate } from '../../../shared/dates.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import type { RowChange, Value } from '../../ledger/model.ts'
import { words } from './messages/words.gen.ts'

/** What an act changed, a sentence for each value that has words here, and how many values have none. */
export interface Told {
  lines: string[]
  others: number
}

/** The words of a table's rows. */
export interface RowWords {
  /** What a row is called: "langkah". */
  what: string
  /** Whether it is the record itself, whose values go by their own names. */
  isRecord?: true
  /** The columns that are told, in their order, with what each is called. */
  columns: Readonly<Record<string, string>>
  /** Words for values that are ids, by column. */
  catalogue?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns of whole rupiah and other counts, written with the language's marks between thousands. */
  amounts?: readonly string[]
  /** Columns that follow from others, or say where the row belongs. */
  silent?: readonly string[]
}

/** Tells one row: what came, what went, or which of its values changed from what to what. */
export function tellRow(language: Language, { op, fields }: RowChange, of: RowWords): Told {
  const w = words[language].told
  const write = (field: string, value: Value) => {
    if (value !== null && of.amounts?.includes(field) === true) return formatNumber(Number(value), language)
    return writeValue(language, { value, catalogue: of.catalogue?.[field] })
  }
  const told = Object.keys(of.columns).flatMap((column) => fields.find(({ field }) => field === column) ?? [])
  if (op !== 'update') {
    const side = op === 'insert' ? 'now' : 'was'
    const parts = told.filter((found) => found[side] !== null && !isId(found[side]))
    const said = parts.map((found) => write(found.field, found[side])).filter((text) => text !== '')
    const row = { label: of.what, value: said.join(' · ') }
    if (said.length === 0) return { lines: [op === 'insert' ? w.came({ label: of.what }) : w.went({ label: of.what })], others: 0 } // prettier-ignore
    return { lines: [op === 'insert' ? w.set(row) : w.gone(row)], others: 0 }
  }
  const lines = told.map(({ field, was, now }) => {
    const column = of.columns[field] ?? field
    const label = of.isRecord ? column : w.of({ what: of.what, column })
    if (isId(was) || isId(now)) return w.replaced({ label })
    const empty = words[language].empty
    return w.change({ label, was: write(field, was) || empty, now: write(field, now) || empty })
  })
  const quiet = fields.filter(({ field }) => of.silent?.includes(field) === true)
  return { lines, others: fields.length - told.length - quiet.length }
}

/** A pointer to another row has no words of its own. */
const isId = (value: Value): boolean => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) // prettier-ignore

type Writing = { value: Value; catalogue: Readonly<Record<string, string>> | undefined }

function writeValue(language: Language, { value, catalogue }: Writing): string {
  if (value === null) return ''
  const text = String(value)
  if (catalogue !== undefined) return Object.hasOwn(catalogue, text) ? (catalogue[text] ?? text) : text
  return isPartialDate(text) && text.length > 4 ? formatDate(text, language) : text
}
