/** Counting in working days (hari kerja) with the arithmetic kept, so that a screen can show how a day was reached. */
import { addDays, weekdayOf, type DateText } from '../../shared/dates.ts'

export interface Holiday {
  day: DateText
  kind: 'nasional' | 'cuti_bersama' | 'daerah'
  name: string
}

/** The holidays a region keeps, and the years of which its table is complete. */
export interface Calendar {
  holidays: readonly Holiday[]
  /** Whether days of joint leave (cuti bersama) are counted as working days; the ministers' decree leaves it open. */
  cutiBersamaCounts: boolean
  completeYears: readonly number[]
}

/** A deadline with its arithmetic; plain data, so that a clock that ended can be kept as it was. */
export interface WorkingDays {
  /** The day the count starts from; itself not counted. */
  after: DateText
  days: number
  dueOn: DateText
  /** Where it would fall if there were weekends only. */
  weekendsOnlyOn: DateText
  /** Saturdays and Sundays passed over. */
  weekends: number
  /** Holidays passed over; those on a Saturday or Sunday are not among them. */
  holidays: Holiday[]
  /** A year of the count has no complete table yet: the day may still move. */
  isProvisional: boolean
  openYears: number[]
}

/** The working day that is `days` after a day. Throws RangeError on a negative count or past the year 2200. */
export function countWorkingDays({ after, days }: { after: DateText; days: number }, calendar: Calendar): WorkingDays {
  const free = freeDays(calendar)
  const holidays: Holiday[] = []
  let weekends = 0
  const dueOn = walk({ after, days }, (day) => {
    const holiday = free.get(day)
    if (isWeekend(day)) weekends += 1
    else if (holiday) holidays.push(holiday)
    else return true
    return false
  })
  const openYears = yearsBetween(after, dueOn).filter((year) => !calendar.completeYears.includes(year))
  const weekendsOnlyOn = walk({ after, days }, (day) => !isWeekend(day))
  return { after, days, dueOn, weekendsOnlyOn, weekends, holidays, isProvisional: openYears.length > 0, openYears }
}

/** Working days after one day up to and with another; negative when the other is earlier. */
export function workingDaysBetween(from: DateText, to: DateText, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar) // never minus zero
  const free = freeDays(calendar)
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (!isWeekend(day) && !free.has(day)) count += 1
  }
  return count
}

export function isWorkingDay(day: DateText, calendar: Calendar): boolean {
  return !isWeekend(day) && !freeDays(calendar).has(day)
}

function walk({ after, days }: { after: DateText; days: number }, isCounted: (day: DateText) => boolean): DateText {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`)
  let day = after
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isCounted(day)) left -= 1
  }
  return day
}

// One name a day: where a decree's holiday and a region's own meet, the first kind of this order is shown.
const order: readonly Holiday['kind'][] = ['nasional', 'daerah', 'cuti_bersama']

function freeDays({ holidays, cutiBersamaCounts }: Calendar): Map<DateText, Holiday> {
  const kept = holidays.filter(({ kind }) => kind !== 'cuti_bersama' || !cutiBersamaCounts)
  const weakestFirst = kept.toSorted((a, b) => order.indexOf(b.kind) - order.indexOf(a.kind))
  return new Map(weakestFirst.map(({ day, kind, name }) => [day, { day, kind, name }]))
}

function isWeekend(day: DateText): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6
}

/** The calendar years in which a counted day can lie. */
function yearsBetween(after: DateText, dueOn: DateText): number[] {
  if (dueOn === after) return []
  const [first, last] = [addDays(after, 1), dueOn].map((day) => Number(day.slice(0, 4))) as [number, number]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
