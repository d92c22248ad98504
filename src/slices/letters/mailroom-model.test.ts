import { describe, expect, test } from 'vitest'
import {
  isMission,
  languageOfScript,
  mailFaults,
  mailState,
  nextSuffix,
  registerLabel,
  threadStatus,
  type MailEntry,
} from './mailroom-model.ts'
import { deliveredRoutes, routedKinds, routeFor } from './routing-model.ts'

const entry: MailEntry = {
  direction: 'in',
  correspondent: 'Pengirim',
  passedOn: '2026-11-20',
  channel: 'post',
  wantsAnswer: false,
}
const faults = (change: Partial<MailEntry>, sure: string[] = []) =>
  mailFaults({ ...entry, ...change }, { on: '2026-11-22', sure }).map(({ path, fault }) => `${path} ${fault}`)

describe('a letter as entered', () => {
  test.each([
    [{}, []],
    [{ correspondent: '' }, ['correspondent required']],
    [{ channel: 'phone' as const }, ['spoke required']],
    [{ datedOn: '2026-11-21' }, ['passedOn wrong_order']],
    [{ passedOn: '2026-11-23' }, ['passedOn doubtful']],
    [{ answerBy: '2026-12-01' }, ['answerBy wrong']],
    [{ answerBy: '2026-11-19', wantsAnswer: true }, ['answerBy doubtful']],
    [{ answerBy: '2026-11-01', wantsAnswer: true, datedOn: '2026-11-10' }, ['answerBy wrong_order']],
  ])('%j: %j', (change, said) => expect(faults(change)).toEqual(said))

  test('what is doubtful passes when it is meant, what is wrong does not', () => {
    expect(faults({ passedOn: '2026-11-23' }, ['passedOn'])).toEqual([])
    expect(faults({ datedOn: '2026-11-21' }, ['passedOn'])).toEqual(['passedOn wrong_order'])
  })

  test('stands where the next act is: follow-up first, then the answer, then the disposition', () => {
    const base = {
      direction: 'in',
      voided: false,
      wantsAnswer: true,
      answered: false,
      disposed: true,
      open: 1,
    } as const
    expect(mailState(base)).toBe('in_follow_up')
    expect(mailState({ ...base, open: 0 })).toBe('unanswered')
    expect(mailState({ ...base, open: 0, direction: 'out' })).toBe('waiting')
    expect(mailState({ ...base, open: 0, answered: true })).toBe('answered')
    expect(mailState({ ...base, open: 0, wantsAnswer: false, disposed: false })).toBe('undisposed')
    expect(mailState({ ...base, open: 0, wantsAnswer: false })).toBe('settled')
    expect(mailState({ ...base, voided: true })).toBe('voided')
  })
})

describe('register numbers', () => {
  test('12, 12.a, and nothing behind 12.z', () => {
    expect([registerLabel({ number: 12, suffix: '' }), registerLabel({ number: 12, suffix: 'a' })]).toEqual([
      '12',
      '12.a',
    ])
    expect([nextSuffix(''), nextSuffix('a'), nextSuffix('z')]).toEqual(['a', 'b', undefined])
  })
})

describe('a matter', () => {
  const letter = (direction: 'in' | 'out', wantsAnswer = false, answered = false) => ({
    direction,
    wantsAnswer,
    answered,
  })
  test.each([
    [[], false, 'masuk'],
    [[letter('in', true)], false, 'masuk'],
    [[letter('in', true, true)], false, 'dijawab'],
    [[letter('in', true), letter('out')], false, 'dijawab'],
    [[letter('in'), letter('out', true)], false, 'menunggu'],
    [[letter('in', true)], true, 'selesai'],
  ] as const)('%j, ended %s: %s', (letters, ended, status) => expect(threadStatus(letters, { ended })).toBe(status))

  test('with a mission is closed, whoever says so', () => {
    expect([isMission('kedutaan', undefined), isMission('lain', 'embassy'), isMission('mitra', 'company')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

test('a route is the region’s own where it wrote one; every delivered one says how far it was checked', () => {
  const own = { kind: 'dprd', attention: 'Ketua Komisi', through: '', copies: '' }
  expect(routeFor('dprd', [own])).toEqual({ attention: 'Ketua Komisi', through: '', copies: '' })
  expect(routeFor('kedutaan', [own]).copies).toBe('Kementerian Luar Negeri')
  for (const kind of routedKinds) expect(deliveredRoutes[kind].verified).toBe('M')
})

test('the script of a text tells its language where one language alone has it', () => {
  expect(['さくら市', '서울', '大阪', 'سلام', 'Surat'].map(languageOfScript)).toEqual([
    'ja',
    'ko',
    'zh',
    'ar',
    undefined,
  ])
})
