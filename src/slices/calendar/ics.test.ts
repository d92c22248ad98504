import ICAL from 'ical.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCalendar, type Entry } from './ics.ts'
import { readAddresses, whyNotInvited } from './model.ts'

const entry: Entry = {
  uid: 'a@kegiatan.jembatan',
  title: 'Rapat',
  day: '2025-07-24',
  sequence: 0,
  changedAt: '20250701T000000Z',
  cancelled: false,
}
const write = (values: Partial<Entry>, zone: 'WIB' | 'WITA' | 'WIT' = 'WIB') =>
  writeCalendar({ name: 'x', zone, method: 'PUBLISH', entries: [{ ...entry, ...values }] })
const read = (text: string) =>
  new ICAL.Event(new ICAL.Component(ICAL.parse(text) as never).getFirstSubcomponent('vevent') ?? undefined)

describe('what is written can be read by others', () => {
  test('any text comes back as it was, in lines of at most 75 octets, and begins no line of its own', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('a\r\nATTENDEE:mailto:x@y', '泉佐野市'.repeat(60), '\\n;,"', '👍🏽'.repeat(40)),
    )
    fc.assert(
      fc.property(words, words, (title, place) => {
        const text = write({ title, place })
        const lines = text.split('\r\n')
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(lines.filter((line) => /^(BEGIN|END|ATTENDEE)/.test(line)).join()).not.toContain('ATTENDEE')
        const plain = (said: string) =>
          said
            .replace(/\r\n?|\u2028|\u2029/g, '\n')
            // oxlint-disable-next-line no-control-regex -- what no calendar may hold
            .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
        expect(read(text).summary ?? '').toBe(plain(title))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['WIB', '2025-07-24T02:00:00.000Z'],
    ['WITA', '2025-07-24T01:00:00.000Z'],
    ['WIT', '2025-07-24T00:00:00.000Z'],
  ] as const)('nine o’clock in %s', (zone, instant) => {
    expect(
      read(write({ startsAt: '09:00' }, zone))
        .startDate.toJSDate()
        .toISOString(),
    ).toBe(instant)
  })

  test('without an hour the day is filled; over several days until after the last', () => {
    expect(write({})).toContain('DTSTART;VALUE=DATE:20250724\r\nDTEND;VALUE=DATE:20250725')
    expect(write({ lastDay: '2025-07-31' })).toContain('DTEND;VALUE=DATE:20250801')
    expect(write({ lastDay: '2025-07-26', startsAt: '09:00' })).toContain('DTEND;VALUE=DATE:20250727')
    expect(write({ lastDay: '2025-07-26', startsAt: '09:00', endsAt: '08:00' })).toContain(':20250726T080000')
  })

  test('an end before the beginning is left out', () => {
    expect(write({ startsAt: '09:00', endsAt: '08:00' })).not.toContain('DTEND')
  })

  test('a name with a quote stays inside its parameter', () => {
    const organiser = { address: 'a@b.invalid', name: 'Kantor "A"; X-Y=1:\r\nB' }
    const found = read(write({ organiser })).component.getFirstProperty('organizer')
    expect(found?.getFirstValue()).toBe('mailto:a@b.invalid')
    expect(found?.getParameter('x-y')).toBeUndefined()
  })
})

describe('addresses as they are typed', () => {
  test('with names, empty lines, commas at the end, the same twice', () => {
    expect(readAddresses('A <a@b.id>,\r\n\r\n"C, D" <c@d.go.id>;\nA@B.id\n').found).toEqual([
      { line: 1, address: 'a@b.id', name: 'A' },
      { line: 3, address: 'c@d.go.id', name: 'C, D' },
    ])
  })
  test.each([
    'x',
    'a@b',
    'a b@c.id',
    'a@b.id, c@d.id',
    '<a@b.id',
    'a@b..id',
    'a@-b.id',
    'N\u0000 <a@b.id>',
    'N\u202e <a@b.id>',
    'x'.repeat(65) + '@b.id',
  ])('%j is none', (line) => {
    expect(readAddresses(line)).toEqual({ found: [], wrong: [1] })
  })
})

test('who can be invited when', () => {
  const on = '2025-07-24'
  expect(whyNotInvited({ occurredOn: on, voided: false }, on)).toBeUndefined()
  expect(whyNotInvited({ occurredOn: '2025-07-20', endedOn: '2025-07-25', voided: false }, on)).toBeUndefined()
  expect(whyNotInvited({ occurredOn: '2025-07-23', voided: false }, on)).toBe('past')
  expect(whyNotInvited({ occurredOn: '2025-08', voided: false }, on)).toBe('no_day')
  expect(whyNotInvited({ occurredOn: '2025-08-01', voided: true }, on)).toBe('cancelled')
})
