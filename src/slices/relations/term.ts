import { addDays, firstDayOf, isOnOrBefore, lastDayOf, type DateText, type PartialDate } from '../../shared/dates.ts'

/** Kinds of texts (naskah); a letter of intent and a plan are steps, an addendum follows another text. */
export const textKinds = ['loi', 'rencana', 'mou', 'arrangement', 'agreement', 'addendum', 'renewal'] as const
export type TextKind = (typeof textKinds)[number]

/** The kinds that count as a signed text (house: MoU, arrangement, agreement or renewal). */
export const signedKinds = ['mou', 'arrangement', 'agreement', 'renewal'] as const satisfies readonly TextKind[]

/** How long a text runs. With neither end, months nor the word that it is open-ended, nobody knows. */
export interface Term {
  beginsOn?: PartialDate | undefined
  endsOn?: PartialDate | undefined
  termMonths?: number | undefined
  isOpenEnded?: boolean | undefined
}

/** A text that is on file as signed. */
export interface SignedText extends Term {
  id: string
  kind: TextKind
  /** The process that yielded it; none for an old text or where no procedure runs. */
  process?: string | undefined
  /** An old text entered as it stands: what its process wanted is not asked again. */
  imported: boolean
  signedOn: PartialDate
  terminatedOn?: PartialDate | undefined
  replaces?: string | undefined
}

/** From which day a text binds: the day it names, else that of its signing. */
export function beginOf({ beginsOn, signedOn }: Pick<SignedText, 'beginsOn' | 'signedOn'>): PartialDate {
  return beginsOn ?? signedOn
}

/** The last day of a term, if it has one: the day stated, else the day before the months are full. */
export function lastDayOfTerm({
  signedOn,
  ...term
}: Term & { signedOn?: PartialDate | undefined }): DateText | undefined {
  if (term.endsOn !== undefined) return lastDayOf(term.endsOn)
  const begin = term.beginsOn ?? signedOn
  if (term.termMonths === undefined || begin === undefined) return undefined
  const full = addMonths(firstDayOf(begin), term.termMonths)
  return full === undefined ? undefined : addDays(full, -1)
}

/**
 * Whether a text has run out, was ended, or gave way to one that replaces it and has begun. `signed` are the texts
 * signed by that day.
 */
export function isOver(text: SignedText, { signed, on }: { signed: readonly SignedText[]; on: DateText }): boolean {
  if (text.terminatedOn !== undefined && isOnOrBefore(text.terminatedOn, on)) return true
  const last = lastDayOfTerm(text)
  if (last !== undefined && last < on) return true
  return signed.some((other) => other.replaces === text.id && isOnOrBefore(beginOf(other), on))
}

/** The same day so many months later, the last of the month where there is no such day; undefined past the year 2199. */
function addMonths(day: DateText, months: number): DateText | undefined {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const sum = year * 12 + (month - 1) + months
  if (sum >= 2200 * 12) return undefined
  const target = `${String(Math.floor(sum / 12))}-${String((sum % 12) + 1).padStart(2, '0')}`
  const last = lastDayOf(target)
  const same = `${target}-${String(dayOfMonth).padStart(2, '0')}`
  return same < last ? same : last
}
