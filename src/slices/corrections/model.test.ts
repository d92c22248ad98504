import { expect, test } from 'vitest'
import { readReceipt } from './model.ts'

test('a receipt is read as people type it', () => {
  expect(readReceipt(' 7k2m 9qxw')).toBe('7K2M-9QXW')
  expect(readReceipt('7K2M-9QXW')).toBe('7K2M-9QXW')
  expect(readReceipt('7K2M-9QX')).toBeUndefined()
  expect(readReceipt("' or 1=1 --")).toBeUndefined()
})
