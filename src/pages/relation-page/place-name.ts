import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'

/** A place as a source writes it; in the reader's language where it is the region itself, whose forms are known. */
export function placeName(language: Language, { words, region }: { words: string; region: Named }): string {
  return words === region.name ? nameIn(language, region) : words
}
