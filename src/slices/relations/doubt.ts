import { firstDayOf, lastDayOf, type DateText, type PartialDate } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'

/** Paths that somebody looked at and means ("Benar begitu"). */
export type Sure = readonly string[] | undefined

/** Refuses, all at once, what can be meant but probably is not, unless the path is among those that are `sure`. */
export function refuseDoubtful(sure: Sure, doubts: Readonly<Record<string, boolean>>): void {
  const open = Object.keys(doubts).filter((path) => doubts[path] === true && sure?.includes(path) !== true)
  if (open.length === 0) return
  throw new Failure('invalid', { fields: open.map((path) => ({ path, fault: 'doubtful' as const })) })
}

/** Whether a day is certainly still to come. */
export function isAhead(day: PartialDate | null | undefined, on: DateText): boolean {
  return typeof day === 'string' && firstDayOf(day) > on
}

/** Whether one day is certainly before another. */
export function isBefore(day: PartialDate | null | undefined, other: PartialDate | null | undefined): boolean {
  return typeof day === 'string' && typeof other === 'string' && lastDayOf(day) < firstDayOf(other)
}
