import type { DateText, Zone } from '../../shared/dates.ts'
import { formatTime } from '../../shared/format.ts'
import { languages, type Language } from '../../shared/languages.ts'
import type { Named } from '../../shared/names.ts'
import { readPhone } from '../../shared/phone.ts'
import type { PublicLine } from '../sources/model.ts'

/** What a question can be about, in the order of the form. */
export const topics = ['waste', 'civil_registry', 'disaster', 'school', 'safety', 'other'] as const
export type Topic = (typeof topics)[number]

export const questionKinds = ['question', 'complaint'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** booked: the places are given · waiting: in the order it came · cancelled: given back. */
export const bookingStates = ['booked', 'waiting', 'cancelled'] as const
export type BookingState = (typeof bookingStates)[number]

/** Why places are not given; what the database's one decision answers (residents.book). */
export const refusals = ['full', 'too_large', 'too_many', 'closed', 'past', 'twice', 'gone'] as const
export type Refusal = (typeof refusals)[number]

export const limits = {
  words: 5000,
  answer: 5000,
  contact: 254,
  title: 200,
  about: 4000,
  /** Sessions of one service. */
  slots: 200,
  /** Check-ins that a door keeps while it has no line. */
  door: 2000,
  /** Bookings that one page and the door's list hold. */
  listed: 2000,
  /** Questions of one region a day, counted in the statement that writes the row. */
  questionsADay: 200,
} as const

/** How many people come without booking at once, at most. */
export const walkInMost = 50

/** The texts of a service in one language. */
export interface ServiceText {
  title: string
  about?: string | undefined
  /** Who may come, in words. */
  whoMay?: string | undefined
}

/** In the languages the region writes; at least one. */
export type ServiceTexts = Partial<Record<Language, ServiceText>>

/** The text for a reader: in her language, else in Indonesian, else in the first there is; with its language. */
export function textIn(language: Language, texts: ServiceTexts): ServiceText & { lang: Language } {
  const lang = [language, 'id' as const, ...languages].find((one) => texts[one] !== undefined) ?? language
  return { title: '', ...texts[lang], lang }
}

export interface Slot {
  id: string
  day: DateText
  /** HH:MM by the region's clock. */
  starts: string
  ends: string
  capacity: number
  /** It does not take place. */
  calledOff?: { on: DateText; reason: string } | undefined
}

/** From when to when, with the zone once. */
export function writeTimes(language: Language, { starts, ends }: Pick<Slot, 'starts' | 'ends'>, zone: Zone): string {
  const from = formatTime(starts, zone, language).replace(` ${zone}`, '')
  return `${from}${language === 'ja' ? '～' : language === 'ko' ? '~' : '–'}${formatTime(ends, zone, language)}`
}

/** How a session stands: `gathering` while it waits for its least number of people. */
export type SlotStanding = 'gathering' | 'open' | 'full'

/** Where a session stands with so many people booked. */
export function slotStanding({
  capacity,
  taken,
  minimum,
}: {
  capacity: number
  taken: number
  minimum?: number | null | undefined
}): SlotStanding {
  if (taken >= capacity) return 'full'
  return minimum !== null && minimum !== undefined && taken < minimum ? 'gathering' : 'open'
}

/** What a region's public copy of a service says. */
export interface PublishedService {
  id: string
  slug: string
  texts: ServiceTexts
  place?: string | undefined
  spoken: Language[]
  minimum?: number | undefined
  householdMost: number
  groupMost?: number | undefined
  /** First and last day on which places can be booked. */
  opensOn?: DateText | undefined
  closesOn?: DateText | undefined
  purgeOn?: DateText | undefined
  occurredOn: string
  zone: Zone
  slots: Slot[]
  region: { slug: string; name: string; names: NonNullable<Named['names']> }
  provenance: PublicLine[]
}

/** That a region takes questions, and by when it promises an answer. */
export interface PublishedContact {
  answerDays: number
  keepDays: number
  region: { slug: string; name: string; names: NonNullable<Named['names']> }
}

/** Whether places can be booked on a day, as far as the window says; the database decides by its own clock. */
export function isBookable(
  { opensOn, closesOn, slots }: Pick<PublishedService, 'opensOn' | 'closesOn' | 'slots'>,
  on: DateText,
): boolean {
  if (opensOn === undefined || closesOn === undefined || on < opensOn || on > closesOn) return false
  return slots.some(({ day, calledOff }) => day >= on && calledOff === undefined)
}

/** What somebody left to be told by: one e-mail address, or one telephone number; undefined when it is neither. */
export function contactKind(text: string): 'mail' | 'phone' | undefined {
  if (/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/.test(text)) return 'mail'
  return readPhone(text) === undefined ? undefined : 'phone'
}

/** What a booking is told by mail: it came up, its session is called off, or takes place after all (stands or waits). */
export const newsKinds = ['came_up', 'called_off', 'stands', 'waits'] as const
export type News = (typeof newsKinds)[number]

/** What there is to tell of a booking as it is now, after what was told last; undefined where she knows it. */
export function newsOf({
  state,
  promoted,
  calledOff,
  told,
}: {
  state: BookingState
  /** Whether it came up from waiting. */
  promoted: boolean
  /** Whether its session is called off. */
  calledOff: boolean
  told: News | undefined
}): News | undefined {
  // Whoever cancelled herself knows.
  if (state === 'cancelled') return calledOff && told !== 'called_off' ? 'called_off' : undefined
  if (told === 'called_off') return state === 'booked' ? 'stands' : 'waits'
  const knows = told !== undefined && told !== 'waits'
  return state === 'booked' && promoted && !knows ? 'came_up' : undefined
}

/** What is wrong with the days of a service; asked by screen and server. */
export function daysFault({
  opensOn,
  closesOn,
  purgeOn,
  lastDay,
  promisedOn,
}: {
  opensOn?: DateText | undefined
  closesOn?: DateText | undefined
  purgeOn?: DateText | undefined
  /** The day of its last session. */
  lastDay?: DateText | undefined
  /** The day of erasing that was told to whoever is booked already. */
  promisedOn?: DateText | undefined
}): { path: 'opensOn' | 'closesOn' | 'purgeOn'; fault: 'required' | 'wrong_order' } | undefined {
  if (opensOn === undefined && closesOn !== undefined) return { path: 'opensOn', fault: 'required' }
  if (closesOn === undefined && opensOn !== undefined) return { path: 'closesOn', fault: 'required' }
  if (opensOn !== undefined && closesOn !== undefined && closesOn < opensOn) return { path: 'closesOn', fault: 'wrong_order' } // prettier-ignore
  // Names are asked for once it opens: from then on it is known when they go.
  if ((opensOn ?? promisedOn) !== undefined && purgeOn === undefined) return { path: 'purgeOn', fault: 'required' }
  // It may be brought forward, not put off: they were told when their names go.
  if (promisedOn !== undefined && purgeOn !== undefined && purgeOn > promisedOn) return { path: 'purgeOn', fault: 'wrong_order' } // prettier-ignore
  const least = [closesOn, lastDay]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
  if (purgeOn !== undefined && least !== undefined && purgeOn < least) return { path: 'purgeOn', fault: 'wrong_order' }
  return undefined
}

/** The parts of a receipt as they are read: its number, and the key that opens its page; undefined when it cannot be one. */
export function readReceipt(text: string): { number: string; key: string } | undefined {
  // A scanner gives the whole address; only its last part is the receipt.
  const last = text.trim().split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  const bare = last.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (bare.length !== 8 && bare.length !== 20) return undefined
  return { number: `${bare.slice(0, 4)}-${bare.slice(4, 8)}`, key: bare.slice(8) }
}
