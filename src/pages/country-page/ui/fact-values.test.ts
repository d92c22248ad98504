import { expect, test } from 'vitest'
import { numberTyped, statedIn, unitsOf, valuesOf } from './fact-values.ts'

test.each([
  ['', null],
  [' 3000 ', 3000],
  ['3.000', 3000],
  ['3,000,500', 3_000_500],
  ['3 000', 3000],
])('%s is read as %s', (typed, number) => {
  expect(numberTyped(typed)).toBe(number)
})

test.each(['3,5', '3.00', 'tiga', '-3', '1e3'])('%s is no whole number and goes on as it was typed', (typed) => {
  expect(numberTyped(typed)).toBe(typed)
})

test('a kind with one unit needs no choice; without a figure there is no unit', () => {
  const values = { ...valuesOf(undefined, { language: 'id' }), kind: 'residents', number: '12', unit: '' }
  expect(unitsOf(values)).toEqual(['people'])
  expect(statedIn(values)).toMatchObject({ number: 12, unit: 'people' })
  expect(statedIn({ ...values, number: '', moreThan: '1', unit: 'usd' })).toMatchObject({
    number: null,
    unit: null,
    moreThan: false,
  })
  expect(statedIn({ ...values, kind: 'investment' })).toMatchObject({ unit: null })
})
