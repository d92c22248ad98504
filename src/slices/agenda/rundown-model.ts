/** The course of a meeting by the minute. Times are 'HH:MM' of the region's zone, on the day of the meeting. */
import type { FieldFault } from '../../shared/failure.ts'

export interface LineTimes {
  from?: string | null | undefined
  to?: string | null | undefined
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** So many minutes after a time; undefined past midnight. */
export function addMinutes(time: string, minutes: number): string | undefined {
  const sum = minutesOf(time) + minutes
  return sum < 0 || sum >= 24 * 60 ? undefined : timeOf(sum)
}

/** How long a line takes, where both ends are known. */
export function lengthOf({ from, to }: LineTimes): number | undefined {
  return from && to ? minutesOf(to) - minutesOf(from) : undefined
}

/** Two lines at the same time; lines that only touch do not overlap. */
export function overlap(one: LineTimes, other: LineTimes): boolean {
  if (!one.from || !other.from) return false
  const [endOfOne, endOfOther] = [one.to ?? one.from, other.to ?? other.from]
  if (one.from === other.from) return true
  return one.from < endOfOther && other.from < endOfOne
}

/** What is odd about the time of a line: another line has it, or the meeting has not begun by then, or is over. */
export function lineDoubt(
  line: LineTimes,
  {
    others,
    startsAt,
    endsAt,
  }: { others: readonly LineTimes[]; startsAt?: string | undefined; endsAt?: string | undefined },
): 'overlap' | 'early' | 'late' | undefined {
  if (!line.from) return undefined
  if (others.some((other) => overlap(line, other))) return 'overlap'
  if (startsAt !== undefined && line.from < startsAt) return 'early'
  if (endsAt !== undefined && (line.to ?? line.from) > endsAt) return 'late'
  return undefined
}

/** Why a line cannot be meant, or has to be asked. */
export function lineFault(
  line: LineTimes,
  around: Parameters<typeof lineDoubt>[1] & { sure?: readonly string[] | undefined },
): { path: 'from' | 'to'; fault: FieldFault } | undefined {
  if (line.to && !line.from) return { path: 'from', fault: 'required' }
  if (line.to && line.from && line.to <= line.from) return { path: 'to', fault: 'wrong_order' }
  if (around.sure?.includes('from') === true || lineDoubt(line, around) === undefined) return undefined
  return { path: 'from', fault: 'doubtful' }
}

/** Two neighbours change places: each keeps its length, and together they keep their time. */
export function swapLines(first: LineTimes, second: LineTimes): { first: LineTimes; second: LineTimes } {
  const [long, longer] = [lengthOf(first), lengthOf(second)]
  const { from } = first
  if (!from || !second.to || long === undefined || longer === undefined || overlap(first, second)) {
    return { first, second }
  }
  const [endOfSecond, beginOfFirst] = [addMinutes(from, longer), addMinutes(second.to, -long)]
  if (endOfSecond === undefined || beginOfFirst === undefined) return { first, second }
  return { first: { from: beginOfFirst, to: second.to }, second: { from, to: endOfSecond } }
}
