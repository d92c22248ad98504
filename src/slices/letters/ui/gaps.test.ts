import { expect, test } from 'vitest'
import { blank, type LetterContent } from '../model.ts'
import { countGaps, gapsOf } from './gaps.ts'

const content: LetterContent = {
  layout: 'surat',
  nature: 'Biasa',
  attachment: '',
  subject: `Hal ${blank('nama mitra')}`,
  addressee: 'Yth. Menteri',
  body: `Satu ${blank('tanggal')}\nDua ${blank('nama mitra')} dan ${blank('nama mitra')}`,
  office: 'Wali Kota',
  signatory: 'Nama',
  rank: '',
  copies: '',
  annexTitle: blank('judul'),
  annex: '',
}
const head = { government: 'P', unit: 'U', address: blank('alamat kantor'), contact: '', place: 'T' }
const said = (letter: Parameters<typeof gapsOf>[0]) =>
  gapsOf(letter, 'id').map(({ what, times, place }) => `${what} ${times} ${typeof place === 'string' ? place : place.path}`) // prettier-ignore

test('each gap of the sheet with the place where it is filled, and all of them counted', () => {
  const letter = { content, head, number: null, datedOn: null }
  expect(said(letter)).toEqual([
    'nama mitra 1 subject',
    'tanggal 1 body',
    'nama mitra 2 body',
    'alamat kantor 1 head',
    'nomor surat 1 sending',
    'tanggal surat 1 sending',
  ])
  expect(countGaps(gapsOf(letter, 'id'))).toBe(7)
  expect(said({ ...letter, number: '1', datedOn: '2026-01-02' })).toHaveLength(4)
  expect(said({ ...letter, content: { ...content, annex: 'Isi' } })).toContain('judul 1 annexTitle')
})

test('a text of cooperation has neither letterhead nor number', () => {
  const parties = { officeOurs: 'Wali Kota', nameOurs: 'Nama', officeTheirs: '', nameTheirs: blank('nama mitra') }
  const versions = [{ lang: 'id' as const, title: 'LoI', body: blank('tempat') }]
  const naskah: LetterContent = { layout: 'naskah', versions, ...parties }
  expect(said({ content: naskah, head, number: null, datedOn: null })).toEqual([
    'tempat 1 versions.0.body',
    'nama mitra 1 nameTheirs',
  ])
})
