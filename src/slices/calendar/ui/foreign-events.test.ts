import { describe, expect, test } from 'vitest'
import { foreignMost, readForeignEvents } from './foreign-events.ts'

const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//X//Y//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20250101T000000Z', ...lines, 'END:VEVENT']
const one = (...lines: string[]) => readForeignEvents(file(...event(...lines)), 'WIB').events[0]

describe('the hour of a file of somebody else on the clocks of the region', () => {
  test.each([
    ['New York in summer', 'DTSTART;TZID=America/New_York:20250724T200000', '2025-07-25', '07:00', 'America/New_York'],
    ['New York in winter', 'DTSTART;TZID=America/New_York:20250124T200000', '2025-01-25', '08:00', 'America/New_York'],
    ['Tokyo', 'DTSTART;TZID=Asia/Tokyo:20250724T100000', '2025-07-24', '08:00', 'Asia/Tokyo'],
    ['UTC', 'DTSTART:20250724T180000Z', '2025-07-25', '01:00', 'UTC'],
    ['Outlook', 'DTSTART;TZID=Korea Standard Time:20250724T090000', '2025-07-24', '07:00', 'Asia/Seoul'],
    ['a path', 'DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20250724T100000', '2025-07-24', '08:00', 'Asia/Tokyo'],
    ['quoted', 'DTSTART;TZID="Eastern Standard Time":20250724T200000', '2025-07-25', '07:00', 'America/New_York'],
  ])('%s', (_, starts, day, time, zone) => {
    expect(one(starts, 'SUMMARY:Rapat')).toMatchObject({ start: { day, time, there: { zone } }, floating: false })
  })

  test('is told once where both clocks show the same', () => {
    expect(one('DTSTART;TZID=Asia/Jakarta:20250724T100000')?.start).toEqual({ day: '2025-07-24', time: '10:00' })
  })

  test('without a zone it is that of the region, and said so', () => {
    expect(one('DTSTART:20250724T100000')).toMatchObject({
      floating: true,
      start: { day: '2025-07-24', time: '10:00' },
    })
  })

  test('a zone that the file defines itself counts where it has one offset; of any other it is asked', () => {
    const zone = (...offsets: string[]) => [
      'BEGIN:VTIMEZONE',
      'TZID:Kantor (JST)',
      ...offsets.flatMap((offset) => [
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        `TZOFFSETFROM:${offset}`,
        `TZOFFSETTO:${offset}`,
        'RRULE:FREQ=SECONDLY;COUNT=999999999',
        'END:STANDARD',
      ]),
      'END:VTIMEZONE',
    ]
    const starts = event('DTSTART;TZID=Kantor (JST):20250724T100000')
    const fixed = readForeignEvents(file(...zone('+0900'), ...starts), 'WIB').events[0]
    expect(fixed).toMatchObject({ start: { time: '08:00', there: { time: '10:00' } }, unknownZone: undefined })
    const moving = readForeignEvents(file(...zone('+0900', '+1000'), ...starts), 'WIB').events[0]
    expect(moving).toMatchObject({ start: { time: '10:00' }, unknownZone: 'Kantor (JST)' })
  })
})

describe('days', () => {
  test('a whole day ends the day before its end is written', () => {
    expect(one('DTSTART;VALUE=DATE:20250724', 'DTEND;VALUE=DATE:20250725')).toMatchObject({
      start: { day: '2025-07-24' },
      end: undefined,
    })
    expect(one('DTSTART;VALUE=DATE:20250724', 'DTEND;VALUE=DATE:20250727')?.end).toEqual({ day: '2025-07-26' })
  })
  test('an end before the beginning counts for nothing', () => {
    expect(one('DTSTART:20250724T100000Z', 'DTEND:20250724T090000Z')?.end).toBeUndefined()
  })
  test('a date that is none is no event', () => {
    expect(readForeignEvents(file(...event('DTSTART;VALUE=DATE:20250231')), 'WIB').fault).toBe('nothing_in_it')
  })
})

describe('what is in it', () => {
  test('text is read with its escapes and folds, in any script', () => {
    const read = one('DTSTART:20250724T100000Z', 'SUMMARY:泉佐野市\\, 表敬', ' 訪問', 'LOCATION:Balai Kota\\; lantai 2')
    expect(read).toMatchObject({ title: '泉佐野市, 表敬訪問', place: 'Balai Kota; lantai 2' })
  })
  test('several are all shown, one that comes back is marked, one called off too', () => {
    const { events } = readForeignEvents(
      file(
        ...event('DTSTART:20250724T100000Z', 'SUMMARY:a', 'RRULE:FREQ=WEEKLY'),
        ...event('DTSTART:20250725T100000Z', 'SUMMARY:b', 'STATUS:CANCELLED'),
      ),
      'WIB',
    )
    expect(events.map(({ title, recurring, cancelled }) => [title, recurring, cancelled])).toEqual([
      ['a', true, false],
      ['b', false, true],
    ])
  })
})

describe('hostile content', () => {
  test('marks that turn or break a line do not reach the form', () => {
    expect(one('DTSTART:20250724T100000Z', 'SUMMARY:a\\nb\u202Etxt.exe')?.title).not.toMatch(/[\n\u202E]/)
  })
  test.each([
    '',
    '<html>',
    'BEGIN:VCARD\r\nEND:VCARD',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n',
    'BEGIN:VCALENDAR\r\nnonsense',
  ])('%j is no calendar or has nothing in it', (text) => {
    expect(readForeignEvents(text, 'WIB').events).toEqual([])
  })
  test('larger than 1 MB is not read at all; just below it takes no time and shows at most fifty', () => {
    expect(readForeignEvents('x'.repeat(foreignMost.bytes + 1), 'WIB').fault).toBe('too_large')
    const line = event('DTSTART;TZID=America/New_York:20250724T200000', `SUMMARY:${'x'.repeat(50)}`).join('\r\n')
    const many = file(...Array.from({ length: 6000 }, () => line)).slice(0, foreignMost.bytes)
    const whole = `${many.slice(0, many.lastIndexOf('BEGIN:VEVENT'))}END:VCALENDAR\r\n`
    const began = performance.now()
    expect(readForeignEvents(whole, 'WIB').events).toHaveLength(foreignMost.events)
    expect(performance.now() - began).toBeLessThan(3000)
    const folded = file(...event('DTSTART:20250724T100000Z', `SUMMARY:x${'\r\n x'.repeat(200_000)}`))
    expect(readForeignEvents(folded, 'WIB').events).toHaveLength(1)
    expect(readForeignEvents(`BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(60_000)}`, 'WIB').events).toEqual([])
  })
})
