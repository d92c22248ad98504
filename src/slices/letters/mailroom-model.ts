/** Letters in and out as the mailroom sees them: the rules over them, asked by screen and server alike. */
import type { FieldFault } from '../../shared/failure.ts'
import { routedKinds } from './routing-model.ts'

export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

/** With whom a letter is exchanged. */
export const correspondentKinds = [...routedKinds, 'lain'] as const
export type CorrespondentKind = (typeof correspondentKinds)[number]

/** How a letter came or went. */
export const ways = ['post', 'mail', 'hand', 'phone', 'srikandi'] as const
export type Way = (typeof ways)[number]

export const natures = ['biasa', 'segera', 'sangat_segera'] as const
export type Nature = (typeof natures)[number]

export const securities = ['biasa', 'terbatas', 'rahasia'] as const
export type Security = (typeof securities)[number]

/** The languages that a letter is offered to be in; any other one stands as its code. */
export const letterLanguages = ['id', 'en', 'ja', 'ko', 'zh', 'ar', 'de', 'fr', 'nl'] as const

export const mailFilters = ['all', 'unanswered', 'undisposed', 'waiting'] as const
export type MailFilter = (typeof mailFilters)[number]

/** Letters with a diplomatic mission are closed: never published, in no list of others, not shown by link. */
export function isMission(kind: CorrespondentKind, partnerKind: string | undefined): boolean {
  return kind === 'kedutaan' || partnerKind === 'embassy'
}

/** A register number as it is written: 12, or 12.a for what was entered behind 12 later. */
export function registerLabel({ number, suffix }: { number: number; suffix: string }): string {
  return suffix === '' ? String(number) : `${number}.${suffix}`
}

/** The letter behind the last one that stands behind a number: a after nothing, b after a; undefined after z. */
export function nextSuffix(last: string): string | undefined {
  if (last === '') return 'a'
  return last >= 'z' ? undefined : String.fromCharCode(last.charCodeAt(0) + 1)
}

/** What of a letter is entered by hand. */
export interface MailEntry {
  direction: Direction
  partner?: string | undefined
  /** An agency of the region. */
  unit?: string | undefined
  correspondent?: string | undefined
  datedOn?: string | undefined
  passedOn: string
  channel: Way
  spoke?: string | undefined
  wantsAnswer: boolean
  answerBy?: string | undefined
}

export interface Fault {
  path: string
  fault: FieldFault
}

/**
 * What is wrong with a letter as entered on a day, all at once. Doubtful: a day in the future, and an answer that was
 * due before the letter came.
 */
export function mailFaults(
  entry: MailEntry,
  { on, sure = [] }: { on: string; sure?: readonly string[] | undefined },
): Fault[] {
  const { partner, unit, correspondent = '', datedOn, passedOn, channel, spoke = '', wantsAnswer, answerBy } = entry
  const faults: Fault[] = []
  const say = (path: string, fault: FieldFault, when: boolean) => {
    if (when && !(fault === 'doubtful' && sure.includes(path))) faults.push({ path, fault })
  }
  say('correspondent', 'required', partner === undefined && unit === undefined && correspondent === '')
  say('unit', 'wrong', unit !== undefined && partner !== undefined)
  say('spoke', 'required', channel === 'phone' && spoke === '')
  say('passedOn', 'wrong_order', datedOn !== undefined && passedOn < datedOn)
  say('passedOn', 'doubtful', passedOn > on)
  say('answerBy', 'wrong_order', answerBy !== undefined && datedOn !== undefined && answerBy < datedOn)
  say('answerBy', 'wrong', answerBy !== undefined && !wantsAnswer)
  say(
    'answerBy',
    'doubtful',
    answerBy !== undefined && (datedOn === undefined || answerBy >= datedOn) && answerBy < passedOn,
  )
  return faults
}

/** Where a letter stands: what an officer would do with it next. */
export const mailStates = [
  'voided',
  'in_follow_up',
  'unanswered',
  'undisposed',
  'waiting',
  'answered',
  'settled',
] as const
export type MailState = (typeof mailStates)[number]

export interface MailStanding {
  direction: Direction
  voided: boolean
  wantsAnswer: boolean
  answered: boolean
  disposed: boolean
  /** How many of its follow-ups are open. */
  open: number
}

/** Open follow-ups come before what else is open: somebody has it in hand. */
export function mailState({ direction, voided, wantsAnswer, answered, disposed, open }: MailStanding): MailState {
  if (voided) return 'voided'
  if (open > 0) return 'in_follow_up'
  if (wantsAnswer && !answered) return direction === 'in' ? 'unanswered' : 'waiting'
  if (answered) return 'answered'
  return direction === 'in' && !disposed ? 'undisposed' : 'settled'
}

export const threadStatuses = ['masuk', 'dijawab', 'menunggu', 'selesai'] as const
export type ThreadStatus = (typeof threadStatuses)[number]

/**
 * Where a matter stands, from its letters in order of time: ended by an officer; the last one is ours (waiting where it
 * asks for something, else answered); or theirs, which came in and is answered or not.
 */
export function threadStatus(
  letters: readonly { direction: Direction; wantsAnswer: boolean; answered: boolean }[],
  { ended }: { ended: boolean },
): ThreadStatus {
  if (ended) return 'selesai'
  const last = letters.at(-1)
  if (last === undefined) return 'masuk'
  if (last.direction === 'out') return last.wantsAnswer && !last.answered ? 'menunggu' : 'dijawab'
  return last.answered ? 'dijawab' : 'masuk'
}

/** Which language a text is in, as far as its script says; undefined for Latin script, which many languages share. */
export function languageOfScript(text: string): 'ja' | 'ko' | 'zh' | 'ar' | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : undefined
}
