import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { documentIds, getProcedure, holderIds, outcomes, stepIds } from '../procedures/model.ts'
import {
  endOfTime,
  noticeDays,
  currentStage,
  endOf,
  processOn,
  recordsOf,
  runningProcess,
  statusByDays,
  statusDays,
  statusOf,
  type Course,
  type Process,
  type StepDocument,
} from './course.ts'
import { holdsFrom, outlook, readLine } from './outlook.ts'
import { roundAfterReturn, roundFor, roundOfDprd, type Round } from './rounds.ts'
import { isOver, lastDayOfTerm, signedKinds, type SignedText } from './term.ts'

const aDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2022-01-01', days))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const procedure = getProcedure('foreign-2018')
const stepOf = (kind: (typeof documentIds)[number]) =>
  procedure.steps.find(({ documents }) => documents.includes(kind))?.id ?? 'pelaksanaan'

const aDocument: fc.Arbitrary<StepDocument> = fc
  .record({
    kind: fc.constantFrom(...documentIds),
    round: fc.constantFrom(1, 2),
    outcome: maybe(fc.constantFrom(...outcomes)),
    on: aDay,
  })
  .map((document) => ({ ...document, id: `${document.kind} ${document.on}`, step: stepOf(document.kind) }))

const aProcess = fc
  .record({
    id: fc.constantFrom('p', 'q'),
    beganOn: aDay,
    closedOn: maybe(aDay),
    documents: fc.array(aDocument, { maxLength: 8 }),
  })
  .map((process): Process => ({
    ...process,
    procedure: 'foreign-2018',
    provisional: false,
    initiator: undefined,
    referral: undefined,
    steps: [],
  }))

const aText: fc.Arbitrary<SignedText> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom(...signedKinds),
  process: maybe(fc.constantFrom('p', 'q')),
  imported: fc.boolean(),
  signedOn: aDay,
  beginsOn: maybe(aDay),
  endsOn: maybe(aDay),
  termMonths: maybe(fc.integer({ min: 1, max: 40 })),
  terminatedOn: maybe(aDay),
  replaces: maybe(fc.constantFrom('a', 'b')),
})

const aCourse: fc.Arbitrary<Course> = fc.record({
  cooperationType: fc.constantFrom(undefined, 'ksdpl' as const),
  notContinuedOn: maybe(aDay),
  processes: fc.uniqueArray(aProcess, { maxLength: 2, selector: ({ id }) => id }),
  texts: fc.uniqueArray(aText, { maxLength: 3, selector: ({ id }) => id }),
  isForeign: fc.boolean(),
})

describe('the days of the statuses', () => {
  test('say on every day what the rule says', () => {
    fc.assert(
      fc.property(aCourse, fc.array(aDay, { minLength: 5, maxLength: 20 }), (course, days) => {
        const dated = statusDays(course)
        for (const on of days) expect(statusByDays(dated, on)).toBe(statusOf(course, on))
      }),
    )
  })

  test('the outlook says the same of every day after the last that was recorded', () => {
    fc.assert(
      fc.property(aCourse, fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 5 }), (course, later) => {
        const after = course.texts.flatMap(({ signedOn, beginsOn, terminatedOn }) => [signedOn, beginsOn, terminatedOn])
        const recorded = [
          ...after,
          course.notContinuedOn,
          ...course.processes.flatMap(({ beganOn, closedOn, documents }) => [
            beganOn,
            closedOn,
            ...documents.map(({ on }) => on),
          ]),
        ]
        const last = recorded.reduce<string>((max, day) => (day !== undefined && day > max ? day : max), '2022-01-01')
        fc.pre(course.texts.length < 2)
        const line = outlook(course)
        for (const days of later)
          expect(readLine(line, addDays(last, days)).status).toBe(statusOf(course, addDays(last, days)))
      }),
    )
  })

  test('from the day on which it holds, a line says what the rules say of status, stage and end', () => {
    const stageOn = (course: Course, on: string) => {
      const process = runningProcess(course, on)
      return process && currentStage(process)
    }
    fc.assert(
      fc.property(aCourse, fc.array(aDay, { minLength: 10 }), (course, days) => {
        const from = holdsFrom(course)
        const line = outlook(course)
        const last = stageOn(course, '9999-12-31')
        for (const on of days.filter((day) => from !== undefined && day >= from)) {
          const { status, endsOn } = readLine(line, on)
          expect([status, endsOn, last]).toEqual([statusOf(course, on), endOf(course, on), stageOn(course, on)])
        }
      }),
    )
  })

  test('a text that begins tomorrow is not yet read from the line', () => {
    const text = { id: 'a', kind: 'mou', process: undefined, imported: true, signedOn: '2026-11-01' } as const
    const course = { cooperationType: 'ksdpl', processes: [], notContinuedOn: undefined, isForeign: true } as const
    const begins = { ...course, texts: [{ ...text, beginsOn: '2026-11-22', endsOn: '2029-11-21' }] }
    expect(holdsFrom(begins)).toBe('2026-11-22')
    expect(statusOf(begins, '2026-11-21')).toBe('signed_incomplete')
    expect(readLine(outlook(begins), '2026-11-21').status).toBe('in_force')
  })
})

