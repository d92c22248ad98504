import { describe, expect, test } from 'vitest'
import {
  cutText,
  differencesOf,
  excerptOf,
  isDiffering,
  levelOf,
  levelOfSource,
  type Judgement,
  type Provenance,
  writeSpeaker,
} from './model.ts'

const line = (field: string, value?: unknown): Provenance =>
  ({ id: `${field}-${String(value)}`, subject: 's', field, level: 'reported', value }) as Provenance

describe('how well a field is known', () => {
  test('no line is staff record, and one document outweighs any number of reports', () => {
    expect(levelOf([])).toBe('recorded')
    expect(levelOf([{ level: 'reported' }, { level: 'reported' }])).toBe('reported')
    expect(levelOf([{ level: 'reported' }, { level: 'recorded' }])).toBe('recorded')
    expect(levelOf([{ level: 'reported' }, { level: 'documented' }])).toBe('documented')
  })
  test('the press and a release report, staff record, paper documents', () => {
    expect(['news', 'release', 'staff', 'minutes', 'letter', 'document'].map((kind) => levelOfSource(kind as never))).toEqual([
      'reported', 'reported', 'recorded', 'documented', 'documented', 'documented',
    ]) // prettier-ignore
  })
})

test('a figure of the source is no difference, a value beside ours is', () => {
  expect(isDiffering({ field: 'fields', value: { offered: 9, named: 6 } })).toBe(false)
  expect(isDiffering({ field: 'country', value: undefined })).toBe(false)
  expect(isDiffering({ field: 'country', value: 'KR' })).toBe(true)
  expect(isDiffering({ field: 'number', value: 0 })).toBe(true)
})

test('differences are told per field, with every line and the judgement of that field alone', () => {
  const judgement = {
    id: 'j',
    subject: 's',
    field: 'tier',
    provenance: undefined,
    reason: 'x',
    judgedOn: '2026-01-01',
    rev: 1,
  } satisfies Judgement
  const found = differencesOf([line('country'), line('tier', 'town'), line('country', 'KR'), line('name')], [judgement])
  expect(found.map(({ field, lines, judgement: said }) => [field, lines.length, said?.id])).toEqual([['country', 2, undefined], ['tier', 1, 'j']]) // prettier-ignore
})

describe('what stands around exact words', () => {
  const around = (text: string, words: string) => {
    const from = text.indexOf(words)
    return excerptOf(text, { from, to: from + words.length })
  }
  test('whole sentences, in Latin and in Japanese', () => {
    expect(around('Satu. Dua tiga empat lima. Enam.', 'tiga')).toEqual({
      before: 'Dua ',
      words: 'tiga',
      after: ' empat lima.',
    })
    expect(around('一つ目。二つ目の文です。三つ目。', 'の文')).toEqual({
      before: '二つ目',
      words: 'の文',
      after: 'です。',
    })
  })
  test('never much more than the words themselves need', () => {
    const { before, after } = around(`${'a'.repeat(5000)}INI${'b'.repeat(5000)}`, 'INI')
    expect([before.length, after.length]).toEqual([299, 299])
  })
})

test('a text is cut where passages begin and end, and what overlaps lights as one', () => {
  const passages = [
    { from: 8, to: 10 },
    { from: 2, to: 5 },
    { from: 4, to: 6 },
  ]
  expect(cutText('abcdefghij', passages)).toEqual([
    { words: 'ab', isLit: false },
    { words: 'cdef', isLit: true },
    { words: 'gh', isLit: false },
    { words: 'ij', isLit: true },
  ])
  expect(cutText('abc', [])).toEqual([{ words: 'abc', isLit: false }])
  expect(cutText('abc', [{ from: 2, to: 9 }])).toEqual([
    { words: 'ab', isLit: false },
    { words: 'c', isLit: true },
  ])
})

describe('who said it', () => {
  const secretary = {
    speaker: 'Seorang Pejabat',
    speakerOffice: 'sekretaris_dinas',
    occasion: 'in_the_article',
  } as const
  test('that the article names nobody is said only where it names nobody', () => {
    expect(writeSpeaker(secretary, 'id')).toBe('Seorang Pejabat, Sekretaris Dinas')
    expect(writeSpeaker({ occasion: 'in_the_article' }, 'id')).toBe('disebut dalam berita, tanpa nama yang berkata')
    expect(writeSpeaker({ speaker: null, speakerOffice: null, occasion: null }, 'id')).toBeUndefined()
  })
  test('the occasion follows, with the comma of the language', () => {
    const mayor = { speaker: 'A', speakerOffice: 'wali_kota', occasion: 'to_reporters' } as const
    expect(writeSpeaker(mayor, 'id')).toBe('A, Wali Kota, kepada wartawan')
    expect(writeSpeaker(mayor, 'ja')).toBe('A、市長、記者団に対して')
  })
})
