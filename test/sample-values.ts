import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'

/** A day of its own each time, for what a day may hold once. */
let days = 0
export const aDay = () => addDays('2060-01-01', days++)
export const aLetter = {
  layout: 'surat',
  nature: 'Biasa',
  attachment: '-',
  subject: 'Hal',
  addressee: 'Yth. Menteri',
  body: 'Isi',
  office: 'Wali Kota',
  signatory: 'Nama',
  rank: '',
  copies: '',
  annexTitle: '',
  annex: '',
}
export const aMail = {
  kind: 'lain',
  correspondent: 'Pengirim',
  passedOn: '2025-08-01',
  channel: 'post',
  subject: 'Hal',
}
/** One of the countries of which every furnished region knows something, never the same twice in a row. */
let asked = 0
export const aKnownCountry = () => (asked++ % 2 === 0 ? 'JP' : 'KR')
/** A word of letters only. */
export const aWord = () =>
  [...newId().replaceAll('-', '')].map((digit) => 'abcdefghijklmnop'.at(Number.parseInt(digit, 16))).join('')
/** A year whose days off the region has. */
let years = 0
export const aYear = () => 2024 + (years++ % 4)
