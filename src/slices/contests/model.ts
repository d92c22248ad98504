import { endOfDay, instantOf, timeIn, todayIn, type DateText, type PartialDate, type Zone } from '../../shared/dates.ts'
import { formatDate, formatDateRange, formatTime } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import type { Named } from '../../shared/names.ts'
import type { Capacity, OfficeId } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'
import { words } from './messages/words.gen.ts'
import { missables, type KeptWord, type Missable, type Moment, type RelationKind, type WindowState } from './shapes.ts'

export {
  missables,
  moments,
  keptWords,
  relationKinds,
  contestLimits,
  type WindowState,
  type ContestState,
  type Completeness,
  type Missable,
  type Moment,
  type KeptWord,
  type RelationKind,
  type PartKind,
} from './shapes.ts'

/** The window of a contest: days of the region, both inclusive, and perhaps a time of the last day, also inclusive. */
export interface Window {
  opensOn?: DateText | undefined
  closesOn?: DateText | undefined
  /** 'HH:MM' or 'HH:MM:SS'; without it the end of the day. */
  closesTime?: string | undefined
}

/** The same as instants; the first one that is too late is `closesBefore`. */
export interface Instants {
  opensAt?: string | undefined
  closesBefore?: string | undefined
}

/** Where the window stands at an instant (epoch milliseconds); undefined where no window is known. */
export function windowAt({ opensAt, closesBefore }: Instants, instant: number): WindowState | undefined {
  if (opensAt === undefined || closesBefore === undefined) return undefined
  if (instant < instantOf(opensAt)) return 'belum'
  return instant < instantOf(closesBefore) ? 'dibuka' : 'ditutup'
}

/** The same by day, for lists: on the last day it counts as open. */
export function windowOn({ opensOn, closesOn }: Window, on: DateText): WindowState | undefined {
  if (opensOn === undefined || closesOn === undefined) return undefined
  if (on < opensOn) return 'belum'
  return on <= closesOn ? 'dibuka' : 'ditutup'
}

/** The last minute in which it can be entered, as people say it: '23:59' where the whole day counts. */
export function lastMinute({ closesTime }: Pick<Window, 'closesTime'>): string {
  return closesTime?.slice(0, 5) ?? timeIn('WIB', instantOf(endOfDay('2000-01-01', 'WIB')))
}

/** What is wrong with a window, by its field; undefined when it can stand. */
export function windowFault({
  opensOn,
  closesOn,
  closesTime,
}: Window): { path: string; fault: 'required' | 'wrong_order' } | undefined {
  if (opensOn === undefined && closesOn === undefined) {
    return closesTime === undefined ? undefined : { path: 'closesOn', fault: 'required' }
  }
  if (opensOn === undefined) return { path: 'opensOn', fault: 'required' }
  if (closesOn === undefined) return { path: 'closesOn', fault: 'required' }
  return closesOn < opensOn ? { path: 'closesOn', fault: 'wrong_order' } : undefined
}

/**
 * Whether names can be erased on this day: not while they are needed to run the contest, and not later than was told
 * (`promisedOn`) to whoever entered.
 */
export function purgeFault({
  purgeOn,
  closesOn,
  promisedOn,
}: {
  purgeOn?: DateText | undefined
  closesOn?: DateText | undefined
  promisedOn?: DateText | undefined
}): { path: string; fault: 'required' | 'wrong_order' } | undefined {
  if (purgeOn === undefined) return promisedOn === undefined ? undefined : { path: 'purgeOn', fault: 'required' }
  const isEarly = closesOn !== undefined && purgeOn < closesOn
  const isLate = promisedOn !== undefined && purgeOn > promisedOn
  return isEarly || isLate ? { path: 'purgeOn', fault: 'wrong_order' } : undefined
}

/** "30 Juni 2024, 23.59 WIB": day and clock in the region's zone. */
export function writeClosing(language: Language, { closesOn, closesTime, zone }: Window & { zone: Zone }): string {
  if (closesOn === undefined) return ''
  const time = formatTime(lastMinute({ closesTime }), zone, language)
  return words[language].dayAndTime({ day: formatDate(closesOn, language), time })
}

/** An instant as day and clock with seconds in a zone: "28 Juni 2024, 12.00.05 WIB". */
export function writeInstant(language: Language, instant: string, zone: Zone): string {
  const at = instantOf(instant)
  const second = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  const clock = language === 'id' ? `${timeIn(zone, at).replace(':', '.')}.${second}` : `${timeIn(zone, at)}:${second}`
  return words[language].dayAndTime({ day: formatDate(todayIn(zone, at), language), time: `${clock} ${zone}` })
}

/** One true sentence about the window on a day, for lists and for the page. */
export function tellWindow(
  language: Language,
  window: Window & { zone: Zone },
  state: WindowState | undefined,
): string {
  const w = words[language].window
  const { opensOn, closesOn } = window
  if (state === undefined || opensOn === undefined || closesOn === undefined) return w.unknown
  const until = writeClosing(language, window)
  if (state === 'belum') return w.soon({ from: formatDate(opensOn, language), until })
  return state === 'dibuka' ? w.open({ until }) : w.closed({ until })
}

/** The days of the window as one span. */
export function writeSpan(language: Language, { opensOn, closesOn }: Window): string | undefined {
  return opensOn === undefined || closesOn === undefined ? undefined : formatDateRange(opensOn, closesOn, language)
}

