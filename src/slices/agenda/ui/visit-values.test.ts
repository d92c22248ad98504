import { expect, test } from 'vitest'
import { blankVisit, mendOf, visitOf, type VisitValues } from './visit-values.ts'

const { who: _, relation: __, ...blank } = blankVisit
const base: VisitValues = { ...blank, occurredOn: '2025-07-24', place: 'Pendopo', about: 'Kunjungan', kind: 'audiensi' }

test('what is empty is left out of a new activity, so that the server names it', () => {
  expect(visitOf(blankVisit)).toEqual({})
  const four = { who: 'Tamu', occurredOn: '2025-7-4', place: 'Aula', about: 'Rapat' }
  expect(visitOf({ ...blankVisit, ...four })).toEqual({ ...four, occurredOn: '2025-07-04' })
})

test('a relation that was chosen goes instead of the words in the field', () => {
  expect(visitOf({ ...blankVisit, who: 'Kota Izumisano', relation: 'r' })).toEqual({ relations: ['r'] })
})

test('only what was changed is mended; what was emptied is null, but a day and a subject cannot be', () => {
  expect(mendOf(base, base)).toEqual({})
  expect(mendOf({ ...base, occurredOn: '2025-7-24', place: ' Pendopo ' }, base)).toEqual({})
  expect(mendOf({ ...base, kind: '', note: 'Isi' }, base)).toEqual({ kind: null, note: 'Isi' })
  expect(mendOf({ ...base, occurredOn: '', about: '' }, base)).toEqual({ occurredOn: '', about: '' })
})
