import { expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

test('the tabs of a record are one page, two records are two', () => {
  expect(pageOf('/kerja-sama/izumisano/bidang')).toBe(pageOf('/kerja-sama/izumisano'))
  expect(pageOf('/kerja-sama/izumisano')).not.toBe(pageOf('/kerja-sama/ansan'))
  expect(pageOf('/kerja-sama/')).toBe('/kerja-sama')
  expect(pageOf('/')).toBe('/')
})
