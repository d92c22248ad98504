import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { asSystem } from '../src/platform/act.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import {
  addItem,
  closeActivity,
  linkRelation,
  mendActivity,
  mendItem,
  recordActivity,
  voidActivity,
} from '../src/slices/agenda/contract.ts'
import { receiveCorrection } from '../src/slices/corrections/commands.ts'
import { answerCorrection, listCorrections } from '../src/slices/corrections/contract.ts'
import { cancelLetter, prepareLetter } from '../src/slices/letters/contract.ts'
import {
  discontinueRelation,
  endNextStep,
  readNextStep,
  recordStep,
  recordText,
  sendStep,
  setNextStep,
  setPartner,
} from '../src/slices/relations/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import type { Asker } from './world.ts'

const today = '2026-03-02'
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const foreign = { kind: 'foreign_local_government', beganOn: '2026-02-20' } as const
const read = async ({ on = today, who }: { on?: string; who?: Asker } = {}) =>
  (await stage.on(on, readToday, { all: true }, who)).body
const linesOf = async (kind: string, asked: { on?: string; who?: Asker } = {}) =>
  (await read(asked)).lines.filter((line: { kind: string }) => line.kind === kind)
const about = async (kind: string, id: string, on = today) =>
  (await linesOf(kind, { on })).find((line: any) => (line.relation ?? line.visit).id === id)
const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

