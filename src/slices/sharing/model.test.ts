import { describe, expect, test } from 'vitest'
import { answerStates, languageOfCountry, maySettle, orderParts, partIds, reasonFault, zoneOfCountry } from './model.ts'

describe('the parts of a page', () => {
  test('stand in the page’s own order, each once, whatever was asked', () => {
    expect(orderParts(['naskah', 'kerja_sama', 'naskah', 'tugas'])).toEqual(['kerja_sama', 'naskah'])
    expect(orderParts(partIds.toReversed())).toEqual(partIds)
    expect(orderParts([])).toEqual([])
  })
})

describe('an answer', () => {
  test('is settled once', () => {
    expect(answerStates.filter(maySettle)).toEqual(['baru'])
  })

  test('that is not used wants a reason, and only that', () => {
    expect(reasonFault({ state: 'tidak_dipakai', reason: '' })).toBe('required')
    expect(reasonFault({ state: 'tidak_dipakai', reason: 'x' })).toBeUndefined()
    expect(reasonFault({ state: 'dicatat', reason: '' })).toBeUndefined()
  })
})

test.each([
  ['JP', 'ja', 'JST'],
  ['KR', 'ko', 'KST'],
  ['ID', 'id', undefined],
  ['DE', 'en', undefined],
  [null, 'id', undefined],
] as const)(
  'a partner in %s is written to in %s, beside its own clock where we can tell it',
  (country, language, zone) => {
    expect([languageOfCountry(country), zoneOfCountry(country)]).toEqual([language, zone])
  },
)
