import { expect, test } from 'vitest'
import { citedRules } from './cited-rules.ts'

test('the circular of 1993 is known by its number, however its kind is written, and once', () => {
  const cited = 'Menyebut Surat Edaran Kementerian Dalam Negeri Nomor 193/1652/PUOD tanggal 26 April 1993.'
  const [rule, ...others] = citedRules([cited, 'SE 193/1652/PUOD lagi'])
  expect(others).toEqual([])
  expect(rule).toMatchObject({ law: 'SE 193/1652/PUOD', issuedOn: '1993-04-26' })
  expect(rule?.replacedBy.map(({ law }) => law)).toEqual(['PP 28/2018', 'Permendagri 25/2020'])
})

test('another number, and what governs today, is no superseded rule', () => {
  expect(citedRules(['Menurut PP 28/2018 Ps 24.', 'SE 193/1653/PUOD', ''])).toEqual([])
})