describe('Hari ini tells', () => {
  test('that readers wait, until they are answered', async () => {
    const subject = await stage.begin(foreign)
    const id = newId()
    await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.receive' }, async (call) => {
      const words = { words: 'Keliru.', wordsLang: 'id', topic: undefined, contact: undefined } as const
      await receiveCorrection(call, { id, subject, page: '/kerja-sama/x', ...words, receivedOn: '2026-03-01' })
    })
    expect(await linesOf('corrections', { on: '2026-02-28' })).toEqual([])
    expect(await linesOf('corrections')).toEqual([{ key: 'corrections', kind: 'corrections', n: 1 }])
    const [row] = (await done(today, listCorrections, {})).rows
    await done(today, answerCorrection, { id, rev: row.rev, state: 'declined', answer: 'Tetap.' })
    expect(await linesOf('corrections')).toEqual([])
  })

  test('a next step on its day and after, of a relation and of a visit, until it is done', async () => {
    const id = await stage.begin(foreign)
    const step = await done(today, setNextStep, { id, what: 'Menyurati mitra', dueOn: '2026-03-05' })
    expect(await about('next_step', id, '2026-03-04')).toBeUndefined()
    expect(await about('next_step', id, '2026-03-05')).toMatchObject({ what: 'Menyurati mitra', dueOn: '2026-03-05' })
    expect(await about('next_step', id, '2026-04-01')).toBeDefined()
    const { step: now } = await done('2026-03-05', readNextStep, { id })
    await done('2026-03-05', endNextStep, { id, step: step.id, rev: now.rev, outcome: 'done' })
    expect(await about('next_step', id, '2026-03-05')).toBeUndefined()

    const visit = await done(today, recordActivity, {
      who: 'Pihak lain',
      occurredOn: '2026-03-01',
      place: 'Balai kota',
      about: 'Rapat',
    })
    const nextSteps = [{ subject: visit.id, what: 'Menanya kabar', dueOn: '2026-03-03' }]
    await done(today, closeActivity, { id: visit.id, rev: 1, nextSteps })
    expect(await about('next_step', visit.id, '2026-03-03')).toMatchObject({
      visit: { slug: visit.slug, about: 'Rapat' },
    })
    await done('2026-03-03', voidActivity, { id: visit.id, rev: 2, reason: 'Dua kali' })
    expect(await about('next_step', visit.id, '2026-03-03')).toBeUndefined()
  })

  test('DPRD’s limit from ten working days on and after it, until the decision', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2026-01-01' })
    const sent = { id, step: 'persetujuan_dprd', holder: 'dprd', sentOn: '2026-01-05', receivedOn: '2026-01-05' }
    await done('2026-02-01', sendStep, sent)
    expect(await about('clock', id, '2026-02-25')).toBeUndefined()
    expect(await about('clock', id, '2026-02-26')).toMatchObject({
      dueOn: '2026-03-12',
      daysLeft: 10,
      isProvisional: false,
    })
    expect((await about('clock', id, '2026-03-13')).daysLeft).toBe(-1)
    const decision = {
      id,
      step: 'persetujuan_dprd',
      occurredOn: '2026-03-06',
      outcome: 'agreed',
      paper: { seenAt: 'Lemari' },
    }
    await done('2026-03-06', recordStep, decision)
    expect(await about('clock', id, '2026-03-13')).toBeUndefined()
    expect((await about('clock', id, '2026-03-05')).daysLeft, 'as it stood').toBe(5)
  })

  test('a draft of a letter, until it is cancelled', async () => {
    const id = await stage.begin(foreign)
    const letter = await done(today, prepareLetter, { relation: id, kind: 'konsultasi_mendagri' })
    const line = await about('draft', id)
    expect(line).toMatchObject({ letter: letter.id, letterKind: 'konsultasi_mendagri' })
    await done(today, cancelLetter, { id: letter.id, rev: letter.rev, reason: 'Tidak jadi' })
    expect(await about('draft', id)).toBeUndefined()
  })

  test('whose partner nobody knows, until somebody says so or it is not continued', async () => {
    const [id, other] = [await stage.begin(), await stage.begin()]
    expect((await about('partner', id)).relation.name).toMatch(/^Mitra relasi/)
    await done(today, setPartner, { id, rev: 1, partner: await stage.partner('embassy') })
    expect(await about('partner', id)).toBeUndefined()
    await done(today, discontinueRelation, { id: other, rev: 1, notContinuedOn: today, reason: 'Tidak jelas' })
    expect(await about('partner', other)).toBeUndefined()
    expect(await about('partner', other, '2026-03-01')).toBeDefined()
  })

  test('a visit that is not sorted or not closed, from its day on, not for ever', async () => {
    const id = await stage.begin(foreign)
    const visit = await done(today, recordActivity, {
      who: 'Tamu',
      occurredOn: '2026-03-03',
      place: 'Pendopo',
      about: 'Audiensi',
    })
    expect(await about('visit', visit.id)).toBeUndefined()
    expect(await about('visit', visit.id, '2026-03-03')).toMatchObject({ sorted: false, occurredOn: '2026-03-03' })
    expect(await about('visit', visit.id, '2027-03-03'), 'unsorted it waits on').toBeDefined()
    await done('2026-03-03', linkRelation, { id: visit.id, relation: id })
    expect(await about('visit', visit.id, '2026-03-03')).toMatchObject({ sorted: true })
    expect(await about('visit', visit.id, '2026-08-30')).toBeDefined()
    expect(await about('visit', visit.id, '2026-08-31')).toBeUndefined()
    const nextSteps = [{ subject: id, reason: 'waiting_partner' }]
    await done('2026-03-03', closeActivity, { id: visit.id, rev: 1, nextSteps })
    expect(await about('visit', visit.id, '2026-03-03')).toBeUndefined()
  })

  test('what ends soon: a year ahead abroad, half a year at home, by the last day of its text', async () => {
    const signed = async (kind: 'foreign_local_government' | 'domestic_region', country: string) => {
      const id = await stage.begin({ kind, country })
      const text = { id, kind: 'mou', title: 'Nota', signedOn: '2025-01-10', endsOn: '2027-06-30', imported: true }
      await done(today, recordText, { ...text, paper: { kind: 'naskah_asli', seenAt: 'Lemari' } })
      return id
    }
    const [abroad, atHome] = [await signed('foreign_local_government', 'JP'), await signed('domestic_region', 'ID')]
    const ending = async (on: string) =>
      (await read({ on })).ending.map(({ relation, endsOn }: any) => [relation.id, endsOn])
    expect(await ending('2026-06-29')).toEqual([])
    expect(await ending('2026-06-30')).toEqual([[abroad, '2027-06-30']])
    expect(await ending('2027-01-01')).toEqual(
      expect.arrayContaining([
        [abroad, '2027-06-30'],
        [atHome, '2027-06-30'],
      ]),
    )
    expect(await ending('2027-07-01')).toEqual([])
  })
})

