import { isPartialDate } from '../../../shared/dates.ts'
import type { Change } from '../../../shared/failure.ts'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { nameIn } from '../../../shared/names.ts'
import type { ConflictRow } from '../../../ui/controls/conflict.tsx'
import { writeInstant } from '../../../ui/controls/written.ts'
import { fieldName } from '../../relations/embed.tsx'
import { catalogueOf, columnsOf } from './tell-exchange.ts'
import type { ExchangeView } from './view.ts'
import { words } from './messages/words.gen.ts'

interface ConflictOptions {
  language: Language
  mine: Record<string, unknown>
  /** Names of what is kept by its id (a file, an agency), by column. */
  named?: Record<string, Record<string, string>>
}

/** Names by id, as `named` takes them. */
export const namesById = (of: readonly { id: string; name: string }[]): Record<string, string> =>
  Object.fromEntries(of.map(({ id, name }) => [id, name]))

/** What others changed of an exchange since, beside what this person typed. */
export function conflictRows(
  changes: readonly Change[],
  { language, mine, named = {} }: ConflictOptions,
): ConflictRow[] {
  const { form, use } = words[language]
  const lists = { relations: form.relations, fields: form.fields, bodies: form.bodies }
  const applied = { what: use.what, applied_on: use.on, evidence: use.evidence, unit: form.unit }
  const columns: Record<string, string> = { ...columnsOf(language), ...lists, ...applied }
  const catalogue: Record<string, Record<string, string>> = { ...catalogueOf(language), ...named }
  const unsaid = sharedWords[language].notTold
  const write = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return unsaid
    if (Array.isArray(value)) return value.map((one) => writeEntry(language, one)).join(', ') || unsaid
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
    const said = catalogue[field]?.[text]
    return said ?? (isPartialDate(text) && field.endsWith('_on') ? formatDate(text, language) : text)
  }
  return changes.flatMap(({ field, now, by, at }) => {
    const label = columns[field]
    if (label === undefined) return []
    const typed = mine[field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]
    return [
      {
        label,
        ...(typed !== undefined && { mine: write(field, typed) }),
        theirs: write(field, now),
        by,
        at: writeInstant(at, language),
      },
    ]
  })
}

/** An entry of a list: a name, a cooperation by its names, a field by its sector. */
function writeEntry(language: Language, one: unknown): string {
  if (typeof one === 'string') return one
  const { name, names, sector } = one as Partial<ExchangeView['relations'][number] & ExchangeView['fields'][number]>
  if (names !== undefined) return nameIn(language, { name: name ?? '', names })
  return fieldName(language, { sector: sector ?? undefined, name: name ?? undefined }) ?? ''
}
