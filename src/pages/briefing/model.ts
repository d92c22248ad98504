/** Papers that the record writes by itself: what they are made of, and the same as text for a chat. Pure. */
import { chatText } from '../../shared/chat-text.ts'
import type { Language } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'

/** For whom a briefing is: the own head, who also reads what is open, or the guest, who reads what is common. */
export const audiences = ['own', 'guest'] as const
export type Audience = (typeof audiences)[number]

export interface PaperLine {
  /** What the line is about, before it. */
  term?: string | undefined
  text: string
  /** The language of words that stand as somebody wrote them; absent for sentences of ours. */
  lang?: string | undefined
  /** Numbers of its sources. */
  notes: number[]
}

export interface PaperSection {
  title: string
  lines: PaperLine[]
}

/** A paper with its cited sources, in one language. */
export interface Paper {
  title: string
  subtitle: string
  language: Language
  sections: PaperSection[]
  sources: string[]
  sourcesTitle: string
}

/** The language that guests of a country read; undefined where it is ours or the country is not known. */
export function guestLanguage(country: string | null | undefined): Exclude<Language, 'id'> | undefined {
  if (country === null || country === undefined || country === 'ID') return undefined
  return country === 'JP' ? 'ja' : country === 'KR' ? 'ko' : 'en'
}

/** Words at the beginning of a line, with the capital that they lack in a sentence. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Collects the sources of a paper while it is written: the same source has one number. */
export function openNotes() {
  const sources: string[] = []
  return {
    sources,
    numberOf(text: string): number {
      const known = sources.indexOf(text)
      return known === -1 ? sources.push(text) : known + 1
    },
  }
}

/** "[1][3]" behind a line, nothing where nothing is cited. */
export function writeNotes(notes: readonly number[]): string {
  return notes.map((n) => `[${n}]`).join('')
}

export function writeLine({ term, text, notes }: PaperLine, colon: string): string {
  const said = term === undefined ? text : `${term}${colon}${text}`
  return notes.length === 0 ? said : `${said} ${writeNotes(notes)}`
}

/** A paper as a message: its lines under the titles of their parts, then the sources. */
export function paperText(paper: Paper, { colon, more }: { colon: string; more: (n: number) => string }): string {
  const lines = paper.sections.flatMap(({ title, lines: of }) => [title, ...of.map((line) => writeLine(line, colon))])
  const cited = paper.sources.map((text, at) => `[${at + 1}] ${text}`)
  return chatText({ title: `${paper.title} · ${paper.subtitle}`, lines: [...lines, ...cited], more })
}

// As folded text: marks and width are gone, and what nobody sees.
const signing = [
  /[tn]anda\W*tangan|\b(?:me|di|ter|pe)?[tn]eken(?:an|nya|kan)?\b|\bttd\b/,
  /\b(?:co|counter)?\W?sign(?:s|ed|ing|ings|ature|atures|atory|atories)?\b(?! of\b)|\bundersigned\b|\binked\b/,
  /署名|調印|締結|サイン|[捺押]印|判を押/,
  /서명|조인|체결|날인|(?<!\p{L})싸?사?인(?=[을를하한했해])/u,
]

/**
 * Whether a sentence speaks of a signing, in any of our languages: a press text may only where the signed text is on
 * file (product C8). It is not asked whether the sentence denies it: who reads the word reads a signing.
 */
export function tellsOfSigning(text: string): boolean {
  const folded = foldForSearch(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
  return signing.some((words) => words.test(folded))
}
