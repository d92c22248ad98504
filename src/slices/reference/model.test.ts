import { describe, expect, it } from 'vitest'
import type { Language } from '../../shared/languages.ts'
import {
  countryName,
  holderOn,
  isOffice,
  isSector,
  officeAt,
  officeIds,
  officesFor,
  type OfficeId,
  type Official,
} from './model.ts'

describe('an office and whose it is', () => {
  it.each<[Language, OfficeId, string, string]>([
    ['id', 'wali_kota', 'Kota Bekasi', 'Wali Kota Bekasi'],
    ['id', 'wakil_wali_kota', 'Kota Izumisano', 'Wakil Wali Kota Izumisano'],
    ['id', 'bupati', 'Kab. Bekasi', 'Bupati Bekasi'],
    ['id', 'wakil_bupati', 'Kab. Bekasi', 'Wakil Bupati Bekasi'],
    ['en', 'wakil_gubernur', 'Jawa Barat', 'Vice Governor of Jawa Barat'],
    ['ja', 'wakil_bupati', 'ブカシ県', 'ブカシ県副県知事'],
    ['ko', 'wakil_bupati', '브카시군', '브카시군 부군수'],
    ['id', 'duta_besar', 'Jepang', 'Duta Besar Jepang'],
    ['en', 'wali_kota', 'Bekasi City', 'Mayor of Bekasi City'],
    ['ja', 'wali_kota', 'ブカシ市', 'ブカシ市長'],
    ['ja', 'wakil_wali_kota', '泉佐野市', '泉佐野市副市長'],
    ['ko', 'wali_kota', '브카시시', '브카시시 시장'],
    ['id', 'wali_kota', '', 'Wali Kota'],
  ])('%s %s of %s', (language, office, place, said) => {
    expect(officeAt(language, { office, place })).toBe(said)
  })
})

it.each([
  ['provinsi', ['gubernur', 'wakil_gubernur']],
  ['kabupaten', ['bupati', 'wakil_bupati']],
  ['kota', ['wali_kota', 'wakil_wali_kota']],
] as const)('a %s finds its own offices first, and every office once', (tier, first) => {
  const offices = officesFor(tier)
  expect(offices.slice(0, 2)).toEqual(first)
  expect(offices.toSorted()).toEqual([...officeIds].toSorted())
})

describe('who held an office on a day', () => {
  const official = (name: string, more: Partial<Official>): Official => ({
    id: name,
    name,
    office: 'bupati',
    capacity: 'definitif',
    fromOn: undefined,
    toOn: undefined,
    seenOn: '2024-01-01',
    ...more,
  })
  const term = official('term', { fromOn: '2020-01-01', toOn: '2022-12-31', seenOn: '2021-05-01' })
  const seen = official('seen', { seenOn: '2023-06-01', capacity: 'pj' })
  const later = official('later', { seenOn: '2025-10-21' })
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'term'],
    ['2022-12-31', 'term'],
    ['2024-06-28', 'seen'],
    ['2026-01-01', 'later'],
  ])('%s', (on, name) => {
    expect(holderOn([later, seen, term], 'bupati', on)?.name).toBe(name)
    expect(holderOn([later, seen, term], 'wali_kota', on)).toBeUndefined()
  })
})

describe('a term known to the year or month', () => {
  const term = (fromOn: string, toOn: string): Official[] => [
    { id: 'x', name: 'term', office: 'bupati', capacity: 'pj', fromOn, toOn, seenOn: '2030' },
  ]
  it.each([
    ['2022', '2023', '2023-12-31', 'term'],
    ['2022', '2023', '2024-01-01', undefined],
    ['2023-05', '2023', '2023-05-01', 'term'],
    ['2023-05', '2023', '2023-04-30', undefined],
    ['2022', '2023-02', '2023-02-28', 'term'],
    ['2022', '2023-02', '2023-03-01', undefined],
    ['2022', '2023-02', '2022-01-01', 'term'],
  ])('%s to %s holds on %s: %s', (fromOn, toOn, on, name) => {
    expect(holderOn(term(fromOn, toOn), 'bupati', on)?.name).toBe(name)
  })
  it('counts a day of sight from its first day', () => {
    const seen: Official[] = [
      { id: 'a', name: 'year', office: 'bupati', capacity: 'pj', fromOn: undefined, toOn: undefined, seenOn: '2024' },
      {
        id: 'b',
        name: 'day',
        office: 'bupati',
        capacity: 'pj',
        fromOn: undefined,
        toOn: undefined,
        seenOn: '2023-12-31',
      },
    ]
    expect(holderOn(seen, 'bupati', '2024-01-01')?.name).toBe('year')
    expect(holderOn(seen, 'bupati', '2023-12-31')?.name).toBe('day')
  })
})

describe('the catalogues', () => {
  it('know their own ids and no inherited ones', () => {
    expect(isSector('pengelolaan_sampah')).toBe(true)
    expect(isSector('constructor')).toBe(false)
    expect(isOffice('toString')).toBe(false)
    expect(countryName('ja', 'JP')).toBe('日本')
    expect(countryName('id', 'ZZ')).toBe('ZZ')
  })
})
