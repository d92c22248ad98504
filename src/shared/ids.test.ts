import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isActId, isId, newId } from './ids.ts'

afterEach(() => {
  vi.useRealTimers()
})

function manyIds(count: number): string[] {
  return Array.from({ length: count }, newId)
}

function instantIn(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

describe('newId', () => {
  test('100,000 are act ids, all different and already sorted', () => {
    const ids = manyIds(100_000)
    expect(ids.every(isActId)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(ids)
  })
  test('stays sorted while the clock stands still and when it is set back', () => {
    const ahead = instantIn(newId()) + 60_000
    vi.useFakeTimers({ now: ahead })
    const before = manyIds(10_000)
    vi.setSystemTime(ahead - 30_000)
    const ids = [...before, ...manyIds(100)]
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(instantIn(ids.at(-1) ?? '') - ahead).toBeLessThan(10)
  })
  test('carries the instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (step) => {
        const now = instantIn(newId()) + step
        vi.useFakeTimers({ now })
        expect(instantIn(newId())).toBe(now)
      }),
    )
  })
  test('cannot be guessed from the one before', () => {
    const tails = manyIds(1000).map((id) => id.slice(20))
    expect(new Set(tails).size).toBe(tails.length)
  })
})

describe('isId', () => {
  test('takes every version, in lower case only', () => {
    fc.assert(fc.property(fc.uuid(), (id) => isId(id) && (/[a-f]/.test(id) ? !isId(id.toUpperCase()) : true)))
    expect(isId('00000000-0000-0000-0000-000000000001')).toBe(true)
  })
  test.each(['', 'x', '0197f3c0-0000-7000-8000-00000000000', '0197f3c0-0000-7000-8000-0000000000000', `${newId()}\n`])(
    'refuses %j',
    (text) => {
      expect(isId(text)).toBe(false)
      expect(isActId(text)).toBe(false)
    },
  )
})

test('isActId takes version 7 and nothing else', () => {
  fc.assert(fc.property(fc.uuid({ version: 7 }), (id) => isActId(id)))
  fc.assert(fc.property(fc.uuid({ version: [1, 2, 3, 4, 5, 6, 8] }), (id) => !isActId(id)))
  expect(isActId('0197f3c0-0000-7000-c000-000000000000')).toBe(false) // the variant of another family
})
