import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { holderIds, waitingTimes, type HeldStep } from './model.ts'

const rows: HeldStep[] = [
  { step: 'pernyataan_kehendak', holder: 'mendagri', round: 1, fromOn: '2026-01-05', toOn: '2026-01-15' },
  { step: 'pernyataan_kehendak', holder: 'menlu', round: 1, fromOn: '2026-01-05', toOn: '2026-02-04' },
  { step: 'persetujuan_dprd', holder: 'dprd', round: 1, fromOn: '2026-03-02', toOn: '2026-03-22' },
  { step: 'persetujuan_dprd', holder: 'dprd', round: 2, fromOn: '2026-04-01' },
  { step: 'verifikasi', holder: 'mendagri', round: 1 },
]

test('adds up the rounds of each holder, what is still out until the day it is looked at, the longest first', () => {
  expect(waitingTimes(rows, '2026-05-01')).toEqual([
    { holder: 'dprd', days: 50, rounds: 2 },
    { holder: 'menlu', days: 30, rounds: 1 },
    { holder: 'mendagri', days: 10, rounds: 1 },
  ])
})

test('shows a day as it stood: what came back later was out, what went out later was not', () => {
  expect(waitingTimes(rows, '2026-01-20')).toEqual([
    { holder: 'menlu', days: 15, rounds: 1 },
    { holder: 'mendagri', days: 10, rounds: 1 },
  ])
  expect(waitingTimes(rows, '2026-01-01')).toEqual([])
})

test('takes partial days from their first and is never negative', () => {
  const partial: HeldStep = { step: 'verifikasi', holder: 'mendagri', round: 1, fromOn: '2026-03-10', toOn: '2026-03' }
  expect(waitingTimes([partial], '2026-05-01')).toEqual([{ holder: 'mendagri', days: 0, rounds: 1 }])
})

test('equals a count of days held, step by step', () => {
  const aDay = fc.integer({ min: 0, max: 200 })
  const aStep = fc.record({ holder: fc.constantFrom(...holderIds), from: aDay, length: fc.option(aDay) })
  const dayOf = (n: number) => addDays('2026-01-01', n)
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 12 }), aDay, (steps, on) => {
      const held = steps.map(({ holder, from, length }): HeldStep => ({
        step: 'verifikasi',
        holder,
        round: 1,
        fromOn: dayOf(from),
        toOn: length === null ? undefined : dayOf(from + length),
      }))
      let oracle = 0
      for (const { from, length } of steps) {
        for (let day = from; day < on && (length === null || day < from + length); day += 1) oracle += 1
      }
      const total = waitingTimes(held, dayOf(on)).reduce((sum, { days }) => sum + days, 0)
      expect(total).toBe(oracle)
    }),
  )
})
