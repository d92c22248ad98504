import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import {
  holderText,
  isAssigned,
  isOverdue,
  isOwn,
  nextStepFault,
  nextStepOn,
  reasons,
  remindersOn,
  unsetSince,
  type FollowUp,
} from './model.ts'

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

describe('reminders', () => {
  const at = (on: string, more: object = {}) =>
    remindersOn({ dueOn: '2026-03-10', fromOn: '2026-01-01', endedOn: undefined, ...more }, on)

  test('seven days before, on the day, then once a week', () => {
    expect(at('2026-03-03')).toEqual({ kind: 'soon', days: 7 })
    expect(at('2026-03-10')).toEqual({ kind: 'today', days: 0 })
    expect(at('2026-03-17')).toEqual({ kind: 'since', days: -7 })
    expect(at('2026-03-24')).toEqual({ kind: 'since', days: -14 })
    const days = Array.from({ length: 60 }, (_, n) => addDays('2026-02-01', n))
    expect(days.filter((on) => at(on) !== undefined)).toHaveLength(2 + 3)
  })

  test('nothing of what has no day, ended, was not there yet, or waits for an officer', () => {
    expect(at('2026-03-10', { dueOn: undefined })).toBeUndefined()
    expect(at('2026-03-10', { endedOn: '2026-03-09' })).toBeUndefined()
    expect(at('2026-03-10', { endedOn: '2026-03-11' })).toBeDefined()
    expect(at('2026-03-10', { fromOn: '2026-03-11' })).toBeUndefined()
    expect(at('2026-03-10', { answered: true })).toBeUndefined()
  })
})

describe('whose it is', () => {
  const unit = { id: 'a', name: 'Dinas' }
  const holder = (left: boolean) => ({ id: 'm', name: 'Orang', left })

  test('who left has nothing in hand, even where her agency is named', () => {
    expect(isAssigned({ unit, member: holder(true) })).toBe(false)
    expect(isAssigned({ unit, member: holder(false) })).toBe(true)
    expect([isAssigned({ unit }), isAssigned({ owner: 'Orang lain' }), isAssigned({})]).toEqual([true, true, false])
  })

  test('in words it is the body and the person of the region; who left is named only where it ended', () => {
    expect(holderText({ unit, member: holder(false) })).toBe('Dinas, Orang')
    expect(holderText({ member: holder(false) })).toBe('Orang')
    expect(holderText({ unit, owner: 'Orang lain' }, '、')).toBe('Dinas、Orang lain')
    expect([holderText({}), holderText({ unit, member: holder(true) })]).toEqual([undefined, undefined])
    expect(holderText({ unit, member: holder(true), endedOn: '2026-03-01' })).toBe('Dinas, Orang')
  })

  test('an agency sees its own, a person hers, nobody without agency what has none', () => {
    expect(isOwn({ unit, member: undefined }, { unit: 'a', membership: 'x' })).toBe(true)
    expect(isOwn({ unit: undefined, member: holder(false) }, { unit: undefined, membership: 'm' })).toBe(true)
    expect(isOwn({ unit: undefined, member: undefined }, { unit: undefined, membership: 'm' })).toBe(false)
    expect(isOwn({ unit, member: holder(false) }, { unit: 'b', membership: 'x' })).toBe(false)
  })

  test('it is past its day from the day after on, while it is open', () => {
    const dueOn = '2026-03-10'
    expect([isOverdue({ dueOn }, '2026-03-10'), isOverdue({ dueOn }, '2026-03-11')]).toEqual([false, true])
    expect(isOverdue({ dueOn, endedOn: '2026-03-20' }, '2026-03-21')).toBe(false)
    expect(isOverdue({}, '2026-03-21')).toBe(false)
  })
})
