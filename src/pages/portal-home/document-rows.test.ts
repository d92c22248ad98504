import { describe, expect, test } from 'vitest'
import { languages } from '../../shared/languages.ts'
import { termSentence } from './document-rows.tsx'

const on = '2026-11-21'
const text = { kind: 'mou', beginsOn: null, isOpenEnded: false, lastDay: null, terminatedOn: null } as const
const say = (more: Partial<Parameters<typeof termSentence>[0]>, language: 'id' | 'en' = 'id') =>
  termSentence({ ...text, ...more }, { language, on })

describe('what the term of a text means on a day', () => {
  test.each([
    ['ended by somebody', { terminatedOn: '2026-11-21', lastDay: '2030-01-01' }, 'Diakhiri pada 21 November 2026.'],
    ['not ended yet', { terminatedOn: '2026-11-22', lastDay: '2030-01-01' }, 'Jangka waktunya sampai 1 Januari 2030.'],
    ['still to begin', { beginsOn: '2027', lastDay: '2030-01-01' }, 'Mulai berlaku 2027.'],
    ['without end', { isOpenEnded: true }, 'Jangka waktunya tidak dibatasi.'],
    ['not said', {}, 'Jangka waktunya tidak disebut.'],
    ['yesterday', { lastDay: '2026-11-20' }, 'Jangka waktunya habis pada 20 November 2026.'],
    ['today', { lastDay: '2026-11-21' }, 'Hari ini hari terakhir jangka waktunya.'],
    ['tomorrow', { lastDay: '2026-11-22' }, 'Jangka waktunya sampai 22 November 2026, 1 hari lagi.'],
    ['a year', { lastDay: '2027-11-21' }, 'Jangka waktunya sampai 21 November 2027, 365 hari lagi.'],
    ['a year and a day', { lastDay: '2027-11-22' }, 'Jangka waktunya sampai 22 November 2027.'],
    ['a month only', { lastDay: '2026-10' }, 'Jangka waktunya habis pada Oktober 2026.'],
  ])('%s', (_, more, expected) => {
    expect(say(more)).toBe(expected)
  })

  test('a letter of intent and a plan have no term of their own, so none is missed', () => {
    expect([say({ kind: 'loi' }), say({ kind: 'rencana' }), say({ kind: 'addendum' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('one day is one day in English, and no language repeats another', () => {
    expect(say({ lastDay: '2026-11-22' }, 'en')).toBe('Its term runs until 22 November 2026, one more day.')
    const told = languages.map((language) => termSentence({ ...text, isOpenEnded: true }, { language, on }))
    expect(new Set(told).size).toBe(4)
  })
})
