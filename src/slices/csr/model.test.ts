import { describe, expect, test } from 'vitest'
import { isSameParty, misfitsOf, realisedOf, rupiahOf, sumsOf } from './model.ts'

describe('an amount as it is typed', () => {
  test.each([
    ['Rp 12.500.000', 12_500_000],
    ['IDR 12,500,000', 12_500_000],
    ['12500000', 12_500_000],
    ['Rp. 1 000 000,00', 1_000_000],
  ])('%s', (typed, amount) => expect(rupiahOf(typed)).toBe(amount))

  test('is nothing only where nothing is typed; else it is refused and never read as empty', () => {
    expect(rupiahOf('  ')).toBeUndefined()
    for (const typed of ['20 juta', '-5', '1,5', '1.5', 'sejuta', '1e9', '9'.repeat(16)])
      expect(rupiahOf(typed)).toBe(0)
  })
})

test('parties are one however they are written, and signs alone make nobody the same', () => {
  expect(isSameParty('PT Satu Tangan', 'PT. SATU  TANGAN')).toBe(true)
  expect(isSameParty('三村役場', '株式会社一')).toBe(false)
  expect(isSameParty('—', '…')).toBe(false)
})

test('a misfit is field, place or time; places are compared without their kind', () => {
  const need = { field: 'usaha', village: 'Desa Karang', district: 'Utara' } as const
  const offer = { fields: ['usaha'], places: ['karang'], untilOn: '2026-01-01' }
  expect(misfitsOf(need, offer, '2025-12-31')).toEqual([])
  expect(misfitsOf(need, { ...offer, fields: ['kesehatan'], places: ['Selatan'] }, '2026-01-02')).toEqual([
    'field',
    'place',
    'late',
  ])
})

test('the rate counts what a village confirmed and a file shows, never what is only told', () => {
  const reports = [
    { standing: 'dikonfirmasi', value: 40, evidence: 1 },
    { standing: 'dikonfirmasi', value: 30, evidence: 0 },
    { standing: 'dibantah', value: 20, evidence: 2 },
  ] as const
  const all = realisedOf([
    { committed: 100, reports },
    { committed: undefined, reports: [] },
  ])
  expect(all).toEqual({ committed: 100, matches: 1, inKind: 1, confirmed: 40, told: 30, percent: 40, covered: 1 })
  expect(sumsOf(reports)).toEqual({ confirmed: 40, told: 30, disputed: 20 })
  expect(realisedOf([]).percent).toBeUndefined()
})
