import { expect, test } from 'vitest'
import { languages } from './languages.ts'
import { personName } from './person-name.ts'

test('a Japanese name in Latin letters follows the reader’s order, its family name in capitals', () => {
  const parts = { givenName: 'Ichi', familyName: 'Ni', nameLang: 'ja-Latn' }
  expect(languages.map((language) => personName(parts, language))).toEqual(['Ichi NI', 'Ichi NI', 'NI Ichi', 'NI Ichi'])
})

test('letters of its own script keep their order and have no room between', () => {
  for (const language of languages) {
    expect(personName({ givenName: '一', familyName: '二', nameLang: 'ja' }, language)).toBe('二一')
  }
})

test('an Indonesian name stands as it is written, one part or two, or none', () => {
  expect(personName({ givenName: 'Satu', familyName: 'Dua', nameLang: 'id' }, 'ja')).toBe('Satu Dua')
  expect(personName({ givenName: 'Satu', familyName: '' }, 'id')).toBe('Satu')
  expect(personName({ givenName: '', familyName: '' }, 'id')).toBe('')
})
