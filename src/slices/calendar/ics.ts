import { addDays, isDate, type DateText, type Zone } from '../../shared/dates.ts'

/** One line of a calendar: what programs are told of a meeting or a day. */
export interface Entry {
  /** Stable and unique in the world, whichever feed or mail carries it. */
  uid: string
  title: string
  /** A whole day, the region's. */
  day: DateText
  /** The last day of several. */
  lastDay?: DateText | undefined
  /** 'HH:MM' in the zone of the calendar; without it the entry fills the day. */
  startsAt?: string | undefined
  endsAt?: string | undefined
  place?: string | undefined
  description?: string | undefined
  sequence: number
  /** When it last changed, UTC: '20250724T021500Z'. */
  changedAt: string
  cancelled: boolean
  organiser?: { address: string; name: string } | undefined
  attendees?: readonly { address: string; name: string | undefined }[] | undefined
}

export interface CalendarText {
  /** How programs name the calendar; absent in what is sent by mail. */
  name?: string | undefined
  zone: Extract<Zone, 'WIB' | 'WITA' | 'WIT'>
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  entries: readonly Entry[]
}

const zones = {
  WIB: { id: 'Asia/Jakarta', offset: '+0700' },
  WITA: { id: 'Asia/Makassar', offset: '+0800' },
  WIT: { id: 'Asia/Jayapura', offset: '+0900' },
} as const

/** A calendar as RFC 5545 wants it: CRLF, lines of at most 75 octets, text escaped, one zone with its definition. */
export function writeCalendar({ name, zone, method, entries }: CalendarText): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Jembatan//Kalender//ID', 'CALSCALE:GREGORIAN']
  lines.push(`METHOD:${method}`)
  if (name !== undefined) {
    lines.push(`NAME:${textOf(name)}`, `X-WR-CALNAME:${textOf(name)}`, `X-WR-TIMEZONE:${zones[zone].id}`)
    lines.push('REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H')
  }
  if (entries.some(({ startsAt }) => startsAt !== undefined)) lines.push(...zoneLines(zone))
  for (const entry of entries) lines.push(...linesOf(entry, zone))
  lines.push('END:VCALENDAR', '')
  return lines.map(fold).join('\r\n')
}

// None of the three zones has changed its offset since 1964.
function zoneLines(zone: CalendarText['zone']): string[] {
  const { id, offset } = zones[zone]
  const standard = ['BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`]
  return ['BEGIN:VTIMEZONE', `TZID:${id}`, ...standard, `TZNAME:${zone}`, 'END:STANDARD', 'END:VTIMEZONE']
}

function linesOf(entry: Entry, zone: CalendarText['zone']): string[] {
  const { uid, title, place, description, sequence, changedAt, cancelled, organiser, attendees = [] } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${changedAt}`,
    `LAST-MODIFIED:${changedAt}`,
    `SEQUENCE:${sequence}`,
    ...timesOf(entry, zone),
    `SUMMARY:${textOf(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${textOf(place)}`]),
    ...(description === undefined || description === '' ? [] : [`DESCRIPTION:${textOf(description)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(organiser === undefined ? [] : [`ORGANIZER;CN=${parameterOf(organiser.name)}:mailto:${organiser.address}`]),
    ...attendees.map(
      ({ address, name }) =>
        `ATTENDEE;CN=${parameterOf(name ?? address)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${address}`,
    ),
    'END:VEVENT',
  ]
}

function timesOf({ day, lastDay, startsAt, endsAt }: Entry, zone: CalendarText['zone']): string[] {
  const last = lastDay !== undefined && isDate(lastDay) && lastDay > day ? lastDay : day
  // Over several days a beginning alone says too little: they are filled, and the description tells the hour.
  if (startsAt === undefined || (last !== day && endsAt === undefined)) {
    return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(last, 1))}`]
  }
  const at = (on: DateText, time: string) => `;TZID=${zones[zone].id}:${plain(on)}T${time.replace(':', '')}00`
  const ends = endsAt !== undefined && (last > day || endsAt > startsAt)
  return [`DTSTART${at(day, startsAt)}`, ...(ends ? [`DTEND${at(last, endsAt)}`] : [])]
}

const plain = (day: DateText) => day.replaceAll('-', '')

// oxlint-disable-next-line no-control-regex -- a line end inside a value would begin a line of its own
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g

/** TEXT of RFC 5545 3.3.11. */
function textOf(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(controls, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A quoted parameter value: RFC 5545 knows no escape for a quote, RFC 6868 does. */
function parameterOf(text: string): string {
  const bare = text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(controls, ' ')
  return `"${bare.replaceAll('^', '^^').replaceAll('"', "^'")}"`
}

const octets = 75

/** Breaks a line before it passes 75 octets, never inside a letter; a continued line begins with a space. */
function fold(line: string): string {
  if (line.length <= octets / 3 || Buffer.byteLength(line) <= octets) return line
  let [folded, used] = ['', 0]
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (used + size > octets) {
      folded += '\r\n '
      used = 1
    }
    folded += letter
    used += size
  }
  return folded
}
