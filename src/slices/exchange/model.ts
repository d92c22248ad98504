import { firstDayOf, isOnOrBefore, lastDayOf, type DateText, type PartialDate } from '../../shared/dates.ts'
import type { FieldFault } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import type { SectorId } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'

/** What is exchanged. `pengalaman` is the exchange of experience between offices, without a course. */
export const exchangeKinds = ['pelatihan_aparatur', 'budaya', 'pemuda', 'akademik', 'pengalaman'] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

/** Which way people go, seen from the region; nobody has said where it is absent. */
export const directions = ['keluar', 'masuk', 'dua_arah'] as const
export type Direction = (typeof directions)[number]

/** Where it stands by somebody's word, while its days do not decide. `disebut`: only a report has told of it. */
export const statedStandings = ['disebut', 'direncanakan', 'berlangsung', 'selesai'] as const
export type StatedStanding = (typeof statedStandings)[number]

export const exchangeStandings = [...statedStandings, 'batal'] as const
export type ExchangeStanding = (typeof exchangeStandings)[number]

export const bodySides = ['ours', 'theirs'] as const
export type BodySide = (typeof bodySides)[number]

/** A title in the languages other than its own; absent where nobody wrote it. */
export type Titles = Partial<Record<'en' | 'ja' | 'ko', string>>

/** How much of each an exchange has; people by number up to the last. */
export const exchangeLimits = { relations: 20, fields: 50, bodies: 20, applied: 200, people: 100_000 } as const

/** The days of an exchange as far as they are known, and what was said of it. */
export interface Course {
  fromOn?: PartialDate | undefined
  toOn?: PartialDate | undefined
  stated: StatedStanding
  cancelledOn?: DateText | undefined
}

/**
 * Where an exchange stands on a day: its days decide where they can, what was said of it where they cannot. A month or
 * year decides once it has not begun or is over; what has begun without a known end runs until somebody says it ended.
 */
export function standingOn({ fromOn, toOn, stated, cancelledOn }: Course, on: DateText): ExchangeStanding {
  if (cancelledOn !== undefined && cancelledOn <= on) return 'batal'
  if (toOn !== undefined && on > lastDayOf(toOn)) return 'selesai'
  if (fromOn === undefined) return stated
  if (on < firstDayOf(fromOn)) return 'direncanakan'
  if (on < lastDayOf(fromOn)) return stated
  if (toOn === undefined) return stated === 'selesai' ? 'selesai' : 'berlangsung'
  return on < firstDayOf(toOn) || toOn.length === 10 ? 'berlangsung' : stated === 'selesai' ? 'selesai' : 'berlangsung'
}

/** What is wrong with the days of an exchange: an end before its beginning. */
export function daysFault({ fromOn, toOn }: Pick<Course, 'fromOn' | 'toOn'>): FieldFault | undefined {
  return fromOn !== undefined && toOn !== undefined && lastDayOf(toOn) < firstDayOf(fromOn) ? 'wrong_order' : undefined
}

/**
 * What is wrong with the day something was applied at home: still to come; or, to be asked, before the exchange that it
 * is said to come from had begun.
 */
export function appliedFault(
  appliedOn: PartialDate,
  { fromOn, on, sure = [] }: { fromOn?: PartialDate | undefined; on: DateText; sure?: readonly string[] | undefined },
): FieldFault | undefined {
  if (!isOnOrBefore(appliedOn, on)) return 'wrong'
  const isEarlier = fromOn !== undefined && lastDayOf(appliedOn) < firstDayOf(fromOn)
  return isEarlier && !sure.includes('appliedOn') ? 'doubtful' : undefined
}

/** Whether an agency's own staff may keep it: officers all, an agency what is its own. */
export function mayKeep({ role, unit }: { role: string; unit: string | undefined }, of: string | undefined): boolean {
  return role !== 'opd' || (unit !== undefined && unit === of)
}

/** A body that takes part: a unit of ours, or one named in words. */
export interface Body {
  side: BodySide
  name: string
  nameLang: string
  role?: string | undefined
}

/** What was applied at home. */
export interface Applied {
  id: string
  appliedOn: PartialDate
  what: string
  whatLang: string
  place?: string | undefined
  /** The name of the agency. */
  unit?: string | undefined
}

/** What the world sees of an exchange: the present values at publication, each with where it comes from. */
export interface PublishedExchange extends Omit<Course, 'cancelledOn'> {
  id: string
  slug: string
  kind: ExchangeKind
  title: string
  titleLang: string
  titles?: Titles | undefined
  direction?: Direction | undefined
  place?: string | undefined
  ours?: number | undefined
  theirs?: number | undefined
  bodies: Body[]
  /** Named where it stands alone; which cooperation it belongs to is asked of what is public of them. */
  relations: string[]
  fields: { id: string; sector?: SectorId | undefined; name?: string | undefined }[]
  report?: { words: string; lang: string } | undefined
  reportFile?: { sha256: string; kind: string; bytes: number; name: string } | undefined
  reportedOn?: DateText | undefined
  cancelled?: { on: DateText; reason: string } | undefined
  applied: Applied[]
  occurredOn: PartialDate
  region: { slug: string; name: string; names: Partial<Record<Language, string>> }
  ground: PublicationGround
  provenance: PublicLine[]
}

/** An exchange as the world saw it on a day; undefined before the region knew of it. */
export function exchangeOn(exchange: PublishedExchange, on: DateText): PublishedExchange | undefined {
  const { occurredOn, applied, cancelled, reportedOn, report, reportFile } = exchange
  if (!isOnOrBefore(occurredOn, on)) return undefined
  const isReported = reportedOn === undefined || reportedOn <= on
  return {
    ...exchange,
    applied: applied.filter(({ appliedOn }) => isOnOrBefore(appliedOn, on)),
    cancelled: cancelled !== undefined && cancelled.on <= on ? cancelled : undefined,
    report: isReported ? report : undefined,
    reportFile: isReported ? reportFile : undefined,
  }
}

/** The values of an exchange that have a source sheet of their own, and the last part of its address. */
export const exchangeTopics = { standing: 'keadaan', title: 'isi', bodies: 'badan' } as const
export type ExchangeTopic = keyof typeof exchangeTopics

/** Where a value of an exchange comes from, as far as it is public. */
export function linesOf({ provenance, id }: PublishedExchange, topic: ExchangeTopic): PublicLine[] {
  return provenance.filter(({ subject, field }) => subject === id && field === topic)
}
