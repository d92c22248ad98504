import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { isWorkingDay, type Calendar } from '../procedures/model.ts'
import { addMonths, cadences, carriedTo, dayOff, isBefore, nextMeetingDay } from './plan-model.ts'

const calendar: Calendar = {
  holidays: [
    { day: '2027-01-01', kind: 'nasional', name: 'Tahun Baru' },
    { day: '2027-01-21', kind: 'cuti_bersama', name: 'Cuti' },
  ],
  cutiBersamaCounts: false,
  completeYears: [2027],
}

test('a month later is the same day, or the last day of a shorter month', () => {
  expect(addMonths('2026-10-21', 3)).toBe('2027-01-21')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29')
  expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
  expect(() => addMonths('2200-06-01', 12)).toThrow(RangeError)
})

test('the next meeting is proposed by the cadence, past today, and moved on where nobody works', () => {
  // A quarter after 21 October is a day of joint leave (Thursday), so Friday.
  const quarter = { last: '2026-10-21', cadence: 'triwulanan', on: '2026-11-21' } as const
  expect(nextMeetingDay(quarter, calendar)).toEqual({ day: '2027-01-22', wished: '2027-01-21' })
  // 1 January 2027 is a holiday on a Friday: Monday the 4th.
  expect(nextMeetingDay({ last: '2026-12-01', cadence: 'bulanan', on: '2026-12-01' }, calendar).day).toBe('2027-01-04')
  // A series that slept for years goes on from today, on its own day of the month.
  expect(nextMeetingDay({ last: '2020-03-17', cadence: 'bulanan', on: '2026-11-21' }, calendar).wished).toBe(
    '2026-12-17',
  )
  expect(nextMeetingDay({ last: '2026-10-21', cadence: undefined, on: '2026-11-21' }, calendar).wished).toBe(
    '2026-12-21',
  )
})

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2022-01-03', days))

test('whatever is proposed is a working day after the last meeting and after today', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.option(fc.constantFrom(...cadences), { nil: undefined }), (last, on, cadence) => {
      const { day, wished } = nextMeetingDay({ last, cadence, on }, calendar)
      expect(day > last && day > on && wished <= day).toBe(true)
      expect(isWorkingDay(day, calendar)).toBe(true)
    }),
  )
})

test('a day off says why', () => {
  expect(dayOff('2027-01-01', calendar)).toEqual({ weekend: false, names: ['Tahun Baru'] })
  expect(dayOff('2027-01-02', calendar)).toEqual({ weekend: true, names: [] })
  expect(dayOff('2027-01-04', calendar)).toBeUndefined()
  expect(dayOff('2027-01-21', { ...calendar, cutiBersamaCounts: true })).toBeUndefined()
})

const row = [
  { id: 'a', occurredOn: '2025-10-21' },
  { id: 'b', occurredOn: '2026-01-21' },
  { id: 'c', occurredOn: '2026-04-21' },
]
const from = (at: number, items: { meeting: string; closedOn?: string }[]) =>
  carriedTo(row[at] as (typeof row)[number], { row, items }).map(({ item, times }) => [item.meeting, times])

test('what is open goes from meeting to meeting; what was answered shows once more and is gone', () => {
  const open = [{ meeting: 'a' }]
  expect([from(0, open), from(1, open), from(2, open)]).toEqual([[], [['a', 1]], [['a', 2]]])
  // Answered at the second meeting, or between the first and the second: there it still stands, at the third no more.
  for (const closedOn of ['2026-01-21', '2025-12-01']) {
    const answered = [{ meeting: 'a', closedOn }]
    expect([from(1, answered), from(2, answered)]).toEqual([[['a', 1]], []])
  }
  // Answered after the second: the third still says so.
  expect(from(2, [{ meeting: 'a', closedOn: '2026-02-01' }])).toEqual([['a', 2]])
  // Answered on the day it was raised: nobody carries it.
  expect(from(1, [{ meeting: 'a', closedOn: '2025-10-21' }])).toEqual([])
})

test('of two meetings on one day the second still shows what was answered that day', () => {
  const day = ['a', 'b', 'c'].map((id) => ({ id, occurredOn: id === 'c' ? '2026-01-22' : '2026-01-21' }))
  const items = [{ meeting: 'a', closedOn: '2026-01-21' }]
  expect(day.map((one) => carriedTo(one, { row: day, items }).length)).toEqual([0, 1, 0])
})

// Few days, so that two meetings on one day and answers on the day of a meeting are drawn often.
const nearDay = fc.integer({ min: 0, max: 12 }).map((days) => addDays('2026-01-03', days))
const meetings = fc.uniqueArray(fc.record({ id: fc.uuid(), occurredOn: nearDay }), { minLength: 1, maxLength: 8, selector: ({ id }) => id }) // prettier-ignore

test('nothing is lost and nothing doubled: an open point shows at every later meeting and at no other', () => {
  fc.assert(
    fc.property(meetings, fc.nat(), fc.option(nearDay, { nil: undefined }), (all, pick, closedOn) => {
      const raised = all[pick % all.length] as (typeof all)[number]
      const item = { meeting: raised.id, closedOn }
      const sorted = all.toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
      const shows = sorted.map((one) => carriedTo(one, { row: all, items: [item] }).length)
      const at = sorted.findIndex(({ id }) => id === raised.id)
      expect(shows.every((n) => n <= 1)).toBe(true)
      expect(shows.slice(0, at + 1).every((n) => n === 0)).toBe(true)
      const later = shows.slice(at + 1)
      if (closedOn === undefined) expect(later.every((n) => n === 1)).toBe(true)
      // Once it is gone it does not come back.
      const gone = later.indexOf(0)
      if (gone >= 0) expect(later.slice(gone).every((n) => n === 0)).toBe(true)
      // It is never hidden while it was open on the day of a later meeting.
      for (const [index, one] of sorted.entries()) {
        if (index > at && closedOn !== undefined && closedOn >= one.occurredOn) expect(shows[index]).toBe(1)
      }
    }),
  )
})
