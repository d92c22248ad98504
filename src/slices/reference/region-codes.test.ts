import { expect, test } from 'vitest'
import { findCode, nearestCodes, proposeRegion, regionCodes, zoneOf } from './region-codes.ts'

test('the decree lists 38 provinces and 514 regencies and cities, each under its province', () => {
  const counted = Object.groupBy(regionCodes, ({ tier }) => tier)
  expect([counted.provinsi?.length, counted.kabupaten?.length, counted.kota?.length]).toEqual([38, 416, 98])
  const provinces = new Set(counted.provinsi?.map(({ code }) => code))
  for (const { code } of regionCodes) expect(provinces.has(code.slice(0, 2)), code).toBe(true)
})

test('each has an address of its own that the database takes, and a name', () => {
  const proposed = regionCodes.map(proposeRegion)
  expect(new Set(proposed.map(({ slug }) => slug)).size).toBe(552)
  for (const { slug, name } of proposed) {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(name).not.toMatch(/^$|undefined/)
  }
})

test.each([
  [
    '32.75',
    {
      name: 'Kota Bekasi',
      slug: 'kota-bekasi',
      zone: 'WIB',
      names: { en: 'Bekasi City', ja: 'Bekasi市', ko: 'Bekasi시' },
    },
  ],
  [
    '32.16',
    {
      name: 'Kab. Bekasi',
      slug: 'kab-bekasi',
      zone: 'WIB',
      names: { en: 'Bekasi Regency', ja: 'Bekasi県', ko: 'Bekasi군' },
    },
  ],
  ['32', { name: 'Provinsi Jawa Barat', slug: 'jawa-barat', zone: 'WIB' }],
  ['34', { name: 'Daerah Istimewa Yogyakarta', slug: 'daerah-istimewa-yogyakarta', zone: 'WIB' }],
  ['51.71', { name: 'Kota Denpasar', zone: 'WITA' }],
  ['91.71', { name: 'Kota Jayapura', zone: 'WIT' }],
])('%s is proposed from the list', (code, wanted) => {
  const found = findCode(code)
  expect(found && proposeRegion(found)).toMatchObject(wanted)
})

test('a zone belongs to each province', () => {
  const of = (zone: string) =>
    regionCodes.filter(({ code, tier }) => tier === 'provinsi' && zoneOf(code) === zone).length
  expect([of('WIB'), of('WITA'), of('WIT')]).toEqual([18, 12, 8])
})

test('what is no code leads to the nearest, by digits or by name', () => {
  expect(findCode(' 3275 ')?.code).toBe('32.75')
  expect(findCode('32.99')).toBeUndefined()
  expect(nearestCodes('32.99').map(({ code }) => code)).toContain('32.79')
  expect(nearestCodes('2375').map(({ code }) => code)).toContain('32.75')
  expect(nearestCodes('bekasi').map(({ name }) => name)).toEqual(['Kabupaten Bekasi', 'Kota Bekasi'])
  expect(nearestCodes('??')).toEqual([])
})