/** Entries and, in their places, the numbers that were given and taken back. */
export function byNumber<Row extends { number: number }>(
  rows: readonly Row[],
  cancelled: readonly number[],
): (Row | number)[] {
  const of = (line: Row | number) => (typeof line === 'number' ? line : line.number)
  return [...rows, ...cancelled].toSorted((one, other) => of(one) - of(other))
}

interface Checked {
  rtRw?: string | undefined
  kecamatan?: string | undefined
  entrant?: string | undefined
  phone?: string | undefined
  words?: string | undefined
  photos: number
}

/** What an entry still lacks as the organiser asks for it: place and somebody to call; photographs only where wanted. */
export function missingOf({ photos, ...entry }: Checked, { wantsPhotos }: { wantsPhotos: boolean }): Missable[] {
  const has: Record<Missable, boolean> = {
    rt_rw: entry.rtRw !== undefined,
    kecamatan: entry.kecamatan !== undefined,
    entrant: entry.entrant !== undefined,
    phone: entry.phone !== undefined,
    photo: !wantsPhotos || photos > 0,
    words: true,
  }
  return missables.filter((one) => !has[one])
}

/** The last part of a contest's address: its title and the year in which it opens. */
export function slugsFor({ title, year, id }: { title: string; year: string | undefined; id: string }): string[] {
  const base = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const slug = [base === '' ? 'lomba' : base, ...(year === undefined || base.endsWith(year) ? [] : [year])].join('-')
  return [slug, `${slug}-2`, `${slug}-3`, `${slug}-${id.slice(-8)}`]
}

/** The day after which names and numbers of entrants go when nobody set one: half a year after the last known day. */
export const purgeAfterDays = 180

/** What a receipt says, as the text that is signed: plain lines, no name of a person. */
export interface ReceiptText {
  contest: string
  number: number
  name: string
  village: string
  enteredAt: string
  code: string
}

/** The signed text, byte by byte: anybody can compose it from what stands on the receipt. */
export function receiptText({ contest, number, name, village, enteredAt, code }: ReceiptText): string {
  return JSON.stringify({ contest, number, kampung: name, desa: village, masuk: enteredAt, tanda: code })
}

export interface Category {
  id: string
  name: string
  tier?: string | undefined
}

export interface PublishedSponsor {
  id: string
  partner?: (Named & { slug: string }) | undefined
  words?: string | undefined
  wordsLang: string
}

export interface PublishedStatement {
  id: string
  /** An official; a name that was only typed stays inside. */
  speaker: { name: string; office: OfficeId; capacity: Capacity; unit?: string | undefined }
  words: string
  wordsLang: string
}

export interface PublishedLookBack {
  id: string
  lookedOn: PartialDate
  kept: KeptWord
  words: string
  wordsLang: string
  entry?: { number: number; name: string } | undefined
}

export interface PublishedPhoto {
  id: string
  moment: Moment
  caption: string
  sha256: string
  kind: 'jpeg' | 'png'
  bytes: number
  entry: { number: number; name: string }
}

/** What the world sees of a contest. No name, no number of an entrant. */
export interface PublishedContest extends Window, Instants {
  id: string
  slug: string
  title: string
  titleLang: string
  about?: string | undefined
  aboutLang: string
  organiser: { name: string; shortName?: string | undefined }
  organiserWords?: string | undefined
  occasion?: string | undefined
  zone: Zone
  contestOn?: PartialDate | undefined
  announceOn?: DateText | undefined
  lookBackOn?: DateText | undefined
  /** The day after which who entered is erased; documents from before it was told have none. */
  purgeOn?: DateText | undefined
  tiers: string[]
  goals: number[]
  excludesLastWinner: boolean
  previous?: { slug: string; title: string } | undefined
  leniency?: string | undefined
  wantsPhotos: boolean
  categories: Category[]
  /** Documents from before criteria were told have none. */
  criteria?: { name: string; nameLang: string; weight: number }[] | undefined
  sponsors: PublishedSponsor[]
  statements: PublishedStatement[]
  relations: { slug: string; kind: RelationKind; partner?: Named | undefined }[]
  lookBacks: PublishedLookBack[]
  photos: PublishedPhoto[]
  /** SPKI, PEM: what receipts and the result are signed with. */
  publicKey: string
  region: Named & { slug: string }
  ground: PublicationGround
  provenance: PublicLine[]
}

/** The source sheets of a contest, by the last part of their address: which fields stand on each. */
export const sheetTopics = {
  untuk: ['about'],
  penyelenggara: ['organiser_unit', 'sponsor'],
  peringatan: ['occasion'],
  pendaftaran: ['opens_on'],
  lomba: ['contest_on'],
  keterangan: ['words'],
  tujuan: ['goals'],
} as const satisfies Record<string, readonly string[]>
export type SheetTopic = keyof typeof sheetTopics

/** The lines of a sheet; sponsors and statements are records of their own. */
export function linesOf({ provenance, id, sponsors }: PublishedContest, topic: SheetTopic): PublicLine[] {
  const fields: readonly string[] = sheetTopics[topic]
  const isSponsor = (subject: string) => sponsors.some((sponsor) => sponsor.id === subject)
  return provenance.filter(({ subject, field }) => {
    if (subject === id) return fields.includes(field)
    return isSponsor(subject) ? fields.includes('sponsor') : fields.includes('words')
  })
}
