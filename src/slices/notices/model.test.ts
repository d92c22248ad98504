import { expect, test } from 'vitest'
import { putOffFault } from './model.ts'

test('a line comes back on a later day, within a year', () => {
  expect(putOffFault('2026-03-02', '2026-03-02')).toBe('wrong_order')
  expect(putOffFault('2026-03-01', '2026-03-02')).toBe('wrong_order')
  expect(putOffFault('2026-03-03', '2026-03-02')).toBeUndefined()
  expect(putOffFault('2027-03-03', '2026-03-02')).toBeUndefined()
  expect(putOffFault('2027-03-04', '2026-03-02')).toBe('wrong')
})
