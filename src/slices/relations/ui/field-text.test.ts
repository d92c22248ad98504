import { expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import { sectorIds } from '../../reference/model.ts'
import { fieldMendOf, fieldText, readFieldText, sectorChoices } from './field-text.ts'

test.each(languages)('what a sector is called in %s is read back as that sector', (language) => {
  for (const sector of sectorIds) {
    expect(readFieldText(language, fieldText(language, { sector, name: null }))).toEqual({ sector, name: null })
  }
})

test('case and blanks do not make a new name', () => {
  expect(readFieldText('id', '  pengelolaan SAMPAH ')).toEqual({ sector: 'pengelolaan_sampah', name: null })
})

test('words of one’s own stay a name, and nothing stays nothing', () => {
  expect(readFieldText('id', 'Sampah kota')).toEqual({ sector: null, name: 'Sampah kota' })
  expect(readFieldText('id', '  ')).toEqual({ sector: null, name: null })
  expect(fieldText('ja', { sector: null, name: null })).toBe('')
})

test('the catalogue is offered whole', () => {
  expect(sectorChoices('ko')).toHaveLength(sectorIds.length)
})

test('a sector typed before the language was switched is still that sector', () => {
  expect(readFieldText('ja', 'Pendidikan')).toEqual({ sector: 'pendidikan', name: null })
})

test('sends only what was changed', () => {
  const base = { text: 'Pendidikan', standing: 'ditawarkan', affair: 'u1', object: '' }
  expect(fieldMendOf('id', { values: base, base })).toEqual({})
  expect(fieldMendOf('id', { values: { ...base, standing: 'diterima' }, base })).toEqual({ standing: 'diterima' })
  expect(fieldMendOf('id', { values: { ...base, affair: '', object: 'c' }, base })).toEqual({
    affair: null,
    object: 'c',
  })
  expect(fieldMendOf('id', { values: { ...base, text: '' }, base })).toEqual({ sector: null, name: null })
})
