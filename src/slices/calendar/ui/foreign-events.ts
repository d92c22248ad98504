import ICAL from 'ical.js'
import { addDays, isDate, timeIn, todayIn, type DateText, type Zone } from '../../../shared/dates.ts'
import { tidyName } from '../../../shared/text.ts'
import { instantAhead, instantIn, instantOfUtc, knownZone } from './zone-offset.ts'

/** How much is read of a file of somebody else: bytes, and events shown to choose from. */
export const foreignMost = { bytes: 1_000_000, events: 50 } as const

/** A moment as a file of somebody else says it, and on the clocks of the region. */
export interface Moment {
  day: DateText
  time?: string | undefined
  /** As the file says it, where that is another zone's clock. */
  there?: { day: DateText; time: string; zone: string } | undefined
}

export interface ForeignEvent {
  title: string
  place: string | undefined
  start: Moment
  end: Moment | undefined
  /** The zone is named but nobody knows it: the hour is taken as the region's and has to be looked at. */
  unknownZone: string | undefined
  /** No zone is said: the hour is that of wherever one is, taken as the region's. */
  floating: boolean
  recurring: boolean
  cancelled: boolean
}

export type Unreadable = 'too_large' | 'not_a_calendar' | 'nothing_in_it'

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: unknown[]]
type Part = [name: string, properties: Property[], parts: Part[]]

/**
 * Meetings in a calendar file of somebody else, at most 50, with their time on the region's clocks. Nothing in the file
 * is followed, expanded or believed beyond that: a rule of recurrence is only noticed.
 */
export function readForeignEvents(
  text: string,
  zone: Zone,
): { events: ForeignEvent[]; fault?: undefined } | { events: []; fault: Unreadable } {
  if (text.length > foreignMost.bytes) return { events: [], fault: 'too_large' }
  const calendars = parse(text)
  if (calendars === undefined) return { events: [], fault: 'not_a_calendar' }
  const events: ForeignEvent[] = []
  for (const calendar of calendars) {
    const zones = calendar[2].filter(([name]) => name === 'vtimezone')
    for (const part of calendar[2]) {
      if (part[0] !== 'vevent' || events.length >= foreignMost.events) continue
      const event = readWithin(part, { zones, zone })
      if (event !== undefined) events.push(event)
    }
  }
  return events.length === 0 ? { events: [], fault: 'nothing_in_it' } : { events }
}

function parse(text: string): Part[] | undefined {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return undefined
  try {
    const read = ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown as Part | Part[]
    const calendars = (typeof read[0] === 'string' ? [read] : read) as Part[]
    return calendars.filter(([name]) => name === 'vcalendar')
  } catch {
    return undefined
  }
}

interface Surroundings {
  zones: Part[]
  zone: Zone
}

/** Of an event outside the years of the product nothing is read. */
function readWithin(part: Part, around: Surroundings): ForeignEvent | undefined {
  try {
    return readEvent(part, around)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function readEvent([, properties]: Part, around: Surroundings): ForeignEvent | undefined {
  const of = (name: string) => properties.find((property) => property[0] === name)
  const text = (name: string) =>
    tidyName(wordsOf(of(name)?.[3]).replace(turning, ''))
      .slice(0, 200)
      .trim()
  const starts = of('dtstart')
  if (starts === undefined) return undefined
  const start = momentOf(starts, around)
  if (start === undefined) return undefined
  const ends = of('dtend')
  const end = ends === undefined ? undefined : momentOf(ends, around)
  return {
    title: text('summary'),
    place: text('location') === '' ? undefined : text('location'),
    start: start.moment,
    end: end === undefined ? undefined : lastOf(end.moment, start.moment),
    unknownZone: start.unknownZone,
    floating: start.floating,
    recurring: ['rrule', 'rdate'].some((name) => of(name) !== undefined),
    cancelled: wordsOf(of('status')?.[3]).toUpperCase() === 'CANCELLED',
  }
}

/** Marks that turn the direction of text, which no form takes. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '')

interface Read {
  moment: Moment
  unknownZone: string | undefined
  floating: boolean
}

function momentOf([, parameters, type, value]: Property, { zones, zone }: Surroundings): Read | undefined {
  const written = wordsOf(value)
  const day = written.slice(0, 10)
  if (!isDate(day)) return undefined
  if (type === 'date' || written.length === 10) {
    return { moment: { day }, unknownZone: undefined, floating: false }
  }
  const time = written.slice(11, 16)
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  const here = (instant: number, named: string): Moment => {
    const at = { day: todayIn(zone, instant), time: timeIn(zone, instant) }
    return at.day === day && at.time === time ? at : { ...at, there: { day, time, zone: named } }
  }
  if (written.endsWith('Z')) {
    return { moment: here(instantOfUtc(written), 'UTC'), unknownZone: undefined, floating: false }
  }
  const tzid = typeof parameters['tzid'] === 'string' ? parameters['tzid'].slice(0, 100) : undefined
  if (tzid === undefined) return { moment: { day, time }, unknownZone: undefined, floating: true }
  const known = knownZone(tzid)
  if (known !== undefined) {
    return { moment: here(instantIn(known, written), known), unknownZone: undefined, floating: false }
  }
  const offset = onlyOffset(zones, tzid)
  if (offset !== undefined) {
    return { moment: here(instantAhead(offset, written), tzid), unknownZone: undefined, floating: false }
  }
  return { moment: { day, time }, unknownZone: tzid, floating: false }
}

/** The offset of a zone that the file defines itself, where it has one all year. */
function onlyOffset(zones: Part[], tzid: string): string | undefined {
  const defined = zones.find(([, properties]) =>
    properties.some(([name, , , value]) => name === 'tzid' && value === tzid),
  )
  const offsets = (defined?.[2] ?? []).slice(0, 50).flatMap(([, properties]) => {
    return properties.filter(([name]) => name === 'tzoffsetto').map(([, , , value]) => wordsOf(value))
  })
  const [only] = offsets
  return only !== undefined && /^[+-]\d{2}:?\d{2}/.test(only) && offsets.every((one) => one === only) ? only : undefined
}

/** The end of a whole day is the day after it; an end before the beginning counts for nothing. */
function lastOf(end: Moment, start: Moment): Moment | undefined {
  if (end.time === undefined) {
    const day = start.time === undefined ? addDays(end.day, -1) : end.day
    return day > start.day ? { day } : undefined
  }
  const isAfter = end.day > start.day || (end.day === start.day && end.time > (start.time ?? ''))
  return isAfter ? end : undefined
}
