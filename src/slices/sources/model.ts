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

/** How many fields of cooperation a source counted, and how many of them it names. */
export interface SaidCounts {
  offered: number
  named: number
}

/** How many stages somebody said are left, and whether they were listed. */
export interface SaidStages {
  left: number
  listed: boolean
}

/**
 * A line as the world sees it: without ids of people and sources, and without a value that differs from the one in
 * use. Only figures that a page sets beside its own stay.
 */
export type PublicLine = Omit<Provenance, 'speakerPerson' | 'value' | 'source'> & {
  source: Omit<SourceCard, 'id'> | undefined
  counts: SaidCounts | undefined
  stages: SaidStages | undefined
}

/** The fields of a record whose `value` is a figure of the source, shown as such beside our own. */
const figures = new Set(['fields', 'stages_left'])

/** The lines that may be published: those a value in use rests on. A line that holds a differing value stays inside. */
export function publicLines(lines: readonly Provenance[]): PublicLine[] {
  return lines
    .filter(({ field, value }) => value === undefined || figures.has(field))
    .map(({ id, subject, field, level, speaker, speakerOffice, occasion, saidOn, summary, source, value }) => ({
      id,
      subject,
      field,
      level,
      speaker,
      speakerOffice,
      occasion,
      saidOn,
      summary,
      counts: field === 'fields' ? readCounts(value) : undefined,
      stages: field === 'stages_left' ? readStages(value) : undefined,
      source: source && {
        kind: source.kind,
        outlet: source.outlet,
        title: source.title,
        author: source.author,
        publishedOn: source.publishedOn,
        demonstration: source.demonstration,
      },
    }))
}

/** The counts a source gives in a line about 'fields'; undefined where its value is something else. */
export function readCounts(value: unknown): SaidCounts | undefined {
  if (typeof value !== 'object' || value === null || !('offered' in value) || !('named' in value)) return undefined
  const { offered, named } = value
  return typeof offered === 'number' && typeof named === 'number' ? { offered, named } : undefined
}

/** The stages a speaker names in a line about 'stages_left'; undefined where its value is something else. */
export function readStages(value: unknown): SaidStages | undefined {
  if (typeof value !== 'object' || value === null || !('left' in value) || !('listed' in value)) return undefined
  const { left, listed } = value
  return typeof left === 'number' && typeof listed === 'boolean' ? { left, listed } : undefined
}

/** The article under which a document may be published, and how far its text was read ('V' as in the procedures). */
export interface PublicationGround {
  law: string
  at: string
  verified: 'V'
}

/**
 * What a public body does is offered without being asked for (UU 14/2008 Ps 9). Signed agreements with others will
 * stand under Ps 11(1)e, once there are texts to publish.
 */
export const periodicInformation: PublicationGround = { law: 'UU 14/2008', at: 'Ps 9', verified: 'V' }

/** The strongest level among the lines about a field; staff record where there is none. */
export function levelOf(lines: readonly Pick<Provenance, 'level'>[]): Level {
  if (lines.some(({ level }) => level === 'documented')) return 'documented'
  if (lines.length === 0 || lines.some(({ level }) => level === 'recorded')) return 'recorded'
  return 'reported'
}
