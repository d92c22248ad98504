import type { Language } from '../../shared/languages.ts'
import { filterNames, type ListFilters } from './list-filters.ts'
import { chipWord } from './ui/chips.ts'
import { words } from './ui/messages/words.gen.ts'

/** What a list of relations is narrowed by, in words: one line for each filter, and what was searched for. */
export function narrowedBy({ q, ...filters }: ListFilters & { q?: string | undefined }, language: Language): string[] {
  const { by } = words[language].chips
  const said = filterNames.flatMap((name) => {
    const value = filters[name]
    return value === undefined ? [] : [`${by[name]}: ${chipWord(language, name, value)}`]
  })
  return q === undefined ? said : [`“${q}”`, ...said]
}