describe('a term', () => {
  test('of months ends on the day before the months are full, at the end of a short month too', () => {
    expect(lastDayOfTerm({ signedOn: '2019-06-26', termMonths: 60 })).toBe('2024-06-25')
    expect(lastDayOfTerm({ signedOn: '2024-01-31', termMonths: 1 })).toBe('2024-02-28')
    expect(lastDayOfTerm({ signedOn: '2024-05', beginsOn: '2025', termMonths: 12 })).toBe('2025-12-31')
    expect(lastDayOfTerm({ signedOn: '2024', endsOn: '2026-02' })).toBe('2026-02-28')
    expect(lastDayOfTerm({ signedOn: '2024' })).toBeUndefined()
    expect(lastDayOfTerm({ signedOn: '2190', termMonths: 1200 })).toBeUndefined()
  })

  test('is over after its last day, on the day it was ended, and once its successor binds', () => {
    const text: SignedText = { id: 'a', kind: 'mou', imported: true, signedOn: '2024-01-01', endsOn: '2025-12-31' }
    const next: SignedText = { ...text, id: 'b', replaces: 'a', signedOn: '2025-01-01', beginsOn: '2025-03-01' }
    expect(isOver(text, { signed: [text], on: '2025-12-31' })).toBe(false)
    expect(isOver(text, { signed: [text], on: '2026-01-01' })).toBe(true)
    expect(isOver({ ...text, terminatedOn: '2024-06' }, { signed: [text], on: '2024-06-01' })).toBe(true)
    expect(isOver(text, { signed: [text, next], on: '2025-02-28' })).toBe(false)
    expect(isOver(text, { signed: [text, next], on: '2025-03-01' })).toBe(true)
  })

  test('at home is looked at half a year before its end, abroad a year', () => {
    const text: SignedText = { id: 'a', kind: 'mou', imported: true, signedOn: '2024-01-01', endsOn: '2026-12-31' }
    const course: Course = {
      cooperationType: undefined,
      notContinuedOn: undefined,
      processes: [],
      texts: [text],
      isForeign: true,
    }
    const first = (days: number) => addDays('2026-12-31', -days)
    expect(statusOf(course, addDays(first(noticeDays.foreign), -1))).toBe('in_force')
    expect(statusOf(course, first(noticeDays.foreign))).toBe('ending_soon')
    expect(statusOf({ ...course, isForeign: false }, addDays(first(noticeDays.domestic), -1))).toBe('in_force')
    expect(statusOf({ ...course, isForeign: false }, first(noticeDays.domestic))).toBe('ending_soon')
  })
})

