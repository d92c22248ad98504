import { expect, test } from 'vitest'
import { agenciesLike, kindOfBody, nameTyped } from './body-proposals.ts'

test('the name is what stands before the address', () => {
  expect(nameTyped('"Bagian Uji" <bagian@contoh.invalid>')).toBe('Bagian Uji')
  expect(nameTyped('bagian@contoh.invalid')).toBe('')
})

test('an agency is found by words of its name or short name, in any case', () => {
  const units = [
    { name: 'Dinas Lingkungan Uji', shortName: 'DLU' },
    { name: 'Dinas Kesehatan Uji', shortName: null },
  ]
  expect(agenciesLike('dlu', units)).toEqual([units[0]])
  expect(agenciesLike('uji DINAS kesehatan', units)).toEqual([units[1]])
  expect(agenciesLike('dinas tiada', units)).toEqual([])
  expect(agenciesLike('', units)).toEqual([])
})

test('the kind follows the body until somebody chose one', () => {
  expect([kindOfBody('lain', 'embassy'), kindOfBody('lain', 'unit'), kindOfBody('lain', 'city')]).toEqual(['kedutaan', 'perangkat_daerah', 'mitra']) // prettier-ignore
  expect(kindOfBody('gubernur', 'unit')).toBe('gubernur')
})
