import type { Language } from '../../../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** What an item of the product's list is called; undefined for what is no key of it. */
export function itemWord(language: Language, origin: unknown): string | undefined {
  const items: Record<string, string> = words[language].item
  return typeof origin === 'string' && Object.hasOwn(items, origin) ? items[origin] : undefined
}
