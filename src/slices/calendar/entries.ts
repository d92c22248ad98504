import { addDays, clockIn, isDate } from '../../shared/dates.ts'
import { formatDate, formatDateRange, formatList, formatTime } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { zones as regionZones } from '../reference/model.ts'
import type { Entry } from './ics.ts'
import type { Due, Meeting } from './queries.ts'
import { words } from './messages/words.gen.ts'

export interface Telling {
  zone: (typeof regionZones)[number]
  language: Language
}

/** The zone of a region as its calendar is written in. */
export function zoneOf({ zone }: { zone: string }): Telling['zone'] {
  return regionZones.find((known) => known === zone) ?? 'WIB'
}

const clocks: Readonly<Record<string, 'JST' | 'KST'>> = { JP: 'JST', KR: 'KST' }

/** What a calendar is told of a meeting: subject, time, place, and nothing else of the record. Undefined without a whole day. */
export function entryOf(meeting: Meeting, telling: Telling): Entry | undefined {
  const { id, about, place, occurredOn, endedOn, startsAt, endsAt, cancelled, sequence, changedAt } = meeting
  if (!isDate(occurredOn)) return undefined
  return {
    uid: `${id}@kegiatan.jembatan`,
    title: about,
    day: occurredOn,
    lastDay: endedOn !== null && isDate(endedOn) ? endedOn : undefined,
    startsAt: startsAt ?? undefined,
    endsAt: endsAt ?? undefined,
    place: place ?? undefined,
    description: descriptionOf(meeting, telling),
    sequence,
    changedAt,
    cancelled,
  }
}

/** A follow-up that is somebody's to do, on its day. */
export function dueEntry({ id, what, dueOn, rev }: Due, { language }: Telling): Entry {
  return {
    uid: `${id}@tindak-lanjut.jembatan`,
    title: words[language].due({ what }),
    day: dueOn,
    sequence: rev - 1,
    // When it changed is not told: its day stands for it, so that the same state is written the same way.
    changedAt: `${addDays(dueOn, -1).replaceAll('-', '')}T000000Z`,
    cancelled: false,
  }
}

/** The hour in the region and on the clocks of the partner's country. */
export function timesOf(
  { occurredOn, startsAt, endsAt, countries }: Pick<Meeting, 'occurredOn' | 'startsAt' | 'endsAt' | 'countries'>,
  { zone, language }: Telling,
): string[] {
  if (startsAt === null || !isDate(occurredOn)) return []
  const until = (from: string, to: string | null) => (to === null ? from : `${from}–${to}`)
  const here = until(startsAt, endsAt)
  const there = (countries ?? []).flatMap((country) => clocks[country] ?? [])
  return [
    formatSpan(here, zone, language),
    ...there.map((to) => {
      const at = (time: string) => clockIn({ date: occurredOn, time }, { from: zone, to })
      const begins = at(startsAt)
      const ends = endsAt === null ? null : at(endsAt).time
      const day = begins.date === occurredOn ? '' : ` (${formatDate(begins.date, language)})`
      return `${formatSpan(until(begins.time, ends), to, language)}${day}`
    }),
  ]
}

function formatSpan(span: string, zone: Parameters<typeof formatTime>[1], language: Language): string {
  const [from = '', to] = span.split('–')
  if (to === undefined) return formatTime(from, zone, language)
  return `${language === 'id' ? from.replace(':', '.') : from}–${formatTime(to, zone, language)}`
}

/** The day or days as a reader writes them. */
export function daysOf({ occurredOn, endedOn }: Pick<Meeting, 'occurredOn' | 'endedOn'>, language: Language): string {
  return endedOn === null
    ? formatDate(occurredOn, language, { weekday: true })
    : formatDateRange(occurredOn, endedOn, language)
}

function descriptionOf(meeting: Meeting, telling: Telling): string {
  const { language } = telling
  const times = timesOf(meeting, telling)
  const bodies = meeting.organisations ?? []
  return [
    ...(times.length > 1 || meeting.endedOn !== null ? [times.join(' = ')] : []),
    ...(bodies.length > 0 ? [words[language].takingPart({ names: formatList(bodies, language) })] : []),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
