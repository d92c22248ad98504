/** The agenda as a plan: when the next meeting of a series is, and what stayed open and goes with it. */
import { addDays, firstDayOf, lastDayOf, readPartialDate, weekdayOf, type DateText } from '../../shared/dates.ts'
import { isWorkingDay, type Calendar } from '../procedures/model.ts'
import type { ActivityKind } from './model.ts'

export const cadences = ['bulanan', 'dua_bulanan', 'triwulanan', 'semesteran', 'tahunan'] as const
/** How often the meetings of a series come back. */
export type Cadence = (typeof cadences)[number]

const monthsOf: Readonly<Record<Cadence, number>> = {
  bulanan: 1,
  dua_bulanan: 2,
  triwulanan: 3,
  semesteran: 6,
  tahunan: 12,
}

/** Meetings that answer to each other also without a series: what one left open the next one takes up. */
export const forumKinds: readonly ActivityKind[] = ['rapat_koordinasi', 'forum', 'rapat_tkksd', 'pokja_bersama']

/** Without a cadence the next one is proposed so many days after. */
const daysWithoutCadence = 30

/** The same day so many months later; where a month is shorter, its last day. Throws RangeError past 1900 to 2200. */
export function addMonths(day: DateText, months: number): DateText {
  const { year, month = 1, day: dayOfMonth = 1 } = readPartialDate(day) ?? { year: 0, month: 1, day: 1 }
  const index = year * 12 + (month - 1) + months
  const wanted = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  const last = lastDayOf(wanted)
  const same = `${wanted}-${String(dayOfMonth).padStart(2, '0')}`
  return same < last ? same : last
}

export interface NextDay {
  /** A working day of the region. */
  day: DateText
  /** The day that the cadence says, where it is none. */
  wished: DateText
}

/** When the next meeting is proposed: by the cadence after the last one and after today, moved on to a working day. */
export function nextMeetingDay(
  { last, cadence, on }: { last: DateText; cadence: Cadence | undefined; on: DateText },
  calendar: Calendar,
): NextDay {
  let wished = addDays(last > on ? last : on, daysWithoutCadence)
  if (cadence !== undefined) {
    const step = monthsOf[cadence]
    let times = 1
    wished = addMonths(last, step)
    while (wished <= on) wished = addMonths(last, step * ++times)
  }
  let day = wished
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return { day, wished }
}

/** Why nobody works on a day of the region; undefined on a working day. */
export function dayOff(day: DateText, calendar: Calendar): { weekend: boolean; names: string[] } | undefined {
  if (isWorkingDay(day, calendar)) return undefined
  const weekday = weekdayOf(day)
  const named = calendar.holidays.filter((holiday) => holiday.day === day)
  return { weekend: weekday === 0 || weekday === 6, names: [...new Set(named.map(({ name }) => name))] }
}

/** A meeting as the others of its row know it. */
export interface InRow {
  id: string
  occurredOn: string
}

/** A point, or what else follows from a meeting, and the day it was answered or dropped. */
export interface Carriable {
  meeting: string
  closedOn?: DateText | undefined
}

/** The order of meetings: by day, and of one day by id, which is younger the greater it is. */
export function isBefore(one: InRow, other: InRow): boolean {
  const [a, b] = [firstDayOf(one.occurredOn), firstDayOf(other.occurredOn)]
  return a === b ? one.id < other.id : a < b
}

/**
 * What earlier meetings left to this one. Nothing is copied: a point belongs to the meeting that raised it, and shows
 * with every later one until it was closed; the meeting after that still shows its answer once. `times` counts the
 * meetings it came past, the one that raised it among them.
 */
export function carriedTo<Item extends Carriable>(
  meeting: InRow,
  { row, items }: { row: readonly InRow[]; items: readonly Item[] },
): { item: Item; from: string; times: number }[] {
  const earlier = row
    .filter((one) => one.id !== meeting.id && isBefore(one, meeting))
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
  const previous = earlier.at(-1)
  if (previous === undefined) return []
  // The earlier of two: of meetings on one day the later one still shows what was closed on it.
  const [lastDay, today] = [firstDayOf(previous.occurredOn), firstDayOf(meeting.occurredOn)]
  const isOver = (closedOn: string) => closedOn <= lastDay && closedOn < today
  return items.flatMap((item) => {
    const at = earlier.findIndex(({ id }) => id === item.meeting)
    if (at < 0 || (item.closedOn !== undefined && isOver(item.closedOn))) return []
    return [{ item, from: item.meeting, times: earlier.length - at }]
  })
}
