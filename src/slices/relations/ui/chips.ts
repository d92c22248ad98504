import type { Language } from '../../../shared/languages.ts'
import { foldForSearch } from '../../../shared/text.ts'
import { registerStatuses } from '../../oversight/model.ts'
import { words as partnerWords } from '../../partners/messages/words.gen.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import type { FilterName } from './list-filter.ts'
import { words } from './messages/words.gen.ts'

/** What a chip says. */
export function chipWord(language: Language, name: FilterName, value: string): string {
  const w = words[language]
  const catalogue: Record<FilterName, Record<string, string>> = {
    status: { ...relationWords[language].status, none: w.noStatus },
    country: referenceWords[language].country,
    kind: partnerWords[language].kind,
    published: w.chips.published,
    silent: w.chips.silent,
    process: w.chips.process,
  }
  return catalogue[name][name === 'country' ? value.toLowerCase() : value] ?? value
}

/** The values of a filter that have rows, or are chosen: statuses in their order, others by how many, then by name. */
export function chipsOf(
  language: Language,
  name: FilterName,
  { counts, chosen }: { counts: Record<string, number>; chosen: string | undefined },
): { value: string; n: number; label: string }[] {
  const values = new Set([...Object.keys(counts), ...(chosen === undefined ? [] : [chosen])])
  const chips = [...values].map((value) => ({ value, n: counts[value] ?? 0, label: chipWord(language, name, value) }))
  if (name === 'status') return registerStatuses.flatMap((status) => chips.find(({ value }) => value === status) ?? [])
  const folded = (text: string) => foldForSearch(text)
  return chips.toSorted((a, b) => b.n - a.n || (folded(a.label) < folded(b.label) ? -1 : 1)).slice(0, 12)
}
