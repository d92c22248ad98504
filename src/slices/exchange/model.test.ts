import { describe, expect, test } from 'vitest'
import { appliedFault, daysFault, mayKeep, standingOn } from './model.ts'

describe('where an exchange stands', () => {
  const whole = { fromOn: '2026-03-02', toOn: '2026-03-13', stated: 'direncanakan' } as const
  test.each([
    ['2026-03-01', 'direncanakan'],
    ['2026-03-02', 'berlangsung'],
    ['2026-03-13', 'berlangsung'],
    ['2026-03-14', 'selesai'],
  ])('its days decide: on %s it is %s', (on, standing) => {
    expect(standingOn(whole, on)).toBe(standing)
  })

  test('without days what was said of it holds', () => {
    expect(standingOn({ stated: 'disebut' }, '2030-01-01')).toBe('disebut')
    expect(standingOn({ stated: 'selesai' }, '2030-01-01')).toBe('selesai')
  })

  test('a year decides only outside of itself', () => {
    const year = { fromOn: '2025', toOn: '2025', stated: 'direncanakan' } as const
    expect(standingOn(year, '2024-12-31')).toBe('direncanakan')
    expect(standingOn(year, '2025-06-01')).toBe('direncanakan')
    expect(standingOn({ ...year, stated: 'berlangsung' }, '2025-06-01')).toBe('berlangsung')
    expect(standingOn(year, '2026-01-01')).toBe('selesai')
  })

  test('what has begun without a known end runs until somebody says it ended', () => {
    expect(standingOn({ fromOn: '2025-05-01', stated: 'direncanakan' }, '2026-01-01')).toBe('berlangsung')
    expect(standingOn({ fromOn: '2025-05-01', stated: 'selesai' }, '2026-01-01')).toBe('selesai')
  })

  test('called off counts from its day', () => {
    const off = { ...whole, cancelledOn: '2026-02-01' }
    expect(standingOn(off, '2026-01-31')).toBe('direncanakan')
    expect(standingOn(off, '2026-03-20')).toBe('batal')
  })
})

test('an end before the beginning is no course; within one month it may be', () => {
  expect(daysFault({ fromOn: '2026-03-02', toOn: '2026-03-01' })).toBe('wrong_order')
  expect(daysFault({ fromOn: '2026-03-02', toOn: '2026-03' })).toBeUndefined()
  expect(daysFault({ fromOn: undefined, toOn: '2020' })).toBeUndefined()
})

test('what is applied later is refused, what was applied before the exchange is asked', () => {
  expect(appliedFault('2026-04-02', { on: '2026-04-01' })).toBe('wrong')
  expect(appliedFault('2026-01', { fromOn: '2026-02-01', on: '2026-04-01' })).toBe('doubtful')
  expect(appliedFault('2026-01', { fromOn: '2026-02-01', on: '2026-04-01', sure: ['appliedOn'] })).toBeUndefined()
  expect(appliedFault('2026-02', { fromOn: '2026-02-10', on: '2026-04-01' })).toBeUndefined()
})

test('an agency keeps what is its own, an officer everything', () => {
  expect(mayKeep({ role: 'petugas', unit: undefined }, 'a')).toBe(true)
  expect(mayKeep({ role: 'opd', unit: 'a' }, 'a')).toBe(true)
  expect(mayKeep({ role: 'opd', unit: 'a' }, 'b')).toBe(false)
  expect(mayKeep({ role: 'opd', unit: undefined }, undefined)).toBe(false)
})
