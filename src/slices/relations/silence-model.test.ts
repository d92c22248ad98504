import { expect, test } from 'vitest'
import { milestoneOf } from './silence-model.ts'

test('a text that ends reaches its milestones from a year ahead to the day', () => {
  const ends = '2027-06-30'
  expect(milestoneOf(ends, '2026-06-29')).toBeUndefined()
  expect(milestoneOf(ends, '2026-06-30')).toBe(365)
  expect(milestoneOf(ends, '2026-10-03')).toBe(270)
  expect(milestoneOf(ends, '2026-10-02')).toBe(365)
  expect(milestoneOf(ends, '2027-06-23')).toBe(7)
  expect(milestoneOf(ends, '2027-06-30')).toBe(0)
  expect(milestoneOf(ends, '2027-07-01')).toBeUndefined()
})
