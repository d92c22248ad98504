import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDateRange,
  formatList,
  formatNumber,
  formatTime,
  numberWord,
  withKoreanAnd,
} from './format.ts'
import { languages } from './languages.ts'

const inAll = <T>(write: (lang: (typeof languages)[number]) => T) => languages.map(write)

describe('formatDate', () => {
  test('a whole date', () => {
    expect(inAll((lang) => formatDate('2025-07-24', lang))).toEqual([
      '24 Juli 2025',
      '24 July 2025',
      '2025年7月24日',
      '2025년 7월 24일',
    ])
  })
  test('with its weekday', () => {
    expect(inAll((lang) => formatDate('2025-07-24', lang, { weekday: true }))).toEqual([
      'Kamis, 24 Juli 2025',
      'Thursday, 24 July 2025',
      '2025年7月24日（木）',
      '2025년 7월 24일 (목)',
    ])
    expect(formatDate('2024-06-28', 'id', { weekday: true })).toBe('Jumat, 28 Juni 2024')
    expect(formatDate('2026-11-21', 'ja', { weekday: true })).toBe('2026年11月21日（土）')
    expect(formatDate('2026-11-22', 'ko', { weekday: true })).toBe('2026년 11월 22일 (일)')
  })
  test('short', () => {
    expect(inAll((lang) => formatDate('2025-08-05', lang, { short: true }))).toEqual([
      '5 Agu 2025',
      '5 Aug 2025',
      '2025年8月5日',
      '2025년 8월 5일',
    ])
    expect(formatDate('2025-07-24', 'id', { weekday: true, short: true })).toBe('Kam, 24 Jul 2025')
    expect(formatDate('2025-05', 'id', { short: true })).toBe('Mei 2025')
  })
  test('a month or a year says no more than the source, weekday or not', () => {
    for (const weekday of [true, false]) {
      expect(inAll((lang) => formatDate('2023-07', lang, { weekday }))).toEqual([
        'Juli 2023',
        'July 2023',
        '2023年7月',
        '2023년 7월',
      ])
      expect(inAll((lang) => formatDate('2023', lang, { weekday }))).toEqual(['2023', '2023', '2023年', '2023년'])
    }
  })
  test('refuses what is no date', () => {
    expect(() => formatDate('2025-02-29', 'id')).toThrow(RangeError)
  })
})

describe('formatDateRange', () => {
  test.each([
    ['2025-07-23', '2025-07-25', '23–25 Juli 2025', '23–25 July 2025', '2025年7月23日～25日', '2025년 7월 23일~25일'],
    ['2024-06-12', '2024-06-30', '12–30 Juni 2024', '12–30 June 2024', '2024年6月12日～30日', '2024년 6월 12일~30일'],
    [
      '2024-06-28',
      '2024-07-02',
      '28 Juni – 2 Juli 2024',
      '28 June – 2 July 2024',
      '2024年6月28日～7月2日',
      '2024년 6월 28일 ~ 7월 2일',
    ],
    // the same day number and the same month in two years must not be taken for shared
    [
      '2024-06-28',
      '2024-07-28',
      '28 Juni – 28 Juli 2024',
      '28 June – 28 July 2024',
      '2024年6月28日～7月28日',
      '2024년 6월 28일 ~ 7월 28일',
    ],
    [
      '2024-12-28',
      '2025-12-28',
      '28 Desember 2024 – 28 Desember 2025',
      '28 December 2024 – 28 December 2025',
      '2024年12月28日～2025年12月28日',
      '2024년 12월 28일 ~ 2025년 12월 28일',
    ],
    ['2023', '2025', '2023–2025', '2023–2025', '2023年～2025年', '2023년~2025년'],
    ['2023-07', '2023-09', 'Juli–September 2023', 'July–September 2023', '2023年7月～9月', '2023년 7월~9월'],
    [
      '2023-11',
      '2024-01',
      'November 2023 – Januari 2024',
      'November 2023 – January 2024',
      '2023年11月～2024年1月',
      '2023년 11월 ~ 2024년 1월',
    ],
    [
      '2023',
      '2023-07-24',
      '2023 – 24 Juli 2023',
      '2023 – 24 July 2023',
      '2023年～2023年7月24日',
      '2023년 ~ 2023년 7월 24일',
    ],
    ['2025-07-24', '2025-07-24', '24 Juli 2025', '24 July 2025', '2025年7月24日', '2025년 7월 24일'],
  ])('%s to %s', (from, to, ...expected) => {
    expect(inAll((lang) => formatDateRange(from, to, lang))).toEqual(expected)
  })
})

