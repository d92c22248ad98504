import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import {
  asksForNews,
  commitmentFault,
  followLimit,
  isBehind,
  isPast,
  lackingToPublish,
  newsFault,
  newsStates,
  publicWords,
  saysSame,
  sideOf,
  standingOn,
} from './commitments-model.ts'

const aDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))
const someNews = fc.array(
  fc.record({ id: fc.uuid(), state: fc.constantFrom(...newsStates), saidOn: aDay, rev: fc.constant(1) }),
  { maxLength: 8 },
)
const official = 'a'
const person = 'b'

describe('who gives a word', () => {
  test('one voice, and none of the other side', () => {
    const at = { occurredOn: '2025-07-24' }
    expect(commitmentFault({ side: 'ours', official }, at)).toBeUndefined()
    expect(commitmentFault({ side: 'theirs', person }, at)).toBeUndefined()
    expect(commitmentFault({ side: 'ours', speaker: 'Ketua' }, at)).toBeUndefined()
    expect(commitmentFault({ side: 'ours' }, at)).toEqual({ path: 'speaker', fault: 'required' })
    expect(commitmentFault({ side: 'ours', official, speaker: 'Ketua' }, at)?.path).toBe('speaker')
    expect(commitmentFault({ side: 'theirs', official }, at)).toEqual({ path: 'side', fault: 'wrong' })
    expect(commitmentFault({ side: 'ours', person }, at)).toEqual({ path: 'side', fault: 'wrong' })
    expect([sideOf({ official }), sideOf({ person }), sideOf({})]).toEqual(['ours', 'theirs', undefined])
  })

  test('a day before the meeting is asked; a month that may still hold is not', () => {
    const given = { side: 'ours', official } as const
    const at = { occurredOn: '2025-07-24' }
    expect(commitmentFault({ ...given, dueOn: '2025-07-23' }, at)?.fault).toBe('doubtful')
    expect(commitmentFault({ ...given, dueOn: '2025-07-23' }, { ...at, sure: ['dueOn'] })).toBeUndefined()
    expect(commitmentFault({ ...given, dueOn: '2025-07' }, at)).toBeUndefined()
    expect(commitmentFault({ ...given, dueOn: '2025' }, at)).toBeUndefined()
  })
})

describe('how it stands', () => {
  test('silent before anything was heard, then the newest up to the day, whatever the order of the rows', () => {
    fc.assert(
      fc.property(someNews, aDay, (news, on) => {
        const heard = news.filter(({ saidOn }) => saidOn <= on)
        const standing = standingOn(news, on)
        if (heard.length === 0) {
          expect(standing).toEqual({ state: 'silent', on: undefined })
          return
        }
        const last = heard
          .map(({ saidOn }) => saidOn)
          .toSorted()
          .at(-1)
        expect(standing.on).toBe(last)
        expect(heard).toContainEqual(expect.objectContaining({ state: standing.state, saidOn: last }))
      }),
    )
  })

  test('of two of one day the later row holds', () => {
    const rows = [
      { state: 'running', saidOn: '2025-08-01' },
      { state: 'done', saidOn: '2025-08-01' },
    ] as const
    expect(standingOn(rows, '2025-08-01').state).toBe('done')
  })

  test('done wants a note or a file; nothing is heard tomorrow or before it was given', () => {
    const days = { occurredOn: '2025-07', on: '2025-09-01' }
    const said = { state: 'done', saidOn: '2025-08-01' } as const
    expect(newsFault(said, days)).toEqual({ path: 'note', fault: 'required' })
    expect(newsFault({ ...said, note: 'Sudah' }, days)).toBeUndefined()
    expect(newsFault({ ...said, file: 'f' }, days)).toBeUndefined()
    expect(newsFault({ ...said, state: 'running' }, days)).toBeUndefined()
    expect(newsFault({ ...said, note: 'x', saidOn: '2025-09-02' }, days)?.fault).toBe('wrong')
    expect(newsFault({ ...said, note: 'x', saidOn: '2025-06-30' }, days)?.fault).toBe('wrong_order')
    expect(newsFault({ ...said, note: 'x', saidOn: '2025-07-01' }, days)).toBeUndefined()
  })

  test('the partner’s never passes a day and is never asked about, whatever is said', () => {
    fc.assert(
      fc.property(someNews, aDay, aDay, (news, dueOn, on) => {
        expect(isPast({ side: 'theirs', dueOn, news }, on)).toBe(false)
        const task = { outcome: 'done', endedOn: dueOn }
        expect(asksForNews({ side: 'theirs', news }, { task, on })).toBe(false)
      }),
    )
    const ours = { side: 'ours', dueOn: '2025-08', news: [] } as const
    expect([isPast(ours, '2025-08-31'), isPast(ours, '2025-09-01')]).toEqual([false, true])
  })

  test('what was done about it is asked once, and not answered by itself', () => {
    const task = { outcome: 'done', endedOn: '2025-09-01' }
    const asked = (news: { id: string; state: 'done' | 'running'; saidOn: string; rev: number }[]) =>
      asksForNews({ side: 'ours', news }, { task, on: '2025-10-01' })
    expect(asked([])).toBe(true)
    expect(asked([{ id: 'n', state: 'running', saidOn: '2025-08-01', rev: 1 }])).toBe(true)
    expect(asked([{ id: 'n', state: 'running', saidOn: '2025-09-15', rev: 1 }])).toBe(false)
    expect(asked([{ id: 'n', state: 'done', saidOn: '2025-09-15', rev: 1 }])).toBe(false)
    expect(asksForNews({ side: 'ours', news: [] }, { task: { outcome: 'dropped' }, on: '2025-10-01' })).toBe(false)
  })
})

