import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf, type DateText } from '../../shared/dates.ts'
import { countWorkingDays, isWorkingDay, type Calendar, type Holiday } from './model.ts'
import { workingDaysBetween } from './working-days.ts'

const days2026 = (kind: Holiday['kind'], written: string): Holiday[] =>
  written.split(' ').map((day) => ({ day: `2026-${day}`, kind, name: `${kind} ${day}` }))

// The days of domain §12.4: what the oracle rows were computed with, to be checked against the decree of the year.
const national = days2026(
  'nasional',
  '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25',
)
const leave = days2026('cuti_bersama', '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24')
const newYear2027: Holiday = { day: '2027-01-01', kind: 'nasional', name: 'Tahun Baru' }

const calendar = (about: Partial<Calendar> = {}): Calendar => ({
  holidays: [...national, ...leave, newYear2027],
  cutiBersamaCounts: false,
  completeYears: [2026],
  ...about,
})
const due = (after: DateText, about: Partial<Calendar> = {}) => countWorkingDays({ after, days: 45 }, calendar(about))

describe('weekdays of domain §12.4', () => {
  test.each([
    ['2024-06-28', 5],
    ['2022-02-03', 4],
    ['2025-07-24', 4],
    ['2025-10-21', 2],
    ['1993-04-26', 1],
    ['2024-07-02', 2],
    ['2026-11-21', 6],
  ])('%s is day %i of the week', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })
})

describe('45 working days, the oracle rows of domain §12.4', () => {
  test.each([
    ['2026-01-05', '2026-03-09', '2026-03-11', '2026-03-12'],
    ['2026-03-02', '2026-05-04', '2026-05-07', '2026-05-13'],
    ['2026-10-19', '2026-12-21', '2026-12-21', '2026-12-21'],
    ['2026-11-16', '2027-01-18', '2027-01-20', '2027-01-21'],
  ])('received %s: weekends %s, national %s, with joint leave %s', (after, weekendsOnly, withNational, withLeave) => {
    expect(due(after, { holidays: [] }).dueOn).toBe(weekendsOnly)
    expect(due(after, { cutiBersamaCounts: true }).dueOn).toBe(withNational)
    expect(due(after).dueOn).toBe(withLeave)
    expect(due(after).weekendsOnlyOn).toBe(weekendsOnly)
  })

  test('shows its arithmetic: the holidays passed over by name, weekends by their days', () => {
    const { holidays, weekends, ...count } = due('2026-01-05')
    expect(holidays.map(({ day }) => day)).toEqual(['2026-01-16', '2026-02-16', '2026-02-17'])
    expect(weekends).toBe(18)
    expect(count).toMatchObject({ after: '2026-01-05', days: 45, isProvisional: false, openYears: [] })
  })

  test('does not list a holiday that falls on a weekend: 21 and 22 March, 5 April 2026', () => {
    const listed = due('2026-03-02').holidays.map(({ day }) => day.slice(5))
    expect(listed).toEqual(['03-18', '03-19', '03-20', '03-23', '03-24', '04-03', '05-01'])
  })

  test('is provisional when it runs into a year without a complete table, and names the year', () => {
    expect(due('2026-11-16')).toMatchObject({ isProvisional: true, openYears: [2027] })
    expect(due('2026-11-16', { completeYears: [2026, 2027] })).toMatchObject({ isProvisional: false, openYears: [] })
    expect(due('2026-10-19').isProvisional).toBe(false)
    expect(due('2026-10-19', { completeYears: [2027] })).toMatchObject({ isProvisional: true, openYears: [2026] })
  })

  test('a year whose last day is only the day of receipt does not make it provisional', () => {
    expect(due('2025-12-31').openYears).toEqual([])
  })

  test('names a day once where the decree and the region both keep it', () => {
    const regional: Holiday = { day: '2026-01-16', kind: 'daerah', name: 'Hari jadi' }
    const { holidays, dueOn } = due('2026-01-05', { holidays: [regional, ...national] })
    expect(holidays.filter(({ day }) => day === '2026-01-16').map(({ kind }) => kind)).toEqual(['nasional'])
    expect(dueOn).toBe('2026-03-11')
  })

  test('a national holiday stays free where joint leave of the same day is worked', () => {
    const both: Holiday[] = [
      { day: '2026-01-06', kind: 'nasional', name: 'a' },
      { day: '2026-01-06', kind: 'cuti_bersama', name: 'b' },
    ]
    expect(isWorkingDay('2026-01-06', calendar({ holidays: both, cutiBersamaCounts: true }))).toBe(false)
  })

  test('refuses a count that is no whole number of days', () => {
    for (const days of [-1, 1.5, Number.NaN]) {
      expect(() => countWorkingDays({ after: '2026-01-05', days }, calendar())).toThrow(RangeError)
    }
    expect(countWorkingDays({ after: '2026-01-05', days: 0 }, calendar())).toMatchObject({
      dueOn: '2026-01-05',
      openYears: [],
    })
  })
})

