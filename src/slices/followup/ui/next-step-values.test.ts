import { expect, test } from 'vitest'
import { nextStepFault } from '../model.ts'
import { blankStep, stepOf } from './next-step-values.ts'

test('what is sent says one thing: something to do, a reason, or nothing', () => {
  const typed = { what: 'Menulis surat', unit: '', owner: ' ', dueOn: '2026-12-01', origin: '' }
  expect(stepOf({ ...typed, choice: 'something' })).toEqual({ what: 'Menulis surat', dueOn: '2026-12-01' })
  expect(stepOf({ ...typed, choice: 'waiting_partner' })).toEqual({ reason: 'waiting_partner' })
  expect(stepOf({ ...typed, choice: '' })).toEqual({})
})

test('no choice is refused by the rule, not by the form', () => {
  expect(nextStepFault(stepOf(blankStep), '2026-11-21')).toEqual({ path: 'what', fault: 'required' })
})
