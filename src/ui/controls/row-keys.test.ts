import { expect, test } from 'vitest'
import { nextRow } from './row-keys.ts'

test('arrows go row by row and stop at the ends', () => {
  expect(nextRow('ArrowDown', { here: 0, count: 3 })).toBe(1)
  expect(nextRow('ArrowDown', { here: 2, count: 3 })).toBe(2)
  expect(nextRow('ArrowUp', { here: 0, count: 3 })).toBe(0)
  expect(nextRow('End', { here: 0, count: 3 })).toBe(2)
  expect(nextRow('Home', { here: 2, count: 3 })).toBe(0)
})

test('other keys, and keys outside the rows, are left to the browser', () => {
  expect(nextRow('Enter', { here: 0, count: 3 })).toBeUndefined()
  expect(nextRow('ArrowDown', { here: -1, count: 3 })).toBeUndefined()
})