test('a first process without any record is not open beside texts that ended; a noted step or a renewal is', () => {
  const text: SignedText = { id: 'a', kind: 'mou', imported: true, signedOn: '2010-01-01', endsOn: '2015-12-31' }
  const first: Process = {
    id: 'first',
    procedure: 'foreign-2018',
    provisional: false,
    beganOn: '2020-01-01',
    initiator: undefined,
    referral: undefined,
    steps: [],
    documents: [],
  }
  const of = (...processes: Process[]) =>
    statusOf(
      { cooperationType: 'ksdpl', notContinuedOn: undefined, processes, texts: [text], isForeign: true },
      '2024-01-01',
    )
  expect(of(first)).toBe('ended')
  const step = { step: 'penjajakan', round: 1, holder: 'kepala_daerah', state: 'running', documented: false } as const
  expect(of({ ...first, steps: [{ ...step, occurredOn: '2023-05' }] })).toBe('exploring')
  expect(of({ ...first, steps: [{ ...step, occurredOn: '2024-05' }] })).toBe('ended')
  const renewal = { ...first, id: 'renewal', beganOn: '2023-01-01' }
  expect(of(renewal, first)).toBe('exploring')
  // Nor does it run beside the text: its rail would say that everything is still to come.
  const running = (texts: SignedText[], processes: Process[]) =>
    runningProcess({ cooperationType: 'ksdpl', processes, texts }, '2024-01-01')?.id
  expect([running([text], [first]), running([], [first]), running([text], [renewal, first])]).toEqual([
    undefined,
    'first',
    'renewal',
  ])
})

describe('the course of a process', () => {
  test('shows nothing of what came later', () => {
    fc.assert(
      fc.property(aCourse, aDay, (course, on) => {
        const known = {
          ...course,
          processes: course.processes.map((process) => ({
            ...process,
            documents: process.documents.filter((each) => each.on <= on),
          })),
        }
        expect(processOn(course, on)).toEqual(processOn(known, on))
      }),
    )
  })

  test('an answer that says no moves its step and ends nothing', () => {
    const document = { id: 'd', kind: 'keputusan_dprd', step: 'persetujuan_dprd', round: 1, on: '2024-01-01' } as const
    const record = (outcome: StepDocument['outcome']) =>
      recordsOf({ procedure: 'foreign-2018', steps: [], documents: [{ ...document, outcome }] }).find(
        ({ step }) => step === 'persetujuan_dprd',
      )
    expect(record('agreed')).toMatchObject({ documented: true, finished: true })
    for (const no of ['returned', 'refused'] as const) {
      expect(record(no)).toMatchObject({ documented: true, finished: false })
    }
  })

  test('a step that has not come back by a day is still out', () => {
    const step = {
      step: 'verifikasi',
      round: 1,
      holder: 'mendagri',
      state: 'done',
      documented: false,
      occurredOn: '2024-01-01',
      fromOn: '2024-01-01',
      toOn: '2024-03-01',
    } as const
    const process: Process = {
      id: 'p',
      procedure: 'foreign-2018',
      provisional: false,
      beganOn: '2024',
      initiator: undefined,
      referral: undefined,
      steps: [step],
      documents: [],
    }
    const on = (day: string) => processOn({ processes: [process], cooperationType: 'ksdpl' }, day)?.steps[0]?.state
    expect([on('2024-02-29'), on('2024-03-01'), on(endOfTime)]).toEqual(['waiting', 'done', 'done'])
  })
})

describe('rounds', () => {
  const aRound: fc.Arbitrary<Round> = fc.record({
    step: fc.constantFrom(...stepIds),
    holder: fc.constantFrom(...holderIds),
    round: fc.integer({ min: 1, max: 4 }),
    state: fc.constantFrom('running', 'waiting', 'returned', 'refused', 'done'),
  })

  test('never overwrite: what a return opens was not there', () => {
    fc.assert(
      fc.property(
        fc.array(aRound),
        fc.constantFrom(...stepIds),
        fc.constantFrom(...holderIds),
        (rounds, step, holder) => {
          const opened = [roundAfterReturn(rounds, { step, holder }), roundOfDprd(rounds)].filter(
            (each) => each !== undefined,
          )
          for (const one of opened) {
            const same = rounds.filter((each) => each.step === one.step && each.holder === one.holder)
            expect(same.every(({ round }) => round < one.round)).toBe(true)
          }
          const next = roundFor(rounds, { step, holder })
          const there = rounds.filter((each) => each.step === step && each.holder === holder && each.round === next)
          if (there.length === 1) expect(['returned', 'refused']).not.toContain(there[0]?.state)
        },
      ),
    )
  })
})
