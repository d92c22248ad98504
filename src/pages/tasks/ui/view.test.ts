import { expect, test } from 'vitest'
import { originOf } from './view.ts'

test('a task that came from a letter leads to the letter’s record, one of a cooperation to the cooperation', () => {
  const letter = { id: 'm1', name: 'Surat, agenda 12/2026' } as never
  expect(originOf({ letter } as never, 'ja')).toEqual({
    name: 'Surat, agenda 12/2026',
    lang: 'id',
    to: '/surat/catatan/m1',
  })
  const relation = { id: 'r', slug: 'kota-contoh', name: 'Kota Contoh', names: { ja: '見本市' } } as never
  expect(originOf({ relation, letter } as never, 'ja')).toEqual({
    name: '見本市',
    lang: 'ja',
    to: '/kerja-sama/kota-contoh',
  })
  expect(originOf({} as never, 'id')).toBeUndefined()
})
