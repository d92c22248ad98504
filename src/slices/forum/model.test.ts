import { describe, expect, test } from 'vitest'
import { countYear, slugsFor, standings, standingOf, timesMoved, whyNoAgreement, whyNotDecide } from './model.ts'

describe('how an issue stands', () => {
  test.each([
    [{}, 'dibahas'],
    [{ task: {} }, 'dibahas'],
    [{ task: { dueOn: '2027-01-01' } }, 'dijanjikan'],
    [{ task: { dueOn: '2027-01-01', said: 'done' } }, 'dijawab'],
    [{ task: { endedOn: '2027-01-01', outcome: 'done' } }, 'dijawab'],
    [{ task: { endedOn: '2027-01-01', outcome: 'dropped' } }, 'dibahas'],
    [{ decided: 'dilanjutkan', task: {} }, 'dilanjutkan'],
    [{ decided: 'dilanjutkan', task: { dueOn: '2027-01-01' } }, 'dijanjikan'],
    [{ decided: 'dibuka_kembali', task: {} }, 'dibahas'],
    [{ decided: 'selesai', task: { dueOn: '2027-01-01' } }, 'selesai'],
    [{ decided: 'tidak_dilanjutkan' }, 'tidak_dilanjutkan'],
  ] as const)('%j: %s', (known, standing) => expect(standingOf(known)).toBe(standing))

  test('is closed only with an answer, left only with a reason, opened only when closed', () => {
    expect(whyNotDecide('dijanjikan', { outcome: 'selesai' })).toBe('answer')
    expect(whyNotDecide('dijawab', { outcome: 'selesai' })).toBeUndefined()
    expect(whyNotDecide('dibahas', { outcome: 'tidak_dilanjutkan' })).toBe('reason')
    expect(whyNotDecide('selesai', { outcome: 'dilanjutkan' })).toBe('closed')
    expect(whyNotDecide('dibahas', { outcome: 'dibuka_kembali' })).toBe('open')
  })
})

test('a day is moved when another one follows it, not when it is said again or left out', () => {
  expect(timesMoved([{ dueOn: '2027-01-01' }, {}, { dueOn: '2027-01-01' }, { dueOn: '2027-02-01' }])).toBe(1)
  expect(timesMoved([])).toBe(0)
})

test('a year counts every issue once as open, closed or given up', () => {
  const counts = countYear(standings.map((standing) => ({ standing })))
  expect(counts).toEqual({ raised: 6, answered: 2, closed: 1, givenUp: 1, open: 4 })
})

describe('a process with a third party', () => {
  test('is for an estate here, and refused with the article for whoever the law pairs otherwise', () => {
    const asked = { country: 'ID', cooperationType: undefined }
    expect(whyNoAgreement({ ...asked, partnerKind: 'estate' })).toBeUndefined()
    expect(whyNoAgreement({ ...asked, partnerKind: undefined })).toMatchObject({ id: 'mitra' })
    const abroad = whyNoAgreement({
      partnerKind: 'foreign_local_government',
      country: 'JP',
      cooperationType: undefined,
    })
    expect(abroad).toMatchObject({ id: 'jenis', article: { at: expect.any(String) } })
    expect(whyNoAgreement({ ...asked, partnerKind: 'estate', cooperationType: 'ksdd' })).toMatchObject({
      id: 'sudah_berjenis',
    })
  })
})

test('an address is made of plain letters, also of words that have none', () => {
  const at = { raisedOn: '2026-01-01', id: '0199-abcdefabcdef' }
  expect(slugsFor({ ...at, words: '<b>Air baku</b>' })[0]).toBe('b-air-baku-b')
  expect(slugsFor({ ...at, words: '水道' })[0]).toBe('isu')
})
