import type { PartialDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'

/** How we know a fact: reported by the press, recorded by staff, or documented by a file. */
export type Level = 'reported' | 'recorded' | 'documented'

export type SourceKind = 'news' | 'release' | 'minutes' | 'letter' | 'document' | 'staff'

/** Where something is known from. The text itself is never part of demonstration data. */
export interface SourceCard {
  id: string
  kind: SourceKind
  outlet: string | undefined
  title: string | undefined
  author: string | undefined
  publishedOn: PartialDate | undefined
  demonstration: boolean
}

export type Occasion = 'to_reporters' | 'at_the_meeting' | 'in_the_article'

/** Where one field of one record comes from. */
export interface Provenance {
  id: string
  subject: string
  field: string
  level: Level
  speaker: string | undefined
  speakerPerson: string | undefined
  speakerOffice: string | undefined
  occasion: Occasion | undefined
  saidOn: PartialDate | undefined
  /** Our own words, per language; never the article's. */
  summary: Partial<Record<Language, string>> | undefined
  /** A differing value that stands beside the value in use. */
  value: unknown
  source: SourceCard | undefined
}

/** The strongest level among the lines about a field; staff record where there is none. */
export function levelOf(lines: readonly Pick<Provenance, 'level'>[]): Level {
  if (lines.some(({ level }) => level === 'documented')) return 'documented'
  if (lines.length === 0 || lines.some(({ level }) => level === 'recorded')) return 'recorded'
  return 'reported'
}