describe('against an almanac written out day by day', () => {
  // Every day from Monday 1 January 2024 on, by counting only: no Date, no arithmetic of shared/dates.ts.
  const almanac: { day: DateText; weekday: number }[] = []
  for (let year = 2024; year <= 2029; year += 1) {
    const february = year % 4 === 0 ? 29 : 28
    for (const [month, length] of [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= length; day += 1) {
        const two = (n: number) => String(n).padStart(2, '0')
        almanac.push({ day: `${year}-${two(month + 1)}-${two(day)}`, weekday: (almanac.length + 1) % 7 })
      }
    }
  }
  const anIndex = fc.integer({ min: 0, max: 1000 })
  const aHoliday = fc.record({
    day: fc.integer({ min: 0, max: 1300 }).map((index) => almanac[index]?.day ?? ''),
    kind: fc.constantFrom('nasional' as const, 'cuti_bersama' as const, 'daerah' as const),
    name: fc.constant('libur'),
  })
  const aCalendar = fc.record({
    holidays: fc.array(aHoliday, { maxLength: 120 }),
    cutiBersamaCounts: fc.boolean(),
    completeYears: fc.subarray([2024, 2025, 2026, 2027]),
  })
  const isFree = (day: DateText, { holidays, cutiBersamaCounts }: Calendar) =>
    holidays.some((each) => each.day === day && !(each.kind === 'cuti_bersama' && cutiBersamaCounts))

  test('the due day is the n-th of those that are neither weekend nor free', () => {
    fc.assert(
      fc.property(anIndex, fc.integer({ min: 1, max: 90 }), aCalendar, (index, days, kept) => {
        const after = almanac[index]?.day ?? ''
        const later = almanac.slice(index + 1)
        const working = later.filter(({ day, weekday }) => weekday % 7 !== 6 && weekday !== 0 && !isFree(day, kept))
        const expected = working[days - 1]?.day ?? ''
        const count = countWorkingDays({ after, days }, kept)
        expect(count.dueOn).toBe(expected)
        expect(workingDaysBetween(after, expected, kept)).toBe(days)
        expect(workingDaysBetween(expected, after, kept)).toBe(-days)
        const passed = later.filter(({ day }) => day <= expected).length
        expect(count.weekends + count.holidays.length + days).toBe(passed)
        expect(count.holidays.every(({ day }) => isFree(day, kept))).toBe(true)
        expect(isWorkingDay(count.dueOn, kept)).toBe(true)
      }),
    )
  })

  test('one more holiday inside never brings the due day forward, and a weekday one moves it', () => {
    fc.assert(
      fc.property(anIndex, aCalendar, fc.integer({ min: 1, max: 60 }), (index, kept, ahead) => {
        const after = almanac[index]?.day ?? ''
        const before = countWorkingDays({ after, days: 45 }, kept)
        const day = addDays(after, ahead)
        const added: Calendar = { ...kept, holidays: [...kept.holidays, { day, kind: 'daerah', name: 'baru' }] }
        const moved = countWorkingDays({ after, days: 45 }, added).dueOn
        const counts = isWorkingDay(day, kept) && day <= before.dueOn
        expect(moved > before.dueOn).toBe(counts)
      }),
    )
  })
})
