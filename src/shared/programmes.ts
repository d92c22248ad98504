import { languages, type Language } from './languages.ts'

/** The parts of Program, in the order in which they stand everywhere; each is a slice. */
export const programmeKinds = ['workforce', 'contests', 'csr', 'residents', 'forum', 'exchange'] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

/** The last part of the address of each kind, in the workspace (/program/…) and on the portal alike. */
export const programmePaths = {
  workforce: 'tenaga-kerja',
  contests: 'lomba',
  csr: 'tjsl',
  residents: 'layanan',
  forum: 'isu',
  exchange: 'pertukaran',
} as const satisfies Record<ProgrammeKind, string>

/** A sentence of ours in every language of the product. */
export type Sentence = Record<Language, string>

/** A sentence written for each language. */
export const inEachLanguage = (write: (language: Language) => string): Sentence =>
  Object.fromEntries(languages.map((language) => [language, write(language)])) as Sentence

/** A programme as pages that gather tell it: what it is called, and one true sentence about where it stands. */
export interface ProgrammeLine {
  id: string
  kind: ProgrammeKind
  /** As somebody wrote it. */
  title: string
  titleLang: string
  /** The same in the other languages the region writes. */
  titles?: Partial<Sentence> | undefined
  /** Where it stands on the day that was asked for. */
  told: Sentence
  /** Its page, without language and without the workspace's own prefix; absent where it has none. */
  path?: string | undefined
  /** The day it is sorted by, YYYY-MM-DD or a part of it. */
  on: string
  /** Somebody can enter, book or ask now: until when, and what the button says. Without `until` it has no end. */
  open?: { told: Sentence; act: Sentence; path: string; until?: string | undefined } | undefined
}

interface Titled {
  title: string
  titleLang: string
  titles?: { [One in Language]?: string | undefined } | undefined
}

/** The title for a reader, and the language it stands in: her own where the region writes it, else as it was written. */
export function titleIn(language: Language, { title, titleLang, titles }: Titled): { text: string; lang: string } {
  const own = titles?.[language]
  return own === undefined ? { text: title, lang: titleLang } : { text: own, lang: language }
}

/** How many programmes a page that gathers asks one kind for. */
export const programmeLimit = 50