describe('what the world may see', () => {
  const may = { side: 'ours', office: 'bupati', isVoided: false, isActivityPublic: true } as const
  test('ours, by an office, that stands, of a public meeting', () => {
    expect(lackingToPublish(may)).toEqual([])
    const not = { side: 'theirs', office: undefined, isVoided: true, isActivityPublic: false } as const
    expect(lackingToPublish({ ...may, ...not })).toEqual(['ours', 'office', 'stands', 'activity'])
  })

  test('lags once words, voice or standing differ; evidence and days named stay inside', () => {
    const speaker = { givenName: 'Ade', familyName: '', nameLang: 'id' }
    const news = [{ id: 'n', state: 'running', saidOn: '2025-08-01', note: 'rahasia', rev: 1 }] as const
    const now = publicWords({ words: 'Satu', wordsLang: 'id', speaker, news })
    expect(JSON.stringify(now)).not.toContain('rahasia')
    expect(isBehind({ ...now, speaker: { familyName: '', givenName: 'Ade', nameLang: 'id' } }, now)).toBe(false)
    expect(isBehind({ ...now, words: 'Dua' }, now)).toBe(true)
    expect(isBehind({ ...now, standings: [] }, now)).toBe(true)
    expect(isBehind({ ...now, relation: 'r' }, now)).toBe(true)
  })
})

describe('what is to be done, under the words it follows from', () => {
  test.each([
    ['Pelayanan dibuat lebih cepat.', 'Pelayanan dibuat lebih cepat.', true],
    ['pelayanan dibuat lebih cepat', 'Pelayanan dibuat lebih cepat.', true],
    ['窓口を早くする', '窓口を早くする。', true],
    ['Siapkan rancangan perjanjian', 'Pelayanan dibuat lebih cepat.', false],
    ['Pelayanan', 'Pelayanan dibuat lebih cepat.', false],
    ['', 'Pelayanan dibuat lebih cepat.', false],
  ])('%j under %j is the same: %s', (what, said, same) => {
    expect(saysSame(what, said)).toBe(same)
  })

  test('words longer than a task can hold are the same as their beginning', () => {
    const said = 'kata '.repeat(200)
    expect(saysSame([...said].slice(0, followLimit).join(''), said)).toBe(true)
  })
})
