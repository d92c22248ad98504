import { describe, expect, test } from 'vitest'
import { openNotes, paperText, tellsOfSigning, writeLine } from './model.ts'
import { signedAt } from './press.ts'

test('the same source has one number, and a line carries those of its own', () => {
  const notes = openNotes()
  expect([notes.numberOf('a'), notes.numberOf('b'), notes.numberOf('a')]).toEqual([1, 2, 1])
  expect(notes.sources).toEqual(['a', 'b'])
  expect(writeLine({ term: 'Mitra', text: 'X', notes: [1, 2] }, ': ')).toBe('Mitra: X [1][2]')
})

test('as a message it has its parts, its sources, and nothing that a chat reads as formatting', () => {
  const paper = {
    title: 'A *B*',
    subtitle: 'hari ini',
    language: 'id',
    sections: [{ title: 'Mitra', lines: [{ text: 'satu_dua', notes: [1] }] }],
    sources: ['berita'],
    sourcesTitle: 'Sumber',
  } as const
  const text = paperText(structuredClone(paper) as never, { colon: ': ', more: (n) => `${n} lagi` })
  expect(text.split('\n')).toEqual(['*A ∗B∗ · hari ini*', '• Mitra', '• satu＿dua [1]', '• [1] berita'])
})

describe('who signed at a meeting', () => {
  const meeting = { occurredOn: '2025-07-24', endedOn: '2025-07-25' }
  const text = { kind: 'mou', signedOn: '2025-07-24', isSigned: true } as const
  test('is said only with a paper on file, dated within the meeting', () => {
    expect(signedAt([text], meeting)).toHaveLength(1)
    expect(signedAt([{ ...text, isSigned: false }], meeting)).toEqual([])
    for (const signedOn of ['2025-07-23', '2025-07-26', '2025-07', '2025', null]) {
      expect(signedAt([{ ...text, signedOn }], meeting), String(signedOn)).toEqual([])
    }
  })
})

describe('a sentence of one’s own', () => {
  test.each([
    'Kedua pihak menandatangani nota kesepahaman.',
    'Naskahnya telah DITANDATANGANI kemarin.',
    'Penandatanganan berlangsung khidmat.',
    'Tanda-tangan dibubuhkan di pendopo.',
    'MoU sudah diteken.',
    'Wali Kota meneken kerja sama.',
    'Both sides signed a memorandum.',
    'A signing ceremony was held.',
    'The agreement bears two signatures.',
    '両市は覚書に署名しました。',
    '協定の調印式を行いました。',
    '覚書にｻｲﾝした。',
    '協定を締結しました。',
    '양측은 양해각서에 서명했습니다.',
    '협약을 체결하였습니다.',
    '시장이 협약서에 사인했다.',
    'Kedua pihak menanda\u200btangani nota.',
  ])('tells of a signing: %s', (text) => {
    expect(tellsOfSigning(text)).toBe(true)
  })

  test.each([
    'Kedua pihak membahas pengelolaan sampah.',
    'Wali Kota menekankan pelayanan yang cepat.',
    'Beban biaya ditekan; tangan para tamu disalami.',
    'The visit is a sign of friendship and a significant signal.',
    'They designed a common programme.',
    '新しいデザインについて話し合いました。',
    '양측은 폐기물 관리를 논의했습니다. 개최지는 회사인 곳입니다.',
  ])('does not: %s', (text) => {
    expect(tellsOfSigning(text)).toBe(false)
  })
})