test('seven lines, every kind among them; what may not be done is not asked', async () => {
  for (let n = 0; n < 9; n += 1) await stage.begin()
  const late = await stage.begin(foreign)
  await done(today, prepareLetter, { relation: late, kind: 'konsultasi_menlu' })
  const { body } = await stage.on('2026-09-01', readToday)
  expect(body.lines).toHaveLength(7)
  expect(body.more).toBe(body.total - 7)
  const kinds = ['corrections', 'next_step', 'clock', 'unassigned', 'asked', 'draft', 'partner', 'visit', 'silent']
  const order = body.lines.map(({ kind }: { kind: string }) => kinds.indexOf(kind))
  expect(order).toEqual([...order].toSorted((a, b) => a - b))
  expect(new Set(order)).toEqual(new Set([5, 6, 8]))
})

describe('only when it is truly her turn', () => {
  const kindsOf = async (who: Asker, on = today) =>
    new Set((await read({ who, on })).lines.map(({ kind }: { kind: string }) => kind))

  test('what another agency or person has is the officer’s to ask about once it is overdue', async () => {
    const id = await stage.begin(foreign)
    const [unit] = await stage.world.owner<{ id: string; name: string }[]>`
      select id, name from reference.units where tenant = ${stage.tenant} order by name limit 1`
    await done(today, setNextStep, { id, what: 'Menyiapkan data', unit: unit?.id, dueOn: '2026-03-05' })
    expect(await about('next_step', id, '2026-03-05')).toBeUndefined()
    expect(await about('ask', id, '2026-03-05')).toBeUndefined()
    expect(await about('ask', id, '2026-03-06')).toMatchObject({ whom: unit?.name, dueOn: '2026-03-05' })
    const other = await stage.begin(foreign)
    await done(today, setNextStep, { id: other, what: 'Menelepon', owner: 'Kepala Bidang', dueOn: '2026-03-05' })
    expect(await about('next_step', other, '2026-03-05')).toBeUndefined()
    expect(await about('ask', other, '2026-03-06')).toMatchObject({ whom: 'Kepala Bidang' })
  })

  test('a head of region sees what waits for a decision and her own, not the office’s work', async () => {
    const mayor = await stage.world.as('wali-kota')
    const [id, step] = [await stage.begin(), await stage.begin()]
    await done(today, setNextStep, { id, reason: 'waiting_direction' })
    await done(today, setNextStep, { id: step, what: 'Menunggu', dueOn: today })
    expect(await kindsOf(mayor)).toEqual(new Set(['direction']))
    const { lines } = await read({ who: mayor })
    expect(lines.find(({ relation }: any) => relation.id === id)).toMatchObject({ kind: 'direction', since: today })
    expect((await kindsOf(stage.officer)).has('direction')).toBe(false)
  })

  test('an agency sees what is its own, within a week or without a day; the administrator and the auditor nothing', async () => {
    const agency = await stage.world.as('dinas')
    const [own] = await stage.world.owner<{ unit: string | null; member: string; tenant: string }[]>`
      select m.unit, m.id as member, m.tenant from identity.memberships m join identity.accounts a on a.id = m.account
      where m.role = 'opd' and m.ended_at is null and a.demonstration order by m.id limit 1`
    expect((await read({ who: agency })).lines).toEqual([])
    const id = await stage.begin(foreign)
    await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.give' }, async ({ tx }) => {
      const row = { subject: id, what: 'Menyiapkan data', from_on: today, member: own?.member ?? '' }
      for (const due_on of [null, '2026-03-09', '2026-03-10'])
        await tx
          .insertInto('followup.follow_ups')
          .values({ ...row, id: newId(), due_on })
          .execute()
    })
    const { lines, activities, ending } = await read({ who: agency })
    expect(lines.map(({ kind, dueOn }: any) => [kind, dueOn])).toEqual([
      ['task', '2026-03-09'],
      ['task', undefined],
    ])
    expect([activities, ending]).toEqual([[], []])
    for (const key of ['admin', 'auditor'])
      expect((await read({ who: await stage.world.as(key) })).lines, key).toEqual([])
    expect((await stage.on(today, readToday, {}, await stage.world.as('provinsi'))).status).toBe(403)
  })
})

