import { expect, test } from 'vitest'
import { conflictRows } from './changes.ts'

const at = '2026-11-21T02:12:00Z'

test('stands both values side by side, with who and when', () => {
  const changes = [{ field: 'purpose', was: null, now: 'Belajar', by: 'Petugas Kota Bekasi', at }]
  expect(conflictRows(changes, { language: 'id', mine: { purpose: 'Melihat' } })).toEqual([
    {
      label: 'Maksud',
      mine: 'Melihat',
      theirs: 'Belajar',
      by: 'Petugas Kota Bekasi',
      at: '21 November 2026, 09.12 WIB',
    },
  ])
})

test('sector and own name are one value: the one that says something', () => {
  const sector = { field: 'sector', was: 'pendidikan', now: null, by: undefined, at }
  const name = { field: 'name', was: null, now: 'Sampah kota', by: undefined, at }
  for (const changes of [
    [sector, name],
    [name, sector],
  ]) {
    const rows = conflictRows(changes, { language: 'id', mine: { name: 'Pariwisata' } })
    expect(rows.map(({ mine, theirs }) => [mine, theirs])).toEqual([['Pariwisata', 'Sampah kota']])
  }
})

test('catalogue values are written in the reader’s language', () => {
  const changes = [{ field: 'standing', was: 'ditawarkan', now: 'diterima', by: undefined, at }]
  expect(conflictRows(changes, { language: 'ja', mine: { standing: '' } })[0]?.theirs).not.toBe('diterima')
})
