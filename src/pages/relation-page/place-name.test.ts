import { expect, test } from 'vitest'
import { placeName } from './place-name.ts'

const region = { name: 'Kota Bekasi', names: { ja: 'ブカシ市' } }

test('the region itself is named in the reader’s language, another place as the source writes it', () => {
  expect(placeName('ja', { words: 'Kota Bekasi', region })).toBe('ブカシ市')
  expect(placeName('id', { words: 'Kota Bekasi', region })).toBe('Kota Bekasi')
  expect(placeName('ja', { words: 'Kota Surabaya', region })).toBe('Kota Surabaya')
})
