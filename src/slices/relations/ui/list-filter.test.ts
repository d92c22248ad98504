import { expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import { chipsOf, chipWord } from './chips.ts'
import { addressFor, isFiltered, soughtIn } from './list-filter.ts'

test('an address is read and written the same; what is unknown in it is left out', () => {
  const written = 'q=浜松&keadaan=in_force&negara=JP&jenis=company&terbit=no&diam=yes&proses=with'
  const sought = soughtIn(new URLSearchParams(written))
  expect(sought).toEqual({
    q: '浜松',
    status: 'in_force',
    country: 'JP',
    kind: 'company',
    published: 'no',
    silent: 'yes',
    process: 'with',
  })
  expect(soughtIn(new URLSearchParams(addressFor(sought)))).toEqual(sought)
  expect(soughtIn(new URLSearchParams('keadaan=lama&negara=japan&diam=1&x=y'))).toEqual({})
  expect([isFiltered({ q: 'a' }), isFiltered({ silent: 'yes' })]).toEqual([false, true])
})

test('chips: statuses in their order, others by number; a chosen one stays also without rows', () => {
  const status = chipsOf('id', 'status', { counts: { none: 1, exploring: 3, in_force: 2 }, chosen: 'ended' })
  expect(status.map(({ value, n }) => [value, n])).toEqual([
    ['none', 1],
    ['exploring', 3],
    ['in_force', 2],
    ['ended', 0],
  ])
  const country = chipsOf('ja', 'country', { counts: { KR: 1, JP: 4, ZZ: 4 }, chosen: undefined })
  expect(country.map(({ label }) => label)).toEqual(['ZZ', '日本', '韓国'])
})

test('every status has a word in every language', () => {
  for (const language of languages) {
    for (const status of ['none', 'exploring', 'in_process', 'signed_incomplete', 'in_force', 'ending_soon', 'ended']) {
      expect(chipWord(language, 'status', status)).not.toBe(status)
    }
  }
})
