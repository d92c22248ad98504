import { expect, test } from 'vitest'
import { blank, inputOf, listIn, mendOf } from './form-values.ts'

const units = [{ id: 'u1', name: 'Dinas Contoh' }]

test('a body named like a unit of ours is that unit; the partner’s never is; an empty row is none', () => {
  const bodies = JSON.stringify([
    { side: 'ours', name: 'Dinas Contoh', role: '' },
    { side: 'theirs', name: 'Dinas Contoh', role: 'Tuan rumah' },
    { side: 'ours', name: ' ', role: '' },
  ])
  expect(inputOf({ ...blank, bodies }, units).bodies).toEqual([
    { side: 'ours', unit: 'u1' },
    { side: 'theirs', name: 'Dinas Contoh', role: 'Tuan rumah' },
  ])
})

test('what nobody said is empty, and only what was changed is sent', () => {
  expect(inputOf(blank, units)).toMatchObject({
    direction: null,
    fromOn: null,
    ours: null,
    place: null,
    unit: null,
    titleJa: null,
  })
  expect(mendOf({ ...blank, ours: '1.200', fromOn: '2026--' }, { base: blank, units })).toEqual({
    ours: 1200,
    fromOn: '2026',
  })
})

test('a title in another language goes alone when it alone was typed', () => {
  expect(mendOf({ ...blank, titleJa: '研修' }, { base: blank, units })).toEqual({ titleJa: '研修' })
})

test('a draft that holds no list holds none', () => {
  expect(listIn('{')).toEqual([])
  expect(listIn('{"a":1}')).toEqual([])
})
