import { isLanguage, type Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** What a language is called in the reader's own; its code where we have no name for it. */
export function languageName(language: Language, code: string): string {
  return isLanguage(code) ? words[language].room.languageOf[code] : code
}
