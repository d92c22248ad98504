import type { Language } from './languages.ts'

/** A name as it stands on Indonesian pages, with its forms for readers of the other languages where there are any. */
export interface Named {
  name: string
  names?: Partial<Record<Language, string>> | undefined
}

/** The form of a name for a reader; the Indonesian form where her language has none. */
export function nameIn(language: Language, { name, names }: Named): string {
  return names?.[language] ?? name
}

/** The language of the form that nameIn answers, for `lang`. */
export function languageOfName(language: Language, { names }: Named): Language {
  return language === 'id' || names?.[language] !== undefined ? language : 'id'
}
