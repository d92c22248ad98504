import { daysBetween, firstDayOf, isOnOrBefore, type DateText, type PartialDate } from '../../shared/dates.ts'
import type { HolderId, StepId } from './model.ts'

/** A step on somebody's table: when it went there and when it came back, as far as these days are known. */
export interface HeldStep {
  step: StepId
  holder: HolderId
  round: number
  fromOn?: PartialDate | undefined
  toOn?: PartialDate | undefined
}

/** Calendar days, and on how many rounds of a step they fell. */
export interface WaitingTime {
  holder: HolderId
  days: number
  rounds: number
}

/**
 * How long each holder has had steps on the table until `on`, longest first (domain §12.7, "time held by"). A step that
 * has not come back counts until then; one of which nobody knows when it went out counts nothing. Two steps with one
 * holder at once count twice: it is the waiting of steps, not of a calendar.
 */
export function waitingTimes(steps: readonly HeldStep[], on: DateText): WaitingTime[] {
  const times = new Map<HolderId, WaitingTime>()
  for (const { holder, ...held } of steps) {
    const days = daysHeld(held, on)
    if (days === undefined) continue
    const sofar = times.get(holder) ?? { holder, days: 0, rounds: 0 }
    times.set(holder, { holder, days: sofar.days + days, rounds: sofar.rounds + 1 })
  }
  return [...times.values()].toSorted((a, b) => b.days - a.days)
}

/** Days from going out to coming back, or to `on` while it is out; undefined when it had not gone out by then. */
export function daysHeld({ fromOn, toOn }: Pick<HeldStep, 'fromOn' | 'toOn'>, on: DateText): number | undefined {
  if (fromOn === undefined || !isOnOrBefore(fromOn, on)) return undefined
  const until = toOn !== undefined && isOnOrBefore(toOn, on) ? firstDayOf(toOn) : on
  return Math.max(0, daysBetween(firstDayOf(fromOn), until))
}
