import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addYears,
  daysBetween,
  firstDayOf,
  instantOf,
  isDate,
  isOnOrBefore,
  isPartialDate,
  isViewDay,
  lastDayOf,
  tidyDay,
  toLocalTime,
  todayIn,
  weekdayOf,
  zones,
} from './dates.ts'

// 1900-01-01 to 2200-12-31
const anyDate = fc
  .integer({ min: 0, max: daysBetween('1900-01-01', '2200-12-31') })
  .map((n) => addDays('1900-01-01', n))
const anyPartial = fc.tuple(anyDate, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))

describe('what is a date', () => {
  test.each(['2024-02-29', '1900-01-01', '2200-12-31', '2000-02-29'])('%s is', (text) => {
    expect(isDate(text)).toBe(true)
    expect(isPartialDate(text)).toBe(true)
  })
  test.each(['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '2025-01-00', '1899-12-31'])(
    '%s is no day at all',
    (text) => {
      expect(isDate(text)).toBe(false)
      expect(isPartialDate(text)).toBe(false)
    },
  )
  test.each(['2201-01-01', '2025-1-1', ' 2025-01-01', '2025-01-01\n', '２０２５-01-01', '', '2025-', '2025-01-'])(
    'refuses %j',
    (text) => {
      expect(isDate(text)).toBe(false)
      expect(isPartialDate(text)).toBe(false)
    },
  )
  test('a year or a month is a partial date only', () => {
    for (const partial of ['2023', '2023-01', '2023-12']) {
      expect(isPartialDate(partial)).toBe(true)
      expect(isDate(partial)).toBe(false)
    }
    expect(isPartialDate('2023-13')).toBe(false)
  })
})

describe('partial dates', () => {
  test('span their year or month', () => {
    expect([firstDayOf('2023'), lastDayOf('2023')]).toEqual(['2023-01-01', '2023-12-31'])
    expect([firstDayOf('2024-02'), lastDayOf('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
    expect([firstDayOf('2024-06-28'), lastDayOf('2024-06-28')]).toEqual(['2024-06-28', '2024-06-28'])
    expect(() => firstDayOf('soon')).toThrow(RangeError)
  })
  test('hold every day they begin with, and no other', () => {
    fc.assert(
      fc.property(anyPartial, anyDate, (partial, date) => {
        const inside = firstDayOf(partial) <= date && date <= lastDayOf(partial)
        expect(inside).toBe(date.startsWith(partial))
      }),
    )
    fc.assert(fc.property(anyPartial, (partial) => lastDayOf(partial).startsWith(partial)))
  })
  test('count as occurred from their first day', () => {
    expect(isOnOrBefore('2023', '2022-12-31')).toBe(false)
    expect(isOnOrBefore('2023', '2023-01-01')).toBe(true)
    expect(isOnOrBefore('2023-07', '2023-06-30')).toBe(false)
    expect(isOnOrBefore('2023-07', '2023-07-01')).toBe(true)
    expect(isOnOrBefore('2025-07-24', '2025-07-24')).toBe(true)
    expect(isOnOrBefore('2025-07-24', '2025-07-23')).toBe(false)
  })
})

describe('arithmetic', () => {
  test('goes there and back', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
        expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0)
        expect(daysBetween(from, to) > 0).toBe(from < to)
      }),
    )
  })
  test('crosses months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28')
    expect(daysBetween('2025-07-24', '2026-11-21')).toBe(485)
  })
  test('years keep the day, and 29 February becomes the 28th', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addYears('2014-12-19', 2)).toBe('2016-12-19')
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -50, max: 50 }), (date, years) => {
        const year = Number(date.slice(0, 4)) + years
        fc.pre(year >= 1900 && year <= 2200)
        const moved = addYears(date, years)
        expect(isDate(moved)).toBe(true)
        expect(moved.slice(0, 7)).toBe(`${year}${date.slice(4, 7)}`)
        if (!date.endsWith('02-29')) expect(addYears(moved, -years)).toBe(date)
      }),
    )
  })
  test('never leaves the calendar silently', () => {
    expect(() => addDays('2200-12-31', 1)).toThrow(RangeError)
    expect(() => addYears('1900-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2023', 1)).toThrow(RangeError)
    expect(() => daysBetween('2025-02-29', '2025-03-01')).toThrow(RangeError)
    expect(() => addDays('2025-01-01', Number.NaN)).toThrow(RangeError)
  })
})

