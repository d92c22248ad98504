import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LetterContent } from '../model.ts'
import { contentOf, fieldsOf, valuesOf } from './letter-values.ts'

const text = fc.string({ maxLength: 40 })
const surat = fc.record({ layout: fc.constant('surat' as const), nature: text, attachment: text, subject: text, addressee: text, body: text, office: text, signatory: text, rank: text, copies: text, annexTitle: text, annex: text }) // prettier-ignore
const version = (lang: 'id' | 'en' | 'ja') => fc.record({ lang: fc.constant(lang), title: text, body: text })
const naskah = fc.record({ layout: fc.constant('naskah' as const), versions: fc.tuple(version('id'), version('en'), version('ja')), officeOurs: text, nameOurs: text, officeTheirs: text, nameTheirs: text }) // prettier-ignore

test('the form gives back the content it was opened with', () => {
  fc.assert(
    fc.property(fc.oneof(surat, naskah), (content) => {
      const same = contentOf(valuesOf(content as LetterContent), content as LetterContent)
      expect(same).toEqual(content)
    }),
  )
})

test('every value has a field', () => {
  fc.assert(
    fc.property(fc.oneof(surat, naskah), (content) => {
      const paths = fieldsOf(content as LetterContent, 'id').map(({ path }) => path)
      expect(paths.toSorted()).toEqual(Object.keys(valuesOf(content as LetterContent)).toSorted())
    }),
    { numRuns: 10 },
  )
})
