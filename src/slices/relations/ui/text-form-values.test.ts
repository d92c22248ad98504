import { expect, test } from 'vitest'
import { mendOfText, valuesOf } from './text-form-values.ts'
import type { TextView } from './texts-list.tsx'

const signed = { id: 's', official: null, person: null, office: null, capacity: null }
const text = {
  id: 't',
  kind: 'mou',
  title: 'Nota Kesepahaman',
  numberOurs: '1',
  numberTheirs: null,
  signedOn: '2025-07-24',
  signedAt: null,
  beginsOn: null,
  termMonths: 36,
  endsOn: null,
  isOpenEnded: false,
  terminatedOn: null,
  originalAt: null,
  certifiedCopyOn: null,
  targetMouOn: null,
  document: 'd',
  signatories: [
    { ...signed, side: 'region', official: 'o', name: 'Wali Kota', capacity: 'definitif' },
    { ...signed, side: 'partner', name: 'Chiyomatsu', office: 'shicho' },
    { ...signed, side: 'partner', person: 'p', name: 'Nishinou' },
  ],
} as unknown as TextView
const base = valuesOf(text)
const mend = (change: Partial<typeof base>) => mendOfText(text, { base, values: { ...base, ...change } })

test('what stayed is not sent', () => {
  expect(mend({})).toEqual({})
  expect(mend({ originalAt: ' Kemlu ' })).toEqual({ originalAt: 'Kemlu' })
})

test('what was emptied is null, but a title cannot be', () => {
  expect(mend({ numberOurs: '', title: ' ' })).toEqual({ numberOurs: null, title: '' })
})

test('one way of telling the term takes the place of the other', () => {
  expect(mend({ term: 'ends', endsOn: '2030-01-01' })).toEqual({ termMonths: null, endsOn: '2030-01-01', isOpenEnded: false }) // prettier-ignore
  expect(mend({ term: 'open' })).toEqual({ termMonths: null, endsOn: null, isOpenEnded: true })
})

test('a corrected signatory leaves the others as they stand', () => {
  expect(mend({ partnerName: 'Chiyomatsu Hiroyasu', reason: 'salah tulis' })).toEqual({
    reason: 'salah tulis',
    signatories: [
      { side: 'region', official: 'o' },
      { side: 'partner', name: 'Chiyomatsu Hiroyasu', office: 'shicho' },
      { side: 'partner', person: 'p' },
    ],
  })
})