describe('weekdays', () => {
  test.each([
    ['2024-06-28', 5],
    ['2022-02-03', 4],
    ['2025-07-24', 4],
    ['2025-10-21', 2],
    ['1993-04-26', 1],
    ['2024-07-02', 2],
    ['2026-11-21', 6],
  ])('%s is weekday %i (domain §12.4)', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })
  test('follow one another', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        fc.pre(date < '2200-12-31')
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) + 1) % 7)
      }),
    )
  })
})

describe('zones', () => {
  test('a contest that closes on 30 June takes the last second of WIB and not the next', () => {
    const last = instantOf('2024-06-30T16:59:59Z')
    expect(todayIn('WIB', last)).toBe('2024-06-30')
    expect(todayIn('WIB', last + 1000)).toBe('2024-07-01')
  })
  test('the same instant is another day further east', () => {
    const instant = instantOf('2025-07-24 16:30:00+00')
    expect(zones.map((zone) => todayIn(zone, instant))).toEqual([
      '2025-07-24',
      '2025-07-25',
      '2025-07-25',
      '2025-07-25',
      '2025-07-25',
    ])
    expect(toLocalTime('2025-07-24 16:30:00+00', 'WIB')).toEqual({ date: '2025-07-24', time: '23:30' })
    expect(toLocalTime('2025-07-24 16:30:00+00', 'WITA')).toEqual({ date: '2025-07-25', time: '00:30' })
    expect(toLocalTime('2025-07-24 16:30:00+00', 'WIT')).toEqual({ date: '2025-07-25', time: '01:30' })
  })
  test('instants are read in every form PostgreSQL and JSON write', () => {
    const expected = 1_795_168_800_123 // 20 November 2026, 10:00 UTC
    for (const text of [
      '2026-11-20 10:00:00.123456+00',
      '2026-11-20T10:00:00.123Z',
      '2026-11-20T17:00:00.123+07:00',
      '2026-11-20 17:00:00.123+07',
      '2026-11-20T02:30:00.123-0730',
    ]) {
      expect(instantOf(text)).toBe(expected)
    }
  })
  test.each(['2026-11-20', '2026-11-20 10:00', '2026-11-20T24:00:00Z', '2026-02-30T10:00:00Z', 'now', ''])(
    'refuses %j as an instant',
    (text) => {
      expect(() => instantOf(text)).toThrow(RangeError)
    },
  )
  test('text and instant agree', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(anyDate, clock, fc.constantFrom(...zones), (date, [hours, minutes], zone) => {
        fc.pre(date > '1900-01-01' && date < '2200-12-31')
        const time = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':')
        expect(toLocalTime(`${date}T${time}:59Z`, zone).date).toBe(todayIn(zone, instantOf(`${date} ${time}+00`)))
        const ahead = { WIB: '+07', WITA: '+08', WIT: '+09', JST: '+09', KST: '+09' }[zone]
        expect(toLocalTime(`${date} ${time}:59${ahead}`, zone)).toEqual({ date, time })
      }),
    )
  })
})

test('a day that is looked at has room on both sides of the calendar', () => {
  for (const day of ['1903-01-01', '2024-02-29', '2197-12-31']) {
    expect(isViewDay(day)).toBe(true)
    expect([addDays(day, -365), addYears(day, 2)].every(isDate)).toBe(true)
  }
  for (const day of ['1902-12-31', '2198-01-01', '2200-12-31', '2025-02-30', '2025', ''])
    expect(isViewDay(day)).toBe(false)
})

test.each([
  ['20-11-2026', '2026-11-20'],
  [' 1/2/2026 ', '2026-02-01'],
  ['11-20-2026', '11-20-2026'],
  ['20-11/2026', '20-11/2026'],
  ['20-11-26', '20-11-26'],
  ['30-02-2026', '30-02-2026'],
  ['2026-11', '2026-11'],
  ['', ''],
])('%o typed as a day is %o', (typed, day) => {
  expect(tidyDay(typed)).toBe(day)
})
