import { isOnOrBefore, type DateText } from '../../../shared/dates.ts'
import { formatDate, formatDateRange } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { daysHeld, type HeldStep, type HolderId, type Outcome, type WaitingTime } from '../model.ts'
import { words } from './messages/words.gen.ts'

/** A step on somebody's table, and what came back. */
export interface TakenStep extends HeldStep {
  outcome?: Outcome | undefined
}

/** "sedang di meja Kemendagri". */
export function deskSentence(language: Language, holder: HolderId): string {
  const w = words[language]
  return w.held.now({ desk: w.desk[holder] })
}

/**
 * "sedang di meja DPRD sejak 5 Januari 2026 (12 hari)" or "di meja DPRD 5 Januari – 3 Februari 2026 (29 hari), putaran
 * 2: dikembalikan untuk perbaikan"; undefined where no day is known, or on a day before it went out.
 */
export function heldSentence(language: Language, { step, on }: { step: TakenStep; on: DateText }): string | undefined {
  const w = words[language]
  const where = whereabouts(language, { step, on })
  if (where === undefined) return undefined
  const round = step.round > 1 ? `, ${w.round({ n: step.round })}` : ''
  const outcome = step.outcome === undefined || !isBack(step, on) ? '' : `: ${w.outcome[step.outcome]}`
  return `${where}${round}${outcome}`
}

/** "DPRD: 66 hari, 2 putaran". */
export function waitingSentence(language: Language, { holder, days, rounds }: WaitingTime): string {
  const w = words[language]
  return w.waiting.line({ desk: w.desk[holder], days, rounds })
}

function whereabouts(language: Language, { step, on }: { step: TakenStep; on: DateText }): string | undefined {
  const w = words[language]
  const { holder, fromOn, toOn } = step
  const desk = w.desk[holder]
  const back = isBack(step, on) ? toOn : undefined
  if (fromOn === undefined) return back && w.held.until({ desk, day: formatDate(back, language) })
  const days = daysHeld(step, on)
  if (days === undefined) return undefined
  if (back === undefined) return w.held.since({ desk, day: formatDate(fromOn, language), days })
  return w.held.range({ desk, range: formatDateRange(fromOn, back, language), days })
}

function isBack({ toOn }: TakenStep, on: DateText): boolean {
  return toOn !== undefined && isOnOrBefore(toOn, on)
}
