import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { isPlanned, lackingToClose, slugFor, weekdays, weekdayToKeep, whenFault, writeWhen } from './model.ts'

const aDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))

describe('a date and its weekday', () => {
  test('of the seven weekdays one is that of a day, and the other six are asked', () => {
    fc.assert(
      fc.property(aDay, (occurredOn) => {
        const asked = weekdays.filter((weekday) => whenFault({ occurredOn, weekday }) !== undefined)
        expect(asked).toHaveLength(6)
        for (const weekday of asked) {
          expect(whenFault({ occurredOn, weekday })).toEqual({ path: 'weekday', fault: 'doubtful' })
          expect(whenFault({ occurredOn, weekday }, ['weekday'])).toBeUndefined()
          expect(weekdayToKeep({ occurredOn, weekday })).toBe(weekday)
        }
      }),
    )
  })

  test('story 002: 24 July 2025 was a Thursday', () => {
    const when = { occurredOn: '2025-07-24' }
    expect(whenFault({ ...when, weekday: 'kamis' })).toBeUndefined()
    expect(weekdayToKeep({ ...when, weekday: 'kamis' })).toBeUndefined()
    expect(whenFault({ ...when, weekday: 'rabu' })?.fault).toBe('doubtful')
    expect(writeWhen('id', { ...when, weekday: 'rabu' })).toBe('Kamis, 24 Juli 2025; sumber menyebut hari Rabu')
  })

  test('story 003: a year and a weekday, nothing to ask and nothing to leave out', () => {
    const when = { occurredOn: '2023', weekday: 'kamis' } as const
    expect(whenFault(when)).toBeUndefined()
    expect(weekdayToKeep(when)).toBe('kamis')
    expect(writeWhen('id', when)).toBe('2023 (hari Kamis)')
    expect(writeWhen('ko', when)).toBe('2023년 (목요일)')
  })

  test('ends before it starts only where no reading of partial dates allows it', () => {
    expect(whenFault({ occurredOn: '2025-07-24', endedOn: '2025-07-23' })?.fault).toBe('wrong_order')
    expect(whenFault({ occurredOn: '2025-07', endedOn: '2025-06' })?.path).toBe('endedOn')
    expect(whenFault({ occurredOn: '2025-07-24', endedOn: '2025-07' })).toBeUndefined()
    expect(whenFault({ occurredOn: '2025', endedOn: '2025-02-01' })).toBeUndefined()
  })
})

describe('planned, and closed', () => {
  test('is planned until its first possible day', () => {
    expect(isPlanned({ occurredOn: '2026-12' }, '2026-11-30')).toBe(true)
    expect(isPlanned({ occurredOn: '2026-12' }, '2026-12-01')).toBe(false)
  })

  test('closing wants the day to have come, and an answer for everything it belongs to', () => {
    const when = { occurredOn: '2026-11-20' }
    const about = (settled: string[], on = '2026-11-21') =>
      lackingToClose(when, { on, subjects: ['a', 'b'], settled: new Set(settled) })
    expect(about([])).toEqual(['next_step'])
    expect(about(['a'])).toEqual(['next_step'])
    expect(about(['a', 'b'])).toEqual([])
    expect(about(['a', 'b'], '2026-11-19')).toEqual(['day'])
  })
})

test.each([
  ['Kunjungan resmi delegasi Kota Izumisano', 'kunjungan-resmi-delegasi-kota-izumisano-2025-07-24'],
  ['  “Rapat” — Ōsaka & Bekasi!', 'rapat-osaka-bekasi-2025-07-24'],
  ['泉佐野市の訪問', 'kegiatan-2025-07-24'],
  ['a'.repeat(200), `${'a'.repeat(70)}-2025-07-24`],
])('the address of %s', (about, slug) => {
  expect(slugFor({ about, occurredOn: '2025-07-24' })).toBe(slug)
})
