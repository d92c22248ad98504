import type { PartialDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { isOffice, officeTitle, type Capacity } from '../reference/model.ts'
import { words } from './messages/words.gen.ts'

/** How we know a fact: reported by the press, recorded by staff, or documented by a file. */
export type Level = 'reported' | 'recorded' | 'documented'

export const sourceKinds = ['news', 'release', 'minutes', 'letter', 'document', 'staff'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** How well a source of a kind knows: what the press or a release says is reported, a paper documents, staff record. */
export function levelOfSource(kind: SourceKind): Level {
  if (kind === 'staff') return 'recorded'
  return kind === 'news' || kind === 'release' ? 'reported' : 'documented'
}

/** Where something is known from. The text itself is never part of demonstration data. */
export interface SourceCard {
  id: string
  kind: SourceKind
  outlet: string | undefined
  title: string | undefined
  author: string | undefined
  editor: string | undefined
  /** Whose photograph it shows. */
  photo: string | undefined
  publishedOn: PartialDate | undefined
  demonstration: boolean
  /** Reports that it links to; they are sources of nothing else. */
  related: RelatedReport[]
}

/** A report that a source links to, known by its title alone. */
export interface RelatedReport {
  title: string
  outlet: string | undefined
}

export const occasions = ['to_reporters', 'at_the_meeting', 'in_the_article'] as const
export type Occasion = (typeof occasions)[number]

/** Where one field of one record comes from. */
export interface Provenance {
  id: string
  subject: string
  field: string
  level: Level
  speaker: string | undefined
  speakerPerson: string | undefined
  speakerOffice: string | undefined
  /** In which capacity the speaker held the office then; undefined where nobody noted it. */
  speakerCapacity: Capacity | undefined
  occasion: Occasion | undefined
  saidOn: PartialDate | undefined
  /** Our own words, per language; never the article's. */
  summary: Partial<Record<Language, string>> | undefined
  /** A differing value that stands beside the value in use. */
  value: unknown
  /** The place of its words in the source's text (UTF-16), whether or not that text is filed. */
  span?: { from: number; to: number } | undefined
  /** Exact words with what stands around them; only where the region filed the very text. */
  excerpt?: Excerpt | undefined
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
export type PublicLine = Omit<Provenance, 'speakerPerson' | 'value' | 'span' | 'source'> & {
  source: Omit<SourceCard, 'id'> | undefined
  counts: SaidCounts | undefined
  stages: SaidStages | undefined
}

/** The fields of a record whose `value` is a figure of the source, shown as such beside our own. */
const figures = new Set(['fields', 'stages_left'])

/** Whether a line says something else than the value in use: then it stands beside it until somebody judges. */
export function isDiffering({ field, value }: Pick<Provenance, 'field' | 'value'>): boolean {
  return value !== undefined && value !== null && !figures.has(field)
}

/** Which source about one field is followed, and why. Without a line the value in use stays although sources differ. */
export interface Judgement {
  id: string
  subject: string
  field: string
  provenance: string | undefined
  reason: string
  judgedOn: string
  rev: number
}

/** One field about which sources differ. Settled once somebody judged: it is shown folded. */
export interface Difference {
  subject: string
  field: string
  lines: Provenance[]
  judgement: Judgement | undefined
}

/** The fields about which sources differ, in the order of their first line; a line without a value speaks for ours. */
export function differencesOf(lines: readonly Provenance[], judgements: readonly Judgement[]): Difference[] {
  const byField = Map.groupBy(lines, ({ subject, field }) => `${subject}.${field}`)
  return [...byField.values()]
    .filter((about) => about.some(isDiffering))
    .flatMap((about) => {
      const [first] = about
      if (first === undefined) return []
      const { subject, field } = first
      const judgement = judgements.find((each) => each.subject === subject && each.field === field)
      return [{ subject, field, lines: about, judgement }]
    })
}

/** The part of a text around exact words: whole sentences, at most 600 characters, and the words in the middle of it. */
export function excerptOf(text: string, { from, to }: { from: number; to: number }): Excerpt {
  const room = Math.max(0, 300 - Math.floor((to - from) / 2))
  const [low, high] = [Math.max(0, from - room), Math.min(text.length, to + room)]
  const begin = [...text.slice(low, from).matchAll(/[.!?。！？]["”』」]?\s*|\n+/gu)].at(-1)
  const end = /[.!?]["”]?(?=\s|$)|[。！？][』」]?|\n/u.exec(text.slice(to, high))
  const start = begin === undefined ? low : low + begin.index + begin[0].length
  const stop = end === null ? high : to + end.index + end[0].length
  return { before: text.slice(start, from), words: text.slice(from, to), after: text.slice(to, stop).trimEnd() }
}

/** A text cut where passages begin and end; passages that overlap light as one. */
export function cutText(text: string, passages: readonly { from: number; to: number }[]): CutText[] {
  const parts: CutText[] = []
  let at = 0
  const add = (to: number, isLit: boolean) => {
    const words = text.slice(at, to)
    const last = parts.at(-1)
    if (words !== '' && last?.isLit === isLit) last.words += words
    else if (words !== '') parts.push({ words, isLit })
    at = Math.max(at, to)
  }
  for (const { from, to } of passages.toSorted((a, b) => a.from - b.from)) {
    if (from > at) add(from, false)
    if (to > at) add(to, true)
  }
  add(text.length, false)
  return parts
}

/** A part of a text, and whether a passage covers it. */
export interface CutText {
  words: string
  isLit: boolean
}

/** Exact words with what stands around them. */
export interface Excerpt {
  before: string
  words: string
  after: string
}

/** The lines that may be published: those a value in use rests on. A line that holds a differing value stays inside. */
export function publicLines(lines: readonly Provenance[]): PublicLine[] {
  return lines.filter(({ field, value }) => value === undefined || figures.has(field)).map(publicLine)
}

function publicLine(whole: Provenance): PublicLine {
  const { value, source, speakerPerson: _, span: __, ...line } = whole
  return {
    ...line,
    counts: line.field === 'fields' ? readCounts(value) : undefined,
    stages: line.field === 'stages_left' ? readStages(value) : undefined,
    source: source && withoutId(source),
  }
}

function withoutId(whole: SourceCard): Omit<SourceCard, 'id'> {
  const { id: _, ...source } = whole
  return source
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

/** Whether an author is known by initials or a short mark ("M-3L", "Dud") and not by name. */
export function isInitials(author: string): boolean {
  return author.length <= 4
}

/** The strongest level among the lines about a field; staff record where there is none. */
export function levelOf(lines: readonly Pick<Provenance, 'level'>[]): Level {
  if (lines.some(({ level }) => level === 'documented')) return 'documented'
  if (lines.length === 0 || lines.some(({ level }) => level === 'recorded')) return 'recorded'
  return 'reported'
}

export interface Spoken {
  speaker?: string | null | undefined
  speakerOffice?: string | null | undefined
  speakerCapacity?: Capacity | null | undefined
  occasion?: Occasion | null | undefined
}

const occasionWords = {
  to_reporters: 'toReporters',
  at_the_meeting: 'atTheMeeting',
  in_the_article: 'inTheArticle',
} as const

/**
 * Who said it, in which office as it was held then, and on what occasion. That an article names nobody is said only
 * where it names nobody.
 */
export function writeSpeaker(
  { speaker, speakerOffice, speakerCapacity, occasion }: Spoken,
  language: Language,
): string | undefined {
  const place = occasion == null ? undefined : words[language][occasionWords[occasion]]
  if (speaker == null) return place
  const office = isOffice(speakerOffice)
    ? officeTitle(language, { office: speakerOffice, capacity: speakerCapacity ?? undefined })
    : undefined
  const said = [speaker, office, occasion === 'in_the_article' ? undefined : place]
  return said.filter((part) => part !== undefined).join(language === 'ja' ? '、' : ', ')
}
