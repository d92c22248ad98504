/** The four languages of every screen; the order is the order in which they are offered. */
export const languages = ['id', 'en', 'ja', 'ko'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text)
}

/** How each language calls itself. Names of languages are never translated: a reader looks for her own. */
export const ownNames: Record<Language, string> = { id: 'Indonesia', en: 'English', ja: '日本語', ko: '한국어' }
