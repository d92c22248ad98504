import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, firstDayOf, lastDayOf } from '../../shared/dates.ts'
import {
  endOfTime,
  fieldOn,
  processOn,
  silentAfterDays,
  silentFor,
  standingOn,
  standings,
  statusOf,
  statuses,
  type DatedStanding,
  type Process,
} from './model.ts'

const aDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days))
const aPartialDay = fc.tuple(aDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length))
const aStanding = fc.record({ standing: fc.constantFrom(...standings), occurredOn: aPartialDay })

/** Walks through the days one by one: what was said last of a day holds until another day has a word. */
function walk(said: readonly DatedStanding[], on: string): string | undefined {
  let holds: string | undefined
  for (let day = '2026-01-01'; day <= on; day = addDays(day, 1)) {
    for (const { standing, occurredOn } of said) {
      const begins = `${occurredOn}${'-01-01'.slice(occurredOn.length - 4)}`
      if (begins === day) holds = standing
    }
  }
  return holds
}

const field = { id: 'f', position: 1, sector: undefined, name: 'Air', rev: 1, occurredOn: '2026-01-05' }

describe('where a field stood on a day', () => {
  test('is the last word of the last day that has one', () => {
    fc.assert(
      fc.property(fc.array(aStanding, { maxLength: 12 }), aDay, (said, on) => {
        expect(standingOn(said, on)).toBe(walk(said, on))
      }),
    )
  })

  test('is not rewritten by what came later, whatever that is', () => {
    fc.assert(
      fc.property(fc.array(aStanding), fc.array(aStanding), aDay, (before, after, on) => {
        const late = after.filter(({ occurredOn }) => firstDayOf(occurredOn) > on)
        expect(standingOn([...before, ...late], on)).toBe(standingOn(before, on))
      }),
    )
  })

  test('a field is not there before its day, and shows nothing of what came after', () => {
    const said: DatedStanding[] = [
      { standing: 'ditawarkan', occurredOn: '2026-01-05' },
      { standing: 'selesai', occurredOn: '2026-03' },
    ]
    const present = { ...field, standing: 'selesai' as const, standings: said }
    expect(fieldOn(present, '2026-01-04')).toBeUndefined()
    expect(fieldOn(present, '2026-02-28')).toMatchObject({ standing: 'ditawarkan', standings: said.slice(0, 1) })
    expect(fieldOn(present, '2026-03-01')).toEqual(present)
    expect(fieldOn(present, endOfTime)).toEqual(present)
  })
})

const process: Process = {
  id: 'p',
  procedure: 'foreign-2018',
  provisional: false,
  beganOn: '2025-07',
  initiator: undefined,
  referral: undefined,
  steps: [],
  documents: [],
}

test('a decision that it is no cooperation stops the process: no word, no rail; the other types let it run', () => {
  const processes = [process]
  const relation = { notContinuedOn: undefined, processes, texts: [], isForeign: true }
  expect(statusOf({ ...relation, cooperationType: 'none' }, '2026-01-01')).toBeUndefined()
  expect(processOn({ processes, cooperationType: 'none' }, '2026-01-01')).toBeUndefined()
  for (const cooperationType of ['ksdpl', undefined] as const) {
    expect(statusOf({ ...relation, cooperationType }, '2026-01-01')).toBe('exploring')
    expect(processOn({ processes, cooperationType }, '2025-06-30')).toBeUndefined()
  }
})

describe('silence', () => {
  test.each(statuses)('%s', (status) => {
    const lastOn = '2025-07'
    const days = status === 'exploring' || status === 'in_process' ? silentAfterDays : undefined
    const on = addDays('2025-07-01', silentAfterDays)
    expect(silentFor({ status, lastOn }, addDays(on, -1))).toBeUndefined()
    expect(silentFor({ status, lastOn }, on)).toBe(days)
  })

  test('is nothing where no procedure runs, or nothing is recorded, or the news is still to come', () => {
    expect(silentFor({ status: null, lastOn: '2020' }, '2026-01-01')).toBeUndefined()
    expect(silentFor({ status: 'exploring', lastOn: null }, '2026-01-01')).toBeUndefined()
    expect(silentFor({ status: 'exploring', lastOn: lastDayOf('2026') }, '2026-01-01')).toBeUndefined()
  })
})
