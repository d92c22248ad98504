import { expect, test } from 'vitest'
import { isActId } from '../../shared/ids.ts'
import { intentFor, isUnsent, readIntent, staysOpen } from './intents.ts'

test('the same entry is the same act, another entry is another', () => {
  const first = intentFor(undefined, { id: 'a', name: 'Kopi' })
  expect(isActId(first.act)).toBe(true)
  expect(intentFor(first, { id: 'a', name: 'Kopi' })).toEqual(first)
  expect(intentFor(first, { id: 'a', name: 'Teh' }).act).not.toBe(first.act)
})

test('an answer ends the intent, a lost line does not', () => {
  expect(['lost', 'unavailable', 'broken', 'unsigned', 'too_many'].filter((code) => !staysOpen(code as never))).toEqual(
    [],
  )
  expect(['stale', 'invalid', 'not_found', 'forbidden', 'reused'].filter((code) => staysOpen(code as never))).toEqual(
    [],
  )
  expect(isUnsent('lost')).toBe(true)
  expect(isUnsent('forbidden')).toBe(false)
})

test('an intent survives storage; anything else found there is none', () => {
  const kept = intentFor(undefined, { id: 'a' })
  expect(readIntent(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(readIntent({ act: 1, body: 'x' })).toBeUndefined()
  expect(readIntent(null)).toBeUndefined()
})
