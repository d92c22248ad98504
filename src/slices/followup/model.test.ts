import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { nextStepFault, nextStepOn, reasons, unsetSince, type FollowUp } from './model.ts'

const on = '2026-11-21'
const followUp = (about: Partial<FollowUp>): FollowUp => ({
  id: 'f',
  subject: 's',
  leads: true,
  what: 'Menulis surat',
  reason: undefined,
  unit: undefined,
  owner: undefined,
  dueOn: undefined,
  fromOn: '2026-01-01',
  endedOn: undefined,
  outcome: undefined,
  rev: 1,
  ...about,
})

describe('what may follow', () => {
  test('something to do, or one of three ready reasons', () => {
    expect(nextStepFault({ what: 'Menulis surat' }, on)).toBeUndefined()
    for (const reason of reasons) expect(nextStepFault({ reason }, on)).toBeUndefined()
  })

  test('not nothing, and not a reason together with something to do', () => {
    expect(nextStepFault({}, on)).toEqual({ path: 'what', fault: 'required' })
    expect(nextStepFault({ owner: 'Bagian Hukum' }, on)).toEqual({ path: 'what', fault: 'required' })
    for (const more of [{ what: 'Menulis surat' }, { owner: 'Bagian Hukum' }, { dueOn: on }]) {
      expect(nextStepFault({ reason: 'waiting_partner', ...more }, on)).toEqual({ path: 'reason', fault: 'wrong' })
    }
  })

  test('a date that has passed is asked again, and taken once it is meant', () => {
    const late = { what: 'Menulis surat', dueOn: addDays(on, -1) }
    expect(nextStepFault(late, on)).toEqual({ path: 'dueOn', fault: 'doubtful' })
    expect(nextStepFault({ ...late, sure: ['dueOn'] }, on)).toBeUndefined()
    expect(nextStepFault({ ...late, dueOn: on }, on)).toBeUndefined()
  })
})

describe('what stood on a day', () => {
  const aDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days))

  test('is the one that was set last, whatever came later', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aDay, { minLength: 1, maxLength: 8 }), aDay, (found, day) => {
        const days = found.toSorted()
        const chain = days.map((fromOn, at) => followUp({ id: fromOn, fromOn, endedOn: days[at + 1] }))
        expect(nextStepOn(chain, day)?.id).toBe(days.findLast((fromOn) => fromOn <= day))
      }),
    )
  })

  test('is nothing after it ended, and what does not lead never is', () => {
    expect(nextStepOn([followUp({ endedOn: '2026-03-01', outcome: 'done' })], '2026-03-01')).toBeUndefined()
    expect(nextStepOn([followUp({ leads: false })], on)).toBeUndefined()
  })

  test('nothing is set since the last one ended, or since the beginning', () => {
    const beganOn = '2025-07-24'
    expect(unsetSince([], { on, beganOn })).toBe(beganOn)
    const ended = ['2026-03-01', '2026-02-01'].map((endedOn) => followUp({ endedOn, outcome: 'done' }))
    expect(unsetSince(ended, { on, beganOn })).toBe('2026-03-01')
    expect(unsetSince(ended, { on: '2026-02-15', beganOn })).toBe('2026-02-01')
  })
})
