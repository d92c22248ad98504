import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import type { RowChange, Value } from '../../ledger/model.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { rowWords } from './row-words.ts'
import { tellRow, type Told } from './tell-row.ts'
import { words } from './messages/words.gen.ts'

type Telling = { language: Language; changes: readonly RowChange[] }

/** Tells the changes of an act about a relation: its own values, its process and papers, its fields and how far each came. */
export function tellChanges(language: Language, changes: readonly RowChange[]): Told {
  const rows = rowWords(language)
  const told = changes.map((change) => {
    const of = rows[change.table]
    if (of !== undefined) return tellRow(language, change, of)
    return tellers[change.table]?.(change, { language, changes }) ?? countOf(change)
  })
  return { lines: told.flatMap(({ lines }) => lines), others: told.reduce((sum, { others }) => sum + others, 0) }
}

const tellers: Partial<Record<string, (change: RowChange, telling: Telling) => Told>> = {
  'relations.fields': tellField,
  'relations.standings': tellStanding,
}

const nothing: Told = { lines: [], others: 0 }
const countOf = ({ fields }: RowChange): Told => ({ lines: [], others: fields.length })

function tellField(change: RowChange, { language }: Telling): Told {
  const w = words[language].told
  const standing = (value: Value) => writeValue(language, relationWords[language].standing, value)
  const [sector, name, stood] = ['sector', 'name', 'standing'].map((column) =>
    change.fields.find(({ field }) => field === column),
  )
  const number = change.which.position ?? 0
  if (change.op !== 'update') {
    const side = change.op === 'insert' ? 'now' : 'was'
    const named = writeName(language, { sector: sector?.[side], name: name?.[side] })
    const how = { field: w.field({ number }), name: named, standing: standing(stood?.[side] ?? null) }
    return { lines: [change.op === 'insert' ? w.added(how) : w.removed(how)], others: 0 }
  }
  const lines: string[] = []
  if (sector !== undefined || name !== undefined) {
    const was = writeName(language, { sector: sector?.was, name: name?.was })
    const now = writeName(language, { sector: sector?.now, name: name?.now })
    lines.push(w.change({ label: w.field({ number }), was, now }))
  }
  if (stood !== undefined) {
    const label = w.standingOf({ field: fieldLabel(language, change) })
    lines.push(w.change({ label, was: standing(stood.was), now: standing(stood.now) }))
  }
  const [affair, object] = ['affair', 'object'].map((column) => change.fields.find(({ field }) => field === column))
  if (affair !== undefined) lines.push(w.replaced({ label: w.affairOf({ field: fieldLabel(language, change) }) }))
  if (object !== undefined) {
    const write = (value: Value) =>
      writeValue(language, words[language].mapping.objects, value) || words[language].empty
    const label = w.objectOf({ field: fieldLabel(language, change) })
    lines.push(w.change({ label, was: write(object.was), now: write(object.now) }))
  }
  const told = [sector, name, stood, affair, object].filter((found) => found !== undefined).length
  return { lines, others: change.fields.length - told }
}

/** A standing repeats what its field's line says, unless it was noted for a day before the newest. */
function tellStanding({ op, fields }: RowChange, { language, changes }: Telling): Told {
  const now = (column: string) => fields.find(({ field }) => field === column)?.now
  const [standing, day, of] = [now('standing'), now('occurred_on'), now('field')]
  const field = changes.find(({ table, row }) => table === 'relations.fields' && row === of)
  const isSaid = field === undefined || field.op !== 'update' || field.fields.some((seen) => seen.field === 'standing')
  if (op !== 'insert' || isSaid || typeof day !== 'string') return nothing
  const word = writeValue(language, relationWords[language].standing, standing ?? null)
  const how = { field: fieldLabel(language, field), date: formatDate(day, language), standing: word }
  return { lines: [words[language].told.standingFrom(how)], others: 0 }
}

/** "bidang 7 (Kebudayaan)"; without a name only its number. */
function fieldLabel(language: Language, { which: { position, name, sector } }: RowChange): string {
  const w = words[language].told
  const number = position ?? 0
  if (name === null && sector === null) return w.field({ number })
  return w.fieldNamed({ number, name: writeName(language, { sector, name }) })
}

function writeName(
  language: Language,
  { sector, name }: { sector: Value | undefined; name: Value | undefined },
): string {
  const said = writeValue(language, referenceWords[language].sector, sector ?? name ?? null)
  return said || words[language].fields.unnamed
}

function writeValue(language: Language, catalogue: Record<string, string>, value: Value): string {
  if (typeof value === 'string') return Object.hasOwn(catalogue, value) ? (catalogue[value] ?? value) : value
  return value === null ? '' : String(value)
}
