import { expect, test } from 'vitest'
import { journeyTally, skippedTally, vitestTally } from './test.ts'

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 }
const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] }

test('counts what ran', () => {
  expect(vitestTally(vitest, 0)).toEqual({ passed: 7, failed: 0, skipped: 3 })
  expect(journeyTally(playwright, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 })
})

test('a journey that needed a second try has failed', () => {
  const stats = { ...playwright.stats, unexpected: 1, flaky: 1 }
  expect(journeyTally({ ...playwright, stats }, 1).failed).toBe(2)
})

test('a run that broke down has failed, report or not', () => {
  expect(vitestTally(vitest, 1).failed).toBe(1)
  expect(vitestTally(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(journeyTally(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('without a browser every listed journey counts as skipped, and a list that cannot be made as failed', () => {
  const listed = { ...playwright, suites: [{ specs: [1, 2], suites: [{ specs: [3] }] }, { specs: [4] }] }
  expect(skippedTally(listed)).toEqual({ passed: 0, failed: 0, skipped: 4 })
  expect(skippedTally(undefined).failed).toBe(1)
})
