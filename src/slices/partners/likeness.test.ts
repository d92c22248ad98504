import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedFrom, isNeverSame, likeness, proposedFrom, type Likable } from './likeness.ts'

const of = (name: string, more: Partial<Likable> = {}): Likable => ({ name, ...more })
const like = (a: string, b: string) => likeness(of(a), of(b))

describe('is asked about', () => {
  test.each([
    ['Hanamatsu', 'Hamamatsu'],
    ['Kota Hanamatsu', 'Kota Hamamatsu'],
    ['PT Jababeka', 'Jababeka'],
    ['PT. Jababeka Infrastruktur', 'Jababeka Infrastruktur, PT'],
    ['Kab. Bekasi', 'Pemerintah Kabupaten Bekasi'],
    ['Ōsaka', 'Oosaka-shi'],
    ['Izumisano', 'Izumisanno'],
    ['Toyota Motor Corporation', 'toyota motor'],
    ['泉佐野市', '泉佐野'],
    ['Kedutaan Besar Jepang', 'Kedutaan Besar Jepnag'],
    ['Kota  Bandung', 'kota bandung'],
  ])('%s ~ %s', (a, b) => expect(like(a, b)).toBeGreaterThanOrEqual(askedFrom))

  test('a name in its own script and an alias count like the name itself', () => {
    const kept = of('Kota Izumisano', { nativeName: '泉佐野市', aliases: ['Izumi Sano'], country: 'JP' })
    expect(likeness(kept, of('泉佐野市'))).toBe(1)
    expect(likeness(kept, of('izumi sano', { country: 'JP' }))).toBe(1)
    expect(likeness(kept, of('Kota Izumisano', { names: { ko: '이즈미사노시' } }))).toBe(1)
  })
})

describe('is only proposed', () => {
  test.each([
    ['Jababeka', 'Jababeka Infrastruktur'],
    ['Kawasan Industri Jababeka', 'Jababeka'],
  ])('%s ~ %s', (a, b) => {
    expect(like(a, b)).toBeGreaterThanOrEqual(proposedFrom)
    expect(like(a, b)).toBeLessThan(askedFrom)
  })
})

describe('is never the same', () => {
  test.each([
    ['Kota Bekasi', 'Kabupaten Bekasi'],
    ['Kota Bekasi', 'Kab. Bekasi'],
    ['Bekasi City', 'Bekasi Regency'],
    ['Fukuoka-shi', 'Fukuoka-ken'],
    ['福岡市', '福岡県'],
    ['Kota Fukuoka', 'Prefektur Fukuoka'],
    ['광주시', '광주군'],
  ])('%s and %s', (a, b) => {
    expect(like(a, b)).toBe(0)
    expect(isNeverSame(of(a), of(b))).toBe(true)
  })

  test('two countries', () => {
    expect(
      likeness(of('Kedutaan Besar Jepang', { country: 'JP' }), of('Kedutaan Besar Jepang', { country: 'KR' })),
    ).toBe(0)
  })
})

test.each([
  ['Osaka', 'Nagoya'],
  ['Kota Hamamatsu', 'Kota Matsuyama'],
  ['Universitas Indonesia', 'Universitas Pasundan'],
  ['大阪市', '名古屋市'],
  ['Kadin', 'Kedin Jepang Selatan'],
  ['JICA', 'KOICA'],
])('%s is not proposed for %s', (a, b) => expect(like(a, b)).toBeLessThan(proposedFrom))

test('another kind makes it weaker: proposed, not asked', () => {
  const city = of('Jababeka', { kind: 'estate' })
  const found = likeness(city, of('PT Jababeka', { kind: 'company' }))
  expect(found).toBeGreaterThanOrEqual(proposedFrom)
  expect(found).toBeLessThan(askedFrom)
})

test('two letters are not held to be mistyped', () => expect(like('LG', 'LS')).toBe(0))

test('is symmetric, stays between 0 and 1, and every name is like itself', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('Kota Bekasi', 'Kab. Bekasi', '福岡市', 'PT A', 'Kota', '市', 'PT'),
  )
  fc.assert(
    fc.property(name, name, (a, b) => {
      const found = like(a, b)
      expect(found).toBe(like(b, a))
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found).toBeLessThanOrEqual(1)
      if (a.trim() !== '') expect(like(a, a)).toBe(1)
    }),
  )
})
