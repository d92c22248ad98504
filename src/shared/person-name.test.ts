import { expect, test } from 'vitest'
import { personName } from './person-name.ts'

test('a Japanese name in Latin letters stands as it is printed, its family name in capitals', () => {
  expect(personName({ givenName: 'Ichi', familyName: 'Ni', nameLang: 'ja-Latn' })).toBe('Ichi NI')
  expect(personName({ givenName: 'Il', familyName: 'I', nameLang: 'ko-Latn' })).toBe('Il I')
  expect(personName({ givenName: '', familyName: 'Ni', nameLang: 'ja-Latn' })).toBe('NI')
})

test('letters of its own script begin with the family and have no room between', () => {
  expect(personName({ givenName: '一', familyName: '二', nameLang: 'ja' })).toBe('二一')
})

test('an Indonesian name stands as it is written, one part or two, or none', () => {
  expect(personName({ givenName: 'Satu', familyName: 'Dua', nameLang: 'id' })).toBe('Satu Dua')
  expect(personName({ givenName: 'Satu', familyName: '' })).toBe('Satu')
  expect(personName({ givenName: '', familyName: '' })).toBe('')
})