test('formatTime names the zone', () => {
  expect(inAll((lang) => formatTime('23:59', 'WIB', lang))).toEqual([
    '23.59 WIB',
    '23:59 WIB',
    '23:59 WIB',
    '23:59 WIB',
  ])
  expect(formatTime('08:05:30', 'JST', 'id')).toBe('08.05 JST')
})

describe('numberWord', () => {
  test('is a word up to twenty in Indonesian and English, a digit in Japanese and Korean', () => {
    expect(inAll((lang) => numberWord(6, lang))).toEqual(['enam', 'six', '6', '6'])
    expect(inAll((lang) => numberWord(6, lang, { capital: true }))).toEqual(['Enam', 'Six', '6', '6'])
    expect([0, 10, 11, 12, 17, 20].map((n) => numberWord(n, 'id'))).toEqual([
      'nol',
      'sepuluh',
      'sebelas',
      'dua belas',
      'tujuh belas',
      'dua puluh',
    ])
    expect([0, 13, 19, 20].map((n) => numberWord(n, 'en'))).toEqual(['zero', 'thirteen', 'nineteen', 'twenty'])
    expect(numberWord(12, 'id', { capital: true })).toBe('Dua belas')
  })
  test('is twenty-one different words', () => {
    for (const lang of ['id', 'en'] as const) {
      const words = Array.from({ length: 21 }, (_, n) => numberWord(n, lang))
      expect(new Set(words).size).toBe(21)
      expect(words.every((word) => /^[a-z]+( [a-z]+)?$/.test(word))).toBe(true)
    }
  })
  test('is digits beyond', () => {
    expect([21, 1200, -1, 1.5].map((n) => numberWord(n, 'id'))).toEqual(['21', '1.200', '-1', '1,5'])
  })
})

describe('formatNumber', () => {
  test('groups by language', () => {
    expect(inAll((lang) => formatNumber(1234567.25, lang))).toEqual([
      '1.234.567,25',
      '1,234,567.25',
      '1,234,567.25',
      '1,234,567.25',
    ])
    expect([0, 999, 1000, -1000, 100000].map((n) => formatNumber(n, 'id'))).toEqual([
      '0',
      '999',
      '1.000',
      '-1.000',
      '100.000',
    ])
    expect(formatNumber(1e21, 'id')).toBe('1e+21')
  })
  test('loses no digit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(Number(formatNumber(n, 'id').replaceAll('.', ''))).toBe(n)
        expect(formatNumber(n, 'en')).toMatch(/^-?\d{1,3}(,\d{3})*$/)
      }),
    )
  })
})

test('formatList', () => {
  expect(inAll((lang) => formatList(['a', 'b', 'c'], lang))).toEqual([
    'a, b, dan c',
    'a, b, and c',
    'a、b、c',
    'a, b, c',
  ])
  expect(inAll((lang) => formatList(['a', 'b'], lang))).toEqual(['a dan b', 'a and b', 'a、b', 'a, b'])
  expect(inAll((lang) => formatList(['a'], lang))).toEqual(['a', 'a', 'a', 'a'])
  expect(inAll((lang) => formatList([], lang))).toEqual(['', '', '', ''])
})

test('a Korean name takes the particle of its last letter', () => {
  expect(['브카시시', '반둥', '서울', 'Kota Bekasi'].map(withKoreanAnd)).toEqual([
    '브카시시와',
    '반둥과',
    '서울과',
    'Kota Bekasi와(과)',
  ])
})
