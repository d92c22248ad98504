import { expect, test } from 'vitest'
import { readHolidayTable } from './holiday-table.ts'

test.each([
  ['2027-03-10;Idulfitri', '2027-03-10 nasional Idulfitri'],
  ['10/3/2027\tnasional\tIdulfitri', '2027-03-10 nasional Idulfitri'],
  ['10 Maret; Idulfitri; cuti bersama', '2027-03-10 cuti_bersama Idulfitri'],
  ['Rabu, 10 Maret 2027;Libur daerah;Hari jadi', '2027-03-10 daerah Hari jadi'],
  ['2027-03-11,Cuti bersama Idulfitri', '2027-03-11 cuti_bersama Cuti bersama Idulfitri'],
  [
    '"2027-12-25","Kelahiran Yesus Kristus (Natal)","libur_nasional"',
    '2027-12-25 nasional Kelahiran Yesus Kristus (Natal)',
  ],
])('%s', (line, read) => {
  const { rows, unread } = readHolidayTable(line, 2027)
  expect(rows.map(({ day, kind, name }) => `${day} ${kind} ${name}`)).toEqual([read])
  expect(unread).toEqual([])
})

test('tells the lines it could not read, and passes over empty ones', () => {
  const text =
    'Tanggal;Nama\n2027-01-01;Tahun baru\n\n2027-02-30;Bukan hari\n2026-01-01;Tahun lain\n2027-05-01;\n5 Mart;Salah'
  const { rows, unread } = readHolidayTable(text, 2027)
  expect(rows).toHaveLength(1)
  expect(unread).toEqual([1, 4, 5, 6, 7])
})
