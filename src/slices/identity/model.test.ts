import { describe, expect, it } from 'vitest'
import { passwordFault } from './model.ts'

const person = { name: 'Petugas Contoh', email: 'petugas@contoh.invalid' }

describe('a new password', () => {
  it.each([
    ['pendek', 'too_short'],
    ['a'.repeat(129), 'too_long'],
    ['aaaaaaaaaaaa', 'wrong'],
    ['abcabcabcabc', 'wrong'],
    ['Password 1234', 'wrong'],
    ['Petugas Contoh', 'wrong'],
    ['petugas@contoh.invalid', 'wrong'],
  ])('refuses %s', (password, fault) => {
    expect(passwordFault(password, person)).toBe(fault)
  })

  it('takes any script and no rule of composition', () => {
    expect(passwordFault('jembatan kayu di kampung', person)).toBeUndefined()
    expect(passwordFault('橋橋川川山山海海空空雲雲', person)).toBeUndefined()
    expect(passwordFault('a'.repeat(60) + ' ' + 'b'.repeat(60), person)).toBeUndefined()
  })
})
