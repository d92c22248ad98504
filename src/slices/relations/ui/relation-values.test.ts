import { expect, test } from 'vitest'
import { mendOf } from './relation-values.ts'

const base = { purpose: 'Belajar', cooperationType: '' }

test('sends only what was changed', () => {
  expect(mendOf(base, base)).toEqual({})
  expect(mendOf({ ...base, purpose: 'Belajar ' }, base)).toEqual({})
  expect(mendOf({ ...base, cooperationType: 'ksdpl' }, base)).toEqual({ cooperationType: 'ksdpl' })
})

test('an emptied value is null, not empty text', () => {
  expect(mendOf({ ...base, purpose: '  ' }, base)).toEqual({ purpose: null })
  expect(mendOf(base, { ...base, cooperationType: 'ksdpl' })).toEqual({ cooperationType: null })
})
