import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { countWorkingDays, dprdClock, type Calendar, type WorkingDays } from './model.ts'

const calendar: Calendar = { holidays: [], cutiBersamaCounts: false, completeYears: [2026] }
const clock = (on: string, about: { receivedOn?: string; decidedOn?: string; frozen?: WorkingDays } = {}) =>
  dprdClock({ receivedOn: '2026-01-05', decidedOn: undefined, on, calendar, ...about })

describe('the council’s 45 working days', () => {
  test('run from the day its secretariat received the letter', () => {
    expect(clock('2026-01-05')).toMatchObject({ state: 'running', dueOn: '2026-03-09', daysLeft: 45 })
    expect(clock('2026-03-06')).toMatchObject({ state: 'running', daysLeft: 1 })
    expect(clock('2026-03-09')).toMatchObject({ state: 'running', daysLeft: 0 })
    expect(clock('2026-03-10')).toMatchObject({ state: 'overdue', daysLeft: -1 })
  })

  test('silent for 60 working days: still waiting, never approved', () => {
    const { dueOn: after60 } = countWorkingDays({ after: '2026-01-05', days: 60 }, calendar)
    expect(clock(after60)).toMatchObject({ state: 'overdue', daysLeft: -15, dueOn: '2026-03-09' })
    expect(clock(after60).endedOn).toBeUndefined()
  })

  test('never end by themselves, however long the silence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (silence) => {
        const { state, endedOn, dueOn } = clock(addDays('2026-01-05', silence))
        expect([state === 'running' || state === 'overdue', endedOn]).toEqual([true, undefined])
        expect(state === 'overdue').toBe(addDays('2026-01-05', silence) > (dueOn ?? ''))
      }),
    )
  })

  test('cannot be counted without a whole day of receipt', () => {
    const unknown = { decidedOn: undefined, on: '2026-05-01', calendar }
    expect(dprdClock({ ...unknown, receivedOn: undefined })).toEqual({ state: 'cannot_count' })
    expect(dprdClock({ ...unknown, receivedOn: '2026-01' })).toEqual({ state: 'cannot_count' })
    expect(clock('2026-01-04')).toEqual({ state: 'cannot_count' })
  })

  test('end with the decision, on its day and not before', () => {
    const decided = { decidedOn: '2026-02-10' }
    expect(clock('2026-02-09', decided).state).toBe('running')
    expect(clock('2026-02-10', decided)).toMatchObject({ state: 'ended', endedOn: '2026-02-10', dueOn: '2026-03-09' })
    expect(clock('2026-02-10', decided).daysLeft).toBeUndefined()
    const late = dprdClock({ receivedOn: undefined, decidedOn: '2026-02', on: '2026-03-01', calendar })
    expect(late).toEqual({ state: 'ended', endedOn: '2026-02' })
  })

  test('a holiday added later moves the clock that runs and not the one that ended', () => {
    const added: Calendar = { ...calendar, holidays: [{ day: '2026-01-16', kind: 'nasional', name: 'Isra Mikraj' }] }
    const frozen = clock('2026-01-05').count
    const about = { receivedOn: '2026-01-05', on: '2026-03-20', calendar: added }
    expect(dprdClock({ ...about, decidedOn: undefined, frozen }).dueOn).toBe('2026-03-10')
    expect(dprdClock({ ...about, decidedOn: '2026-02-10', frozen }).dueOn).toBe('2026-03-09')
    // As it stood before the decision it runs, by today's table.
    expect(dprdClock({ ...about, on: '2026-02-01', decidedOn: '2026-02-10', frozen }).dueOn).toBe('2026-03-10')
  })

  test('keep their arithmetic through storage as they are', () => {
    const { count } = clock('2026-01-05')
    expect(JSON.parse(JSON.stringify(count))).toEqual(count)
  })
})
