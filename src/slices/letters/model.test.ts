import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blank, blanksOf, blocksOf, isEven, pairRows, whatMay, type SuratContent, type Version } from './model.ts'

const letter: SuratContent = {
  layout: 'surat',
  nature: 'Biasa',
  attachment: '',
  subject: `Hal ${blank('nama mitra')}`,
  addressee: 'Yth. Menteri',
  body: `Satu ${blank('tanggal')}\nDua ${blank('nama mitra')}`,
  office: 'Wali Kota',
  signatory: 'Nama',
  rank: '',
  copies: '',
  annexTitle: '',
  annex: '',
}

test('blanks are listed once, in reading order, those of the head last', () => {
  const head = { government: 'P', unit: blank('unit'), address: '', contact: '', place: 'T' }
  expect(blanksOf(letter)).toEqual(['nama mitra', 'tanggal'])
  expect(blanksOf(letter, head)).toEqual(['nama mitra', 'tanggal', 'unit'])
})

describe('blocks', () => {
  test('a line is a paragraph, or a numbered line as it was typed', () => {
    const body = 'Pembuka\n\n1. satu\n2) dua\n a. huruf\n2018 bukan butir\n1.5 juta'
    expect(blocksOf(body)).toEqual([
      { marker: undefined, text: 'Pembuka' },
      { marker: '1.', text: 'satu' },
      { marker: '2)', text: 'dua' },
      { marker: 'a.', text: 'huruf' },
      { marker: undefined, text: '2018 bukan butir' },
      { marker: undefined, text: '1.5 juta' },
    ])
  })

  test('nothing that is not blank is lost', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        const kept = blocksOf(body).map(({ marker = '', text }) => marker + text)
        const bare = (text: string) => text.replace(/\s/g, '')
        expect(bare(kept.join(''))).toBe(bare(body))
      }),
    )
  })
})

test('versions side by side: every paragraph once, what lacks is empty', () => {
  const version = (lang: Version['lang'], body: string): Version => ({ lang, title: '', body })
  const versions = [version('id', 'a\nb\nc'), version('en', 'x\n\ny')]
  expect(pairRows(versions)).toEqual([
    { left: 'a', right: 'x' },
    { left: 'b', right: 'y' },
    { left: 'c', right: '' },
  ])
  expect(isEven(versions)).toBe(false)
  expect(isEven([version('id', 'a\nb'), version('en', 'x\ny'), version('ja', '一\n二')])).toBe(true)
})

test('what may happen to a letter in each state', () => {
  expect(whatMay('draft')).toEqual({ mend: true, send: true, receive: false, cancel: true })
  expect(whatMay('sent')).toEqual({ mend: false, send: false, receive: true, cancel: true })
  expect(whatMay('sent', { received: true })).toEqual({ mend: false, send: false, receive: false, cancel: true })
  expect(whatMay('cancelled')).toEqual({ mend: false, send: false, receive: false, cancel: false })
})
