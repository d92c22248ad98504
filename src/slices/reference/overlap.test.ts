import { expect, test } from 'vitest'
import { affairName, findOverlap, type Term } from './model.ts'

const term = (fromOn: string | undefined, toOn?: string): Term => ({ office: 'bupati', fromOn, toOn })

test.each([
  ['2018-09', '2023-09', '2023-09', undefined, false],
  ['2018-09', '2023-09', '2023-08', undefined, true],
  ['2018', undefined, '2023', '2024', true],
  ['2018', '2020', '2020-06-01', '2021', false],
  ['2018', '2020-12-31', '2020-06-01', '2021', true],
  ['2024', undefined, '2020', '2024', false],
  ['2024', undefined, '2020', '2025', true],
  [undefined, '2020', '2019', undefined, false],
] as const)('%s to %s beside %s to %s overlaps: %s', (fromOn, toOn, from, to, overlaps) => {
  const known = term(fromOn, toOn)
  expect(findOverlap([known], term(from, to)) === known).toBe(overlaps)
  expect(
    findOverlap([{ ...known, office: 'kepala_dinas' }], { ...term(from, to), office: 'kepala_dinas' }),
  ).toBeUndefined()
})

test('an affair is named in the reader’s language until the region names it anew', () => {
  expect(affairName('ja', { code: 'pendidikan', name: 'Pendidikan' })).toBe('教育')
  expect(affairName('ja', { code: 'pendidikan', name: 'Pendidikan dasar' })).toBe('Pendidikan dasar')
  expect(affairName('en', { code: 'toString', name: 'Urusan lain' })).toBe('Urusan lain')
})
