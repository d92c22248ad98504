import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPartialDate } from '../../shared/dates.ts'
import { dateTyped, joinDate, splitDate } from './partial-date.ts'

test.each([
  [{ day: '', month: '', year: '' }, undefined],
  [{ day: '', month: '', year: '2023' }, '2023'],
  [{ day: '', month: '7', year: '2023' }, '2023-07'],
  [{ day: '4', month: '07', year: '2023' }, '2023-07-04'],
])('%o is %s', (parts, date) => {
  expect(dateTyped(joinDate(parts))).toBe(date)
})

test.each([
  { day: '4', month: '', year: '2023' },
  { day: '4', month: '7', year: '' },
  { day: '4', month: '7', year: '23' },
  { day: 'x', month: '7', year: '2023' },
])('%o is no date', (parts) => {
  expect(isPartialDate(dateTyped(joinDate(parts)) ?? '2023')).toBe(false)
})

test('an input shows exactly what was typed into it', () => {
  const part = fc.constantFrom('', '0', '07', '7', 'x', '2025')
  fc.assert(
    fc.property(part, part, part, (day, month, year) => {
      expect(splitDate(joinDate({ day, month, year }))).toEqual({ day, month, year })
    }),
  )
})

test('a date of the record fills the inputs and comes back as it was', () => {
  for (const date of ['2025-07-24', '2025-07', '2025']) {
    expect(dateTyped(joinDate(splitDate(date)))).toBe(date)
    expect(dateTyped(date)).toBe(date)
  }
})
