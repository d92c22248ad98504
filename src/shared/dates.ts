// Days are text from the database to the screen, so that no machine's time zone can move them. `Date` serves here only
// for arithmetic in UTC; the present instant always comes from the caller.

/** A real calendar day, 'YYYY-MM-DD', in the years 1900 to 2200. */
export type DateText = string

/** What a source may tell of a day: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export type PartialDate = string

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const zones = ['WIB', 'WITA', 'WIT', 'JST', 'KST'] as const
export type Zone = (typeof zones)[number]

// None of the five has known daylight saving time since 1988; a table of rules would only add ways to be wrong.
const hoursAhead: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9, JST: 9, KST: 9 }

const hour = 3_600_000
const day = 24 * hour
const partialShape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const typedShape = /^\s*(?<day>\d{1,2})(?<between>[-/])(?<month>\d{1,2})\k<between>(?<year>\d{4})\s*$/
const instantShape = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/

export interface DateParts {
  year: number
  month: number | undefined
  day: number | undefined
}

/** Year, month (1 to 12) and day as far as they are known; undefined when the text is no day, month or year. */
export function readPartialDate(text: string): DateParts | undefined {
  const found = partialShape.exec(text)
  if (!found) return undefined
  const [year, month, dayOfMonth] = found.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits)))
  if (year === undefined || year < 1900 || year > 2200) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (month !== undefined && dayOfMonth !== undefined && (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))) {
    return undefined
  }
  return { year, month, day: dayOfMonth }
}

export function isPartialDate(text: string): boolean {
  return readPartialDate(text) !== undefined
}

/**
 * A day typed in the Indonesian order (20-11-2026, 20/11/2026) as the product writes it; any other text, and a day that
 * is none, stays as it is. Only a year of four digits at the end says that the order is this one.
 */
export function tidyDay(text: string): string {
  const { day: dayOfMonth = '', month = '', year = '' } = typedShape.exec(text)?.groups ?? {}
  const read = [year, month.padStart(2, '0'), dayOfMonth.padStart(2, '0')].join('-')
  return isDate(read) ? read : text
}

export function isDate(text: string): boolean {
  return readPartialDate(text)?.day !== undefined
}

/**
 * Whether a day can be looked at: some years from either end of the calendar, so that what is counted from it (silence,
 * limits, a year ahead) stays inside.
 */
export function isViewDay(text: string): boolean {
  return isDate(text) && text >= '1903' && text < '2198'
}

/** The earliest day a partial date can mean. Throws RangeError on anything else. */
export function firstDayOf(partial: PartialDate): DateText {
  const { year, month, day: dayOfMonth } = partsOf(partial)
  return dateText(year, month ?? 1, dayOfMonth ?? 1)
}

/** The latest day a partial date can mean. Throws RangeError on anything else. */
export function lastDayOf(partial: PartialDate): DateText {
  const { year, month = 12, day: dayOfMonth } = partsOf(partial)
  return dateText(year, month, dayOfMonth ?? daysInMonth(year, month))
}

/** Throws RangeError when the result leaves the years 1900 to 2200. */
export function addDays(date: DateText, days: number): DateText {
  return dateOf(startOf(date) + days * day)
}

/** The same day in another year; 29 February becomes the 28th where there is none. Throws RangeError past 1900 to 2200. */
export function addYears(date: DateText, years: number): DateText {
  const { year, month = 1, day: dayOfMonth = 1 } = partsOf(firstDayOf(date))
  return firstDayOf(dateText(year + years, month, Math.min(dayOfMonth, daysInMonth(year + years, month))))
}

/** Days from one to the other: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return Math.round((startOf(to) - startOf(from)) / day)
}

export function weekdayOf(date: DateText): Weekday {
  return new Date(startOf(date)).getUTCDay() as Weekday
}

/**
 * Whether a fact belongs to "keadaan per tanggal" `on`. A partial date counts from its first day: what is dated 2023 is
 * shown from 1 January 2023, because it may have happened by then, and hiding a known fact until New Year's Eve would
 * be the larger untruth. The screen prints the partial date itself, so it claims no more than the source.
 */
export function isOnOrBefore(partial: PartialDate, on: DateText): boolean {
  return firstDayOf(partial) <= on
}

/** The calendar day in a zone at an instant (epoch milliseconds). */
export function todayIn(zone: Zone, instant: number): DateText {
  return dateOf(instant + hoursAhead[zone] * hour)
}

/** The clock time ('HH:MM') in a zone at an instant (epoch milliseconds). */
export function timeIn(zone: Zone, instant: number): string {
  return new Date(instant + hoursAhead[zone] * hour).toISOString().slice(11, 16)
}

/** The last second of a day in a zone, as an instant with its offset. */
export function endOfDay(date: DateText, zone: Zone): string {
  return `${date}T23:59:59+${String(hoursAhead[zone]).padStart(2, '0')}:00`
}

/** The first instant of a day in a zone, with its offset. */
export function startOfDay(date: DateText, zone: Zone): string {
  return `${date}T00:00:00+${String(hoursAhead[zone]).padStart(2, '0')}:00`
}

/** Day and clock time ('HH:MM', seconds dropped) in a zone. Throws RangeError when the text is no instant. */
export function toLocalTime(instantText: string, zone: Zone): { date: DateText; time: string } {
  const local = instantOf(instantText) + hoursAhead[zone] * hour
  return { date: dateOf(local), time: new Date(local).toISOString().slice(11, 16) }
}

/** What the clocks of another zone show then: day and time ('HH:MM'), the day before or after where it is. */
export function clockIn(
  { date, time }: { date: DateText; time: string },
  { from, to }: { from: Zone; to: Zone },
): { date: DateText; time: string } {
  const [hours = '0', minutes = '0'] = time.split(':')
  const there = startOf(date) + (Number(hours) + hoursAhead[to] - hoursAhead[from]) * hour + Number(minutes) * 60_000
  return { date: dateOf(there), time: new Date(there).toISOString().slice(11, 16) }
}

/** Epoch milliseconds of an instant with its offset, as PostgreSQL ('… 16:59:00+00') or JSON ('…T16:59:00Z') writes it. */
export function instantOf(text: string): number {
  const [, date, hours, minutes, seconds = '0', fraction = '', offset] = instantShape.exec(text) ?? []
  if (date === undefined || offset === undefined) throw new RangeError(`not an instant: ${text}`)
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) throw new RangeError(`no such time: ${text}`)
  const time = Number(hours) * hour + Number(minutes) * 60_000 + Number(seconds) * 1000
  return startOf(date) + time + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetOf(offset)
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0
  const ahead = Number(text.slice(1, 3)) * hour + Number(text.slice(3).replace(':', '')) * 60_000
  return text.startsWith('-') ? -ahead : ahead
}

function partsOf(partial: PartialDate): DateParts {
  const parts = readPartialDate(partial)
  if (!parts) throw new RangeError(`not a date between 1900 and 2200: ${partial}`)
  return parts
}

function startOf(date: DateText): number {
  const { year, month, day: dayOfMonth } = partsOf(date)
  if (month === undefined || dayOfMonth === undefined) throw new RangeError(`not a whole date: ${date}`)
  return Date.UTC(year, month - 1, dayOfMonth)
}

function dateOf(instant: number): DateText {
  return firstDayOf(new Date(instant).toISOString().slice(0, 10))
}

function dateText(year: number, month: number, dayOfMonth: number): DateText {
  return [String(year).padStart(4, '0'), ...[month, dayOfMonth].map((part) => String(part).padStart(2, '0'))].join('-')
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
