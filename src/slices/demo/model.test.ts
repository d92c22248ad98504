import { expect, test } from 'vitest'
import { languages } from '../../shared/languages.ts'
import { accountName, demoAccounts } from './model.ts'

test('each way in has its own address and, in each language, its own name', () => {
  expect(new Set(demoAccounts.map(({ email }) => email)).size).toBe(10)
  expect(demoAccounts.map(({ key }) => key)).toContain('petugas-kota-bekasi')
  for (const language of languages) {
    expect(new Set(demoAccounts.map((account) => accountName(language, account))).size, language).toBe(10)
  }
})
