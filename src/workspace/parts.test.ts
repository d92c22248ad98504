import { expect, test } from 'vitest'
import { partsAt } from './parts.ts'

test('a tab of a record is made of the record and the tab', () => {
  expect(partsAt('/kerja/kerja-sama/kota-bekasi-izumisano/orang')).toEqual(['relation', 'people'])
  expect(partsAt('/kerja/kerja-sama/kota-bekasi-izumisano')).toEqual(['relation', 'summary'])
})

test('nothing is fetched for an address that no page has', () => {
  expect(partsAt('/kerja')).toEqual(['today'])
  expect(partsAt('/kerja/kerja-sama')).toEqual(['list'])
  expect(partsAt('/kerja/tidak-ada')).toEqual([])
})
