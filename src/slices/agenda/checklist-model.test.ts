import { expect, test } from 'vitest'
import { languages } from '../../shared/languages.ts'
import type { Calendar } from '../procedures/model.ts'
import { dayOfItem, isPassed, journeyOf, listKeys, listOf, ownLists } from './checklist-model.ts'
import { words } from './ui/plan/messages/words.gen.ts'

const calendar: Calendar = {
  holidays: [{ day: '2026-12-25', kind: 'nasional', name: 'Natal' }],
  cutiBersamaCounts: false,
  completeYears: [2026],
}

test('the day of an item is counted from the visit and moved to a working day, away from the visit', () => {
  const visitOn = '2026-12-15' // a Tuesday
  expect(dayOfItem({ days: -30, visitOn }, calendar)).toEqual({ day: '2026-11-13', counted: '2026-11-15' })
  expect(dayOfItem({ days: -7, visitOn }, calendar)).toEqual({ day: '2026-12-08' })
  expect(dayOfItem({ days: 0, visitOn: '2026-12-20' }, calendar)).toEqual({ day: '2026-12-20' })
  expect(dayOfItem({ days: 10, visitOn }, calendar)).toEqual({ day: '2026-12-28', counted: '2026-12-25' })
  expect(dayOfItem({ days: -7, visitOn: '2026-12' }, calendar)).toBeUndefined()
})

test('a region replaces, takes off and adds; the rest stays the product’s', () => {
  const { items, dropped } = listOf('masuk', [
    { id: '1', rev: 2, key: 'notulen', words: 'Risalah', days: 5, dropped: false },
    { id: '2', rev: 1, key: 'arsip', words: null, days: 30, dropped: true },
    { id: '3', rev: 1, key: null, words: 'Karangan bunga', days: -1, dropped: false },
  ])
  expect(items).toHaveLength(ownLists.masuk.length)
  expect(items.find(({ key }) => key === 'notulen')).toMatchObject({ words: 'Risalah', days: 5, rev: 2 })
  expect(items.find(({ key }) => key === 'penerjemah')).toMatchObject({ rev: 0, article: 'UU 24/2009 Ps 32' })
  expect(dropped.map(({ key }) => key)).toEqual(['arsip'])
  expect(items.map(({ days }) => days)).toEqual(items.map(({ days }) => days).toSorted((a, b) => a - b))
})

test('every item of the lists is known, and has words in four languages', () => {
  const used = [...ownLists.masuk, ...ownLists.keluar].map(({ key }) => key)
  expect(used.toSorted()).toEqual([...listKeys].toSorted())
  for (const language of languages) for (const key of used) expect(words[language].item[key].length).toBeGreaterThan(1)
  expect([journeyOf('kunjungan_keluar'), journeyOf('kunjungan_resmi'), journeyOf(undefined)]).toEqual([
    'keluar',
    'masuk',
    'masuk',
  ])
})

test('what is not done by its day has passed, from the next day on; what has no day never does', () => {
  expect(isPassed({ day: '2026-03-02' }, '2026-03-02')).toBe(false)
  expect(isPassed({ day: '2026-03-02' }, '2026-03-03')).toBe(true)
  expect(isPassed({ day: '2026-03-02', doneOn: '2026-03-03' }, '2026-03-04')).toBe(false)
  expect(isPassed({}, '2026-03-04')).toBe(false)
  expect(languages.map((language) => words[language].checklist.passed)).toEqual(['lewat', 'past its day', '期日を過ぎています', '기한이 지남']) // prettier-ignore
})
