import { expect, test } from 'vitest'
import { numberClash, numberTypeOf } from './number-model.ts'

test('a number is one office’s own, per type of paper; where the office is not said it is asked', () => {
  const a = { issuer: 'Bagian Umum', type: 'surat' } as const
  expect(numberClash(a, { issuer: ' bagian umum ', type: 'surat' })).toBe('taken')
  expect(numberClash(a, { issuer: 'bagian umum' })).toBe('taken')
  expect(numberClash({}, {})).toBe('taken')
  expect(numberClash(a, { issuer: 'Sekretariat', type: 'surat' })).toBeUndefined()
  expect(numberClash(a, { ...a, type: 'nota_dinas' })).toBeUndefined()
  expect(numberClash(a, {})).toBe('doubtful')
  expect(numberClash({}, a)).toBe('doubtful')
})

test('what the law’s procedure asks for are letters; each paper of the office has its own series', () => {
  expect(numberTypeOf('konsultasi_mendagri')).toBe('surat')
  expect(numberTypeOf('surat_mitra')).toBe('surat')
  expect(numberTypeOf('nota_dinas')).toBe('nota_dinas')
  expect(numberTypeOf('rancangan_loi')).toBe('naskah')
})
