import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksFor, collides, mergeTexts, settleMerge, stateAfterAnswer, stateAfterSaving } from './summary-model.ts'

test('what does not collide is brought together by paragraphs', () => {
  const base = 'Satu.\n\nDua.\n\nTiga.'
  const merged = mergeTexts({ base, mine: 'Satu!\n\nDua.\n\nTiga.', theirs: 'Satu.\n\nDua.\n\nTiga.\n\nEmpat.' })
  expect([collides(merged), settleMerge(merged, [])]).toEqual([false, 'Satu!\n\nDua.\n\nTiga.\n\nEmpat.'])
})

test('what collides stands with both sides until somebody chooses; without a choice both stay', () => {
  const merged = mergeTexts({ base: 'Bulan depan.', mine: 'Minggu depan.', theirs: 'Tahun depan.' })
  expect(merged).toEqual([
    { of: 'collision', mine: ['Minggu depan.'], theirs: ['Tahun depan.'], base: ['Bulan depan.'] },
  ])
  expect(settleMerge(merged, ['mine'])).toBe('Minggu depan.')
  expect(settleMerge(merged, ['theirs'])).toBe('Tahun depan.')
  expect(settleMerge(merged, [])).toBe('Minggu depan.\n\nTahun depan.')
})

test('no paragraph that somebody newly typed is lost by a merge', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
    .map((lines) => lines.join('\n\n'))
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const known = new Set(base.split('\n\n'))
      const kept = new Set(settleMerge(mergeTexts({ base, mine, theirs }), []).split('\n\n'))
      const typed = [...mine.split('\n\n'), ...theirs.split('\n\n')].filter((line) => line !== '' && !known.has(line))
      return typed.every((line) => kept.has(line))
    }),
  )
})

test('blocks follow the points; a text whose point was taken off stays', () => {
  const gone = { kind: 'pokok', point: 'x', text: 'Lama' } as const
  expect(blocksFor([{ id: 'a' }], [gone, { kind: 'keputusan', text: 'Ya' }])).toEqual([
    { kind: 'pembuka', text: '' },
    { kind: 'pokok', point: 'a', text: '' },
    gone,
    { kind: 'keputusan', text: 'Ya' },
  ])
})

test('a correction outweighs a yes, and what was shown is shown further after a change', () => {
  expect(stateAfterAnswer('sesuai', { isCorrected: false })).toBe('disepakati')
  expect(stateAfterAnswer('sesuai', { isCorrected: true })).toBe('dikoreksi')
  expect((['draf', 'dibagikan', 'dikoreksi', 'disepakati'] as const).map(stateAfterSaving)).toEqual([
    'draf',
    'dibagikan',
    'dibagikan',
    'dibagikan',
  ])
})
