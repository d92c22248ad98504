import { expect, test } from 'vitest'
import { isToken } from '../model.ts'
import { hashOfToken } from '../queries.ts'
import { newToken } from './token.ts'

test('a token has the form of one, is another each time, and hashes to what the server looks for', () => {
  const made = Array.from({ length: 50 }, newToken)
  for (const { token, hash } of made) {
    expect(isToken(token)).toBe(true)
    expect(hash).toBe(hashOfToken(token))
  }
  expect(new Set(made.map(({ token }) => token)).size).toBe(50)
})
