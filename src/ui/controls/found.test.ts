import { expect, test } from 'vitest'
import { foundFor } from './found.ts'

const rows = [{ label: 'Konsulat Surabaya' }, { label: 'Konsulat Ōsaka' }]

test('while the answer is on its way only rows that hold the typed words stay', () => {
  expect(foundFor(rows, { typed: 'konsulat osa', isAnswered: false })).toEqual([{ label: 'Konsulat Ōsaka' }])
  expect(foundFor(rows, { typed: '', isAnswered: false })).toEqual(rows)
})

test('an answer stands as it is: it was found by names that the label lacks', () => {
  expect(foundFor(rows, { typed: '大阪', isAnswered: true })).toEqual(rows)
})
