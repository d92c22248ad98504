import type { Language } from './languages.ts'

/** A name in its parts; what is not known is empty or absent. `nameLang` as `ja-Latn`: whose order and letters it has. */
export interface NameParts {
  givenName: string | undefined
  familyName: string | undefined
  nameLang?: string | null | undefined
}

/** Whether readers of a language expect the family name of Japanese and Korean people first. */
const familyFirst: Record<Language, boolean> = { id: false, en: false, ja: true, ko: true }
/** Languages whose family names readers of others may not tell from given ones. */
const marked = /^(ja|ko)\b/
const nativeScript = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u

/**
 * A person's name in the order of the reader's language, the family name of Japanese and Korean people in capitals;
 * letters of their own script have none and stand as they are. '' where neither part is known.
 */
export function personName({ givenName, familyName, nameLang }: NameParts, language: Language): string {
  const isMarked = marked.test(nameLang ?? '')
  const family = familyName !== undefined && isMarked ? familyName.toUpperCase() : familyName
  const isNative = nativeScript.test(`${givenName ?? ''}${familyName ?? ''}`)
  const parts = isNative || (isMarked && familyFirst[language]) ? [family, givenName] : [givenName, family]
  return parts.filter((part) => part !== undefined && part !== '').join(isNative ? '' : ' ')
}
