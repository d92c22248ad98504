import { expect, test } from 'vitest'
import { apiFailure } from '../ui/controls/call.ts'
import { readFault } from './page-fault.ts'

test('each refusal has its page', () => {
  expect(readFault(apiFailure('not_found')).kind).toBe('missing')
  expect(readFault(apiFailure('forbidden')).kind).toBe('forbidden')
  expect(readFault(apiFailure('unsigned')).kind).toBe('unsigned')
  expect(readFault(apiFailure('lost')).kind).toBe('offline')
})

test('a fault on the server’s side keeps its number', () => {
  expect(readFault(apiFailure('broken', { request: 'a1b2' }))).toEqual({ kind: 'broken', request: 'a1b2' })
})

test('a chunk that did not come is a matter of the line, a fault of ours is not', () => {
  expect(readFault(new TypeError('Failed to fetch dynamically imported module: /assets/x.js')).kind).toBe('offline')
  expect(readFault(new TypeError('x is undefined')).kind).toBe('broken')
})
