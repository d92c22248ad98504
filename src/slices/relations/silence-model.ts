import { daysBetween, type DateText, type PartialDate } from '../../shared/dates.ts'

/** What of a relation can be silent (domain D-09), in the order in which it is told. */
export const silenceKinds = ['text_ends', 'letter_unanswered', 'no_news', 'loi_no_mou', 'mou_idle', 'no_owner'] as const
export type SilenceKind = (typeof silenceKinds)[number]

/** The kinds by which a relation itself counts as without news. */
export const quietKinds = ['no_news', 'loi_no_mou', 'mou_idle'] as const satisfies readonly SilenceKind[]
export type QuietKind = (typeof quietKinds)[number]

/** After how many days each is told, as relations.silence_spans counts them; the last two are the house's own. */
export const silentAfter = {
  no_news: 180,
  loi_no_mou: 365,
  mou_idle: 365,
  letter_unanswered: 30,
  no_owner: 7,
} as const

/** Days before its end on which a text is called to mind: a year ahead abroad, half a year at home (D-09). */
export const endingMilestones = [365, 270, 180, 90, 60, 30, 7, 0] as const

/** The milestone that a text has reached on a day; undefined while its end is further away, or past. */
export function milestoneOf(endsOn: DateText, on: DateText): number | undefined {
  const left = daysBetween(on, endsOn)
  return left < 0 ? undefined : endingMilestones.findLast((days) => days >= left)
}

/** Which letter waits for an answer: theirs, ours as registered, or ours as written here. */
export const letterWays = ['in', 'out', 'written'] as const
export type LetterWay = (typeof letterWays)[number]

/** One thing that is silent on a day. `subject` is the relation itself, a text, a letter or a follow-up. */
export interface Silence {
  kind: SilenceKind
  subject: string
  /** The day it is counted from; of a text that ends, its last day. */
  since: PartialDate
  activeOn: DateText
  /** Of a letter without answer; null of everything else. */
  way: LetterWay | null
}