test('what a checklist wants by a day stands once for each meeting, for who does it or asks, until it is done', async () => {
  const relation = await stage.begin(foreign)
  const of = { relations: [relation], place: 'Aula', occurredOn: '2026-04-15', about: `Kunjungan ${newId()}` }
  const { id, slug } = await done(today, recordActivity, { ...of, sure: ['about', 'occurredOn'] })
  const add = async (words: string, days: number, more = {}) =>
    (await done(today, addItem, { id, words, days, ...more })).id as string
  const early = await add('Surat pengundang', -30)
  await add('Data', -30)
  const [unit] = (await done(today, listUnits, {})).rows
  const theirs = await add('Daftar OPD', -29, { unit: unit.id })
  await add('Arsip', 7)
  const on = async (day: string) => await about('prepare', id, day)
  expect(await on('2026-03-13'), 'the day is not there yet').toBeUndefined()
  // H-30 is Monday 16 March; H-29 the next day, which an agency has: hers to ask about once it has passed.
  expect(await on('2026-03-16')).toMatchObject({ key: `prepare:${id}`, n: 2, ask: 0, dueOn: '2026-03-16', after: false, occurredOn: '2026-04-15', visit: { slug } }) // prettier-ignore
  expect((await linesOf('prepare', { on: '2026-03-16' })).filter((line: any) => line.visit.id === id)).toHaveLength(1)
  const asked = await on('2026-04-01')
  expect(asked).toMatchObject({ n: 3, ask: 1 })
  expect(await linesOf('prepare', { on: '2026-03-16', who: await stage.world.as('wali-kota') })).toEqual([])
  for (const item of [early, theirs]) await done('2026-04-01', mendItem, { id: item, rev: 1, done: true })
  expect(await on('2026-04-02')).toMatchObject({ n: 1, ask: 0 })
  expect(await on('2026-04-22')).toMatchObject({ n: 2, after: true })
  expect(await on('2026-08-01'), 'what is long past is told on its page only').toBeUndefined()
  await done(today, mendActivity, { id, rev: 1, occurredOn: '2026-05-20' })
  expect(await on('2026-04-02'), 'it moves with the visit').toBeUndefined()
  await done(today, voidActivity, { id, rev: 2, reason: 'Tercatat dua kali' })
  expect(await on('2026-05-19')).toBeUndefined()
})

test('Kab. Bekasi of the stories: four points without anybody, a request without a letter, a partner without a name', async () => {
  const who = await stage.world.as('petugas-kab-bekasi')
  const { lines } = await read({ on: '2026-11-21', who })
  expect(lines).toMatchObject([
    { kind: 'unassigned', n: 4, relation: { slug: 'kab-bekasi-jababeka' } },
    { kind: 'asked', askedOn: '2024-06-28', relation: { slug: 'kab-bekasi-kedutaan-besar-jepang' } },
    { kind: 'partner', hasText: false, relation: { slug: 'kab-bekasi-pihak-korea-selatan' } },
  ])
  const before = await read({ on: '2024-06-27', who })
  expect(before.lines.map(({ kind }: { kind: string }) => kind)).toEqual(['partner'])
})
