/* oxlint-disable no-restricted-globals -- zones of the whole world, for files of others only: the product's own five
   stand in src/shared/dates.ts, and no date is formatted here */

/** Names that Outlook writes in place of those of the zone database. */
const windows: Readonly<Record<string, string>> = {
  'se asia standard time': 'Asia/Jakarta',
  'singapore standard time': 'Asia/Singapore',
  'tokyo standard time': 'Asia/Tokyo',
  'korea standard time': 'Asia/Seoul',
  'china standard time': 'Asia/Shanghai',
  'taipei standard time': 'Asia/Taipei',
  'india standard time': 'Asia/Kolkata',
  'arabian standard time': 'Asia/Dubai',
  'arab standard time': 'Asia/Riyadh',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'UTC',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'aus eastern standard time': 'Australia/Sydney',
  'w. australia standard time': 'Australia/Perth',
  'new zealand standard time': 'Pacific/Auckland',
}

/** The zone a file means by its name for it: as the database has it, behind a vendor's path, or as Outlook calls it. */
export function knownZone(name: string): string | undefined {
  const bare = name.trim().replace(/^"|"$/g, '')
  const behindPath = /[A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?$/.exec(bare)?.[0]
  const tried = [bare, windows[bare.toLowerCase()], behindPath, behindPath?.split('/').slice(-2).join('/')]
  return tried.find((one) => one !== undefined && one.length <= 60 && isZone(one))
}

function isZone(name: string): boolean {
  // A bare offset or word is none of the names people choose from.
  if (!/^(UTC|GMT|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Milliseconds from UTC of a clock time ('YYYY-MM-DDTHH:MM:SS') in a zone that is known. */
export function instantIn(zone: string, local: string): number {
  const asUtc = Date.parse(`${local.slice(0, 19)}Z`)
  // Twice: near the change of summer time the first guess falls on the other side of it.
  const first = asUtc - offsetAt(zone, asUtc)
  return asUtc - offsetAt(zone, first)
}

function offsetAt(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return there - Math.floor(instant / 1000) * 1000
}

/** Milliseconds of UTC of a clock time that is `offset` ('+0900', '-04:30') ahead of it. */
export function instantAhead(offset: string, local: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})/.exec(offset) ?? []
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return Date.parse(`${local.slice(0, 19)}Z`) - ahead
}

export function instantOfUtc(local: string): number {
  return Date.parse(`${local.slice(0, 19)}Z`)
}
