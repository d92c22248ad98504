import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agenda from '../src/slices/agenda/contract.ts'
import { addFollowUp, changeFollowUp } from '../src/slices/followup/contract.ts'
import { registerMail } from '../src/slices/letters/contract.ts'
import { importHolidays, readDay as readAnyDay } from '../src/slices/reference/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

const today = '2026-11-21'
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, `${asked[1].name} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}

test('a month names its days off, and those of Japan and Korea, in four languages', async () => {
  const { holidays, beside } = await done(today, agenda.listMonth, { month: '2026-05' })
  const all = [...holidays, ...beside]
  expect(new Set(beside.map(({ country }: { country: string }) => country))).toEqual(new Set(['JP', 'KR']))
  expect(holidays.map(({ day }: { day: string }) => day)).toContain('2026-05-01')
  for (const { name, names, day } of all) {
    expect(Object.keys(names).toSorted(), `${day} ${name}`).toEqual(['en', 'ja', 'ko'])
    expect(Object.values(names), 'words of their own').not.toContain(name)
  }
  // A table taken over from a decree has Indonesian names only; days that everybody has keep theirs.
  const admin = await stage.world.as('admin')
  const rows = [{ day: '2029-12-25', kind: 'nasional', name: holidays.find(({ day }: { day: string }) => day === '2026-05-01').name }] // prettier-ignore
  const taken = await stage.on(today, importHolidays, { year: 2029, rev: 0, basis: 'SKB Uji', complete: true, rows: [...rows, { day: '2029-11-10', kind: 'nasional', name: 'Hari uji daerah' }] }, admin) // prettier-ignore
  expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  const named = (await done(today, agenda.listMonth, { month: '2029-12' })).holidays
  expect(named).toMatchObject([{ day: '2029-12-25', names: { ja: 'メーデー' } }])
  const { off } = await done(today, agenda.readDay, { day: '2029-11-10' })
  expect(off.names).toEqual([{ name: 'Hari uji daerah', names: {} }])
  const side = await done(today, readAnyDay, { day: '2029-12-25', countries: 'JP,KR' })
  expect(side.countries[0].holidays[0].names.ja).toBe('メーデー')
})

test('on a day off a task may be due and a letter be answered: it is said beside the date, never refused', async () => {
  const christmas = '2026-12-25'
  const relation = await stage.begin()
  const said = await done(today, readAnyDay, { day: christmas, countries: 'JP,KR' })
  expect(said.countries.map(({ country, state }: { country: string; state: string }) => [country, state])).toEqual([
    ['ID', 'off'],
    ['JP', 'working'],
    ['KR', 'off'],
  ])
  const task = await done(today, addFollowUp, { subject: relation, what: 'Menyiapkan data', dueOn: christmas })
  expect((await done(today, changeFollowUp, { id: task.id, rev: 1, dueOn: '2026-12-26' })).id).toBeDefined()
  await done(today, registerMail, {
    direction: 'in',
    kind: 'lain',
    correspondent: 'Kantor penguji',
    passedOn: today,
    channel: 'post',
    subject: 'Permohonan data',
    wantsAnswer: true,
    answerBy: christmas,
  })
  expect((await stage.on(today, readAnyDay, { day: '2026-02-30' })).status).toBe(422)
})
