import { expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import { cooperationTypes, explainType, partnerKinds } from '../model.ts'
import { awaitedSentences, misfitSentence, typeReasons } from './classification.ts'

test('a company is told that it is no sister city, with the article', () => {
  expect(misfitSentence('id', { type: 'ksdpl', partnerKind: 'company' })).toBe(
    'Kota bersaudara dan KSDPL lainnya hanya dengan pemerintah daerah di luar negeri (PP 28/2018 Ps 24).',
  )
  expect(misfitSentence('id', { type: 'ksdpl', partnerKind: 'foreign_local_government' })).toBeUndefined()
  expect(misfitSentence('id', { type: 'ksdpk', partnerKind: 'foreign_local_government' })).toContain('hanya KSDPL')
})

test('an open type comes with its reason and its article', () => {
  expect(typeReasons('id', { partnerKind: 'foreign_local_government', isForeign: true })).toEqual([
    { type: 'ksdpl', why: 'Mitranya pemerintah daerah di luar negeri.', article: 'PP 28/2018 Ps 24' },
  ])
  expect(typeReasons('id', { partnerKind: 'embassy', isForeign: true })).toEqual([])
})

test('a company is told that its procedure is not here yet, and how one from abroad comes in', () => {
  expect(awaitedSentences('id', { cooperationType: undefined, partnerKind: 'company', isForeign: false })).toEqual([
    'Tata cara KSDPK (PP 28/2018 Ps 14) belum ada di Jembatan; kerja samanya sendiri tetap dicatat.',
  ])
  for (const language of languages) {
    const [said] = awaitedSentences(language, { cooperationType: undefined, partnerKind: 'company', isForeign: true })
    expect(said).toContain('KSDPK')
    expect(said).toContain('PP 28/2018 Ps 14')
  }
})

test('in each language there is a sentence for every misfit and every open type', () => {
  for (const language of languages) {
    for (const partnerKind of partnerKinds) {
      for (const type of cooperationTypes) {
        const sentence = misfitSentence(language, { type, partnerKind })
        if (sentence !== undefined) expect(sentence).toMatch(/PP 28\/2018 Ps \d+/)
      }
      const about = { partnerKind, isForeign: undefined }
      expect(typeReasons(language, about).filter(({ why }) => why.length > 5)).toHaveLength(explainType(about).length)
    }
  }
})
