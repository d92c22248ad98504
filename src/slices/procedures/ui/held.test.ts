import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { deskSentence, heldSentence, waitingSentence, type TakenStep } from './held.ts'
import { LegalSteps } from './legal-steps.tsx'

const dprd: TakenStep = {
  step: 'persetujuan_dprd',
  holder: 'dprd',
  round: 2,
  fromOn: '2026-01-05',
  toOn: '2026-02-03',
  outcome: 'returned',
}
const on = '2026-01-17'

test('a step says on whose table it lies or lay, how long, in which round, and what came back', () => {
  expect(heldSentence('id', { step: dprd, on: '2026-03-01' })).toBe(
    'di meja DPRD 5 Januari – 3 Februari 2026 (29 hari), putaran 2: dikembalikan untuk perbaikan',
  )
  expect(heldSentence('en', { step: { ...dprd, round: 1, outcome: 'agreed' }, on: '2026-03-01' })).toBe(
    'with the regional council (DPRD) 5 January – 3 February 2026 (29 days): agreed',
  )
})

test('as of a day before it came back it is still out; before it went out nothing is said', () => {
  expect(heldSentence('id', { step: dprd, on })).toBe('sedang di meja DPRD sejak 5 Januari 2026 (12 hari), putaran 2')
  expect(heldSentence('id', { step: dprd, on: '2026-01-04' })).toBeUndefined()
})

test('where only the return is known it says that, and without any day nothing', () => {
  const known: TakenStep = { step: 'verifikasi', holder: 'mendagri', round: 1, toOn: '2026-03' }
  expect(heldSentence('id', { step: known, on: '2026-04-01' })).toBe('kembali dari meja Kemendagri Maret 2026')
  expect(heldSentence('id', { step: { ...known, toOn: undefined }, on: '2026-04-01' })).toBeUndefined()
  expect(deskSentence('id', 'mendagri')).toBe('sedang di meja Kemendagri')
})

test('waiting is told per holder, rounds only where there were several', () => {
  expect(waitingSentence('id', { holder: 'dprd', days: 50, rounds: 2 })).toBe('DPRD: 50 hari, 2 putaran')
  expect(waitingSentence('en', { holder: 'menlu', days: 1, rounds: 1 })).toBe('the Ministry of Foreign Affairs: 1 day')
})

test('the table of the law carries the lines under the holder of their step, and nowhere else', () => {
  const html = renderToStaticMarkup(
    h(LegalSteps, {
      language: 'id',
      procedure: 'foreign-2018',
      records: [],
      seen: () => undefined,
      taken: [{ ...dprd, round: 1 }, dprd, { step: 'verifikasi', holder: 'mendagri', round: 1 }],
      on,
    }),
  )
  const rows = html.split('<li').slice(2)
  expect(rows).toHaveLength(11)
  expect(rows.map((row) => row.split('di meja').length - 1)).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0])
  expect(rows[4]).toContain('sedang di meja DPRD sejak 5 Januari 2026 (12 hari), putaran 2')
})
