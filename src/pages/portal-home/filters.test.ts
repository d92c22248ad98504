import { expect, test } from 'vitest'
import { readFilters, sumUp } from './filters.ts'

const counts = [
  { status: 'in_force', country: 'JP', n: 3 },
  { status: 'in_force', country: 'KR', n: 1 },
  { status: 'exploring', country: 'JP', n: 2 },
  { status: null, country: null, n: 4 },
] as const

test('what is no status or no country is not asked for', () => {
  expect(readFilters({})).toEqual({ status: undefined, country: undefined })
  expect(readFilters({ keadaan: 'in_force', negara: 'JP' })).toEqual({ status: 'in_force', country: 'JP' })
  expect(readFilters({ keadaan: "in_force' or 1=1", negara: 'jp<b>' })).toEqual({
    status: undefined,
    country: undefined,
  })
})

test('the choices carry their numbers, the largest first; both filters together leave what holds both', () => {
  expect(sumUp(counts, { status: undefined, country: undefined })).toEqual({
    all: 10,
    left: 10,
    statuses: [
      { key: 'in_force', n: 4 },
      { key: 'exploring', n: 2 },
    ],
    countries: [
      { key: 'JP', n: 5 },
      { key: 'KR', n: 1 },
    ],
  })
  expect(sumUp(counts, { status: 'in_force', country: 'JP' }).left).toBe(3)
  expect(sumUp(counts, { status: 'ended', country: undefined }).left).toBe(0)
})
