import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { publishActivity } from '../src/slices/agenda/commands.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { addAlias } from '../src/slices/partners/contract.ts'
import { endNextStep, readNextStep, readRelation, setNextStep } from '../src/slices/relations/contract.ts'
import { furnish, type Furniture } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let own: Furniture
let foreign: Furniture
beforeAll(async () => {
  world = await openWorld()
  own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
  foreign = await furnish(world, { region: 'kab-bekasi', canary: 'Kab-Kenari' })
  petugas = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

const onDay = async (on: string, endpoint: Endpoint, input: object) =>
  await petugas.ask(endpoint, { ...input }, { headers: { cookie: `${petugas.cookie}; tanggal=${on}` } })
const fields = ({ body }: { body: any }) => body.details?.fields
const four = () => ({
  relations: [own.relation],
  occurredOn: '2026-03-05',
  place: 'Balai Kota',
  about: `Rapat ${newId()}`,
})
const read = async (slug: string) => (await petugas.ask(agenda.readActivity, { slug })).body
async function recorded(more: object = {}) {
  const { status, body } = await petugas.ask(agenda.recordActivity, { ...four(), ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { id: string; slug: string; rev: number }
}

describe('a visit is recorded from four things', () => {
  test('and is there with its relation, its day and its place', async () => {
    const about = `Kunjungan balasan ${newId().slice(-6)}`
    const { slug } = await recorded({ about })
    expect(slug).toMatch(/^kunjungan-balasan-\w+-2026-03-05$/)
    expect(await read(slug)).toMatchObject({
      about,
      place: 'Balai Kota',
      occurredOn: '2026-03-05',
      planned: false,
      relations: [{ id: own.relation }],
      nextSteps: [{ subject: own.relation }],
    })
  })

  test.each(['occurredOn', 'place', 'about'])('without %s it is refused, and nothing is left behind', async (left) => {
    const answer = await petugas.ask(agenda.recordActivity, { ...four(), [left]: undefined })
    expect(fields(answer)).toEqual([{ path: left, fault: 'required' }])
  })

  test('without a relation the words that were typed are enough; it waits to be sorted', async () => {
    const nobody = await petugas.ask(agenda.recordActivity, { ...four(), relations: [] })
    expect(fields(nobody)).toEqual([{ path: 'who', fault: 'required' }])
    const { id, slug } = await recorded({ relations: [], who: 'Rombongan dari Suwon' })
    const found = await read(slug)
    expect(found.participants).toMatchObject([{ side: 'guest', organisation: 'Rombongan dari Suwon' }])
    expect(found.nextSteps).toEqual([{ subject: id }])
    const unsorted = async () =>
      (await petugas.ask(agenda.listOfRegion, { unsorted: 'true' })).body.rows.map((row: { id: string }) => row.id)
    expect(await unsorted()).toContain(id)
    expect((await petugas.ask(agenda.linkRelation, { id, relation: own.relation })).status).toBe(200)
    expect((await petugas.ask(agenda.linkRelation, { id, relation: own.relation })).status).toBe(200)
    expect(await unsorted()).not.toContain(id)
    expect((await read(slug)).relations).toHaveLength(1)
  })

  test('another region’s relation, official or activity is not found', async () => {
    const { id } = await recorded()
    for (const [endpoint, input] of [
      [agenda.recordActivity, { ...four(), relations: [foreign.relation] }],
      [agenda.linkRelation, { id, relation: foreign.relation }],
      [agenda.addParticipant, { id, side: 'host', official: foreign.official }],
      [agenda.addStatement, { id, words: 'Kata', person: foreign.person }],
      [agenda.closeActivity, { id, rev: 1, nextSteps: [{ subject: foreign.relation, reason: 'waiting_partner' }] }],
      [agenda.addPhoto, { id, file: foreign.picture, caption: 'Foto' }],
      [agenda.listOfRegion, { after: foreign.activity }],
    ] as [Endpoint, object][]) {
      expect((await petugas.ask(endpoint, { ...input })).status, endpoint.name).toBe(404)
    }
  })

  test('sent twice under one act it is recorded once', async () => {
    const visit = { ...four(), act: newId() }
    const [one, two] = [
      await petugas.ask(agenda.recordActivity, visit),
      await petugas.ask(agenda.recordActivity, visit),
    ]
    expect([one.status, two.status]).toEqual([200, 200])
    expect(two.body).toEqual(one.body)
    const [count] = await world.owner`select count(*)::int as n from agenda.activities where about = ${visit.about}`
    expect(count?.['n']).toBe(1)
  })

  test('two of one name and day have addresses of their own', async () => {
    const about = `Rapat kembar ${newId().slice(-6)}`
    const one = await recorded({ about })
    const two = await recorded({ about, sure: ['about'] })
    expect(two.slug).toBe(`${one.slug}-2`)
  })
})

describe('what is probably not meant is asked again', () => {
  test('the same subject on the same day', async () => {
    const about = `Rapat ${newId()}`
    await recorded({ about })
    const again = await petugas.ask(agenda.recordActivity, { ...four(), about: about.toUpperCase() })
    expect(fields(again)).toEqual([{ path: 'about', fault: 'doubtful' }])
    await recorded({ about, occurredOn: '2026-03-06' })
  })

  test('a weekday that is not that of the date; both are kept once it is meant', async () => {
    const visit = { occurredOn: '2025-07-24', weekday: 'rabu' }
    const asked = await petugas.ask(agenda.recordActivity, { ...four(), ...visit })
    expect(fields(asked)).toEqual([{ path: 'weekday', fault: 'doubtful' }])
    const { slug } = await recorded({ ...visit, sure: ['weekday'] })
    expect(await read(slug)).toMatchObject(visit)
    const right = await recorded({ ...visit, weekday: 'kamis' })
    expect((await read(right.slug)).weekday, 'the date says it by itself').toBeUndefined()
  })

  test('a year with nothing but a weekday is not asked', async () => {
    const { slug } = await recorded({ occurredOn: '2023', weekday: 'kamis' })
    expect(await read(slug)).toMatchObject({ occurredOn: '2023', weekday: 'kamis' })
  })

  test.each([
    ['Izumisanno', true],
    ['izumisano city', true],
    ['泉佐野', true],
    ['Kota Semarang', false],
    ['Rombongan', false],
  ])('a partner typed another way: %s (%s)', async (who, isAsked) => {
    const answer = await petugas.ask(agenda.recordActivity, { ...four(), relations: [], who })
    expect(answer.status).toBe(isAsked ? 422 : 200)
    if (!isAsked) return
    expect(fields(answer)).toEqual([{ path: 'who', fault: 'doubtful' }])
    const { rows } = (await petugas.ask(agenda.proposeRelations, { words: who })).body
    expect(rows[0]).toMatchObject({ slug: 'kota-bekasi-izumisano' })
    await recorded({ relations: [], who, sure: ['who'] })
  })

  test('a spelling that was noted before is found too, in no other region', async () => {
    const { partner } = (await petugas.ask(readRelation, { id: own.relation })).body
    const added = await petugas.ask(addAlias, { id: partner.id, name: 'Zwq-Orsoy' })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
    const here = await petugas.ask(agenda.proposeRelations, { words: 'zwq orsoi' })
    expect(here.body.rows).toHaveLength(1)
    const there = await (await world.as('petugas-kab-bekasi')).ask(agenda.proposeRelations, { words: 'zwq orsoi' })
    expect(there.body.rows).toEqual([])
  })

  test('an end before the beginning cannot be meant', async () => {
    const visit = { ...four(), endedOn: '2026-03-04', sure: ['endedOn', 'weekday'] }
    expect(fields(await petugas.ask(agenda.recordActivity, visit))).toEqual([{ path: 'endedOn', fault: 'wrong_order' }])
    const { id } = await recorded()
    const mended = await petugas.ask(agenda.mendActivity, { id, rev: 1, endedOn: '2026-03-04' })
    expect(fields(mended)).toEqual([{ path: 'endedOn', fault: 'wrong_order' }])
  })
})

describe('the newest day of a relation', () => {
  const lastOn = async (relation: string) => (await petugas.ask(readRelation, { id: relation })).body.lastOn

  test('follows what is recorded, corrected, voided and undone; what is planned is no news', async () => {
    const { relation } = await furnish(world, { region: 'kota-bekasi', canary: `Hari-${newId().slice(-6)}` })
    const before = await lastOn(relation)
    const of = { relations: [relation] }
    const first = await recorded({ ...of, occurredOn: '2026-05-01' })
    const act = newId()
    await petugas.ask(agenda.recordActivity, { ...four(), ...of, occurredOn: '2026-06-01', act })
    expect(await lastOn(relation)).toBe('2026-06-01')
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect(await lastOn(relation)).toBe('2026-05-01')
    await petugas.ask(agenda.mendActivity, { id: first.id, rev: 1, occurredOn: '2026-04-30' })
    expect(await lastOn(relation)).toBe('2026-04-30')
    await onDay('2026-05-02', agenda.recordActivity, { ...four(), ...of, occurredOn: '2026-05-20' })
    expect(await lastOn(relation)).toBe('2026-04-30')
    const voided = await petugas.ask(agenda.voidActivity, { id: first.id, rev: 2, reason: 'Salah mitra' })
    expect(voided.status).toBe(200)
    expect(await lastOn(relation)).toBe('2026-05-20')
    expect(before < '2026-04-30').toBe(true)
  })
})

describe('closing a visit', () => {
  const anew = async () => {
    const furnished = await furnish(world, { region: 'kota-bekasi', canary: `Tutup-${newId().slice(-6)}` })
    const { body } = await petugas.ask(readNextStep, { id: furnished.relation })
    await petugas.ask(endNextStep, { id: furnished.relation, step: body.step.id, rev: body.step.rev, outcome: 'done' })
    return furnished.relation
  }

  test('without a next step asks for it, and takes it in the same act', async () => {
    const relation = await anew()
    const { id, slug } = await recorded({ relations: [relation] })
    const asked = await petugas.ask(agenda.closeActivity, { id, rev: 1 })
    expect([asked.status, asked.body.code, asked.body.details]).toEqual([409, 'not_yet', { missing: ['next_step'] }])
    expect((await read(slug)).closedOn).toBeUndefined()
    const nextSteps = [{ subject: relation, what: 'Menulis surat terima kasih', dueOn: '2027-01-05' }]
    const closed = await petugas.ask(agenda.closeActivity, { id, rev: 1, nextSteps })
    expect(closed.status, JSON.stringify(closed.body)).toBe(200)
    const found = await read(slug)
    expect(found.closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(found.nextSteps).toMatchObject([{ step: { what: 'Menulis surat terima kasih', dueOn: '2027-01-05' } }])
    expect((await petugas.ask(agenda.closeActivity, { id, rev: found.rev })).status, 'closed once').toBe(409)
  })

  test.each(['waiting_direction', 'waiting_partner', 'enough_for_now'])(
    'a ready reason is enough: %s',
    async (reason) => {
      const relation = await anew()
      const { id } = await recorded({ relations: [relation] })
      const closed = await petugas.ask(agenda.closeActivity, { id, rev: 1, nextSteps: [{ subject: relation, reason }] })
      expect(closed.status).toBe(200)
      expect((await petugas.ask(readNextStep, { id: relation })).body.step).toMatchObject({ reason })
    },
  )

  test('of two relations both want one; a step that stands already is one', async () => {
    const [one, two] = [await anew(), await anew()]
    const { id } = await recorded({ relations: [one, two] })
    const close = async (nextSteps: object[]) => await petugas.ask(agenda.closeActivity, { id, rev: 1, nextSteps })
    expect((await close([{ subject: one, reason: 'waiting_partner' }])).body.details.missing).toEqual(['next_step'])
    await petugas.ask(setNextStep, { id: two, what: 'Menunggu jadwal' })
    expect((await close([{ subject: one, reason: 'waiting_partner' }])).status).toBe(200)
  })

  test('without a relation the visit itself has the next step', async () => {
    const { id, slug } = await recorded({ relations: [], who: 'Tamu tanpa nama' })
    expect((await petugas.ask(agenda.closeActivity, { id, rev: 1 })).status).toBe(409)
    const nextSteps = [{ subject: id, what: 'Mencari tahu siapa mitranya' }]
    expect((await petugas.ask(agenda.closeActivity, { id, rev: 1, nextSteps })).status).toBe(200)
    expect((await read(slug)).nextSteps).toMatchObject([{ step: { what: 'Mencari tahu siapa mitranya' } }])
  })

  test('waits for its day', async () => {
    const { id } = await recorded({ occurredOn: '2099-01-02' })
    const early = await petugas.ask(agenda.closeActivity, { id, rev: 1 })
    expect(early.body.details).toEqual({ missing: ['day'] })
  })

  test('names the faulty line of its input', async () => {
    const relation = await anew()
    const { id } = await recorded({ relations: [relation] })
    const close = async (step: object) =>
      await petugas.ask(agenda.closeActivity, { id, rev: 1, nextSteps: [{ subject: relation, ...step }] })
    expect(fields(await close({ what: 'Surat', dueOn: '2020-01-01' }))).toEqual([
      { path: 'nextSteps.0.dueOn', fault: 'doubtful' },
    ])
    expect(fields(await close({ what: 'Surat', reason: 'enough_for_now' }))).toEqual([
      { path: 'nextSteps.0.reason', fault: 'wrong' },
    ])
  })
})

describe('what belongs to a visit', () => {
  test('is noted, corrected and taken off, each with its place in the history', async () => {
    const { id, slug } = await recorded()
    const asked = async (endpoint: Endpoint, input: object) => {
      const { status, body } = await petugas.ask(endpoint, { ...input })
      expect(status, `${endpoint.name} ${JSON.stringify(body)}`).toBe(200)
      return body
    }
    const host = await asked(agenda.addParticipant, { id, side: 'host', official: own.official, leads: true })
    const body = await asked(agenda.addParticipant, {
      id,
      side: 'other',
      organisation: 'PDAM',
      role: 'pendamping',
      headcount: 3,
    })
    const typed = await asked(agenda.addParticipant, { id, side: 'guest', personName: 'Ibu ketua rombongan' })
    await asked(agenda.mendParticipant, { id: body.id, rev: 1, headcount: 4 })
    const said = await asked(agenda.addStatement, { id, words: 'Menyambut baik.', official: own.official })
    await asked(agenda.mendStatement, { id: said.id, rev: 1, words: 'Menyambut dengan baik.' })
    await asked(agenda.citeActivity, { id, kind: 'news', outlet: 'Koran Kota', publishedOn: '2026-03-06' })
    const photo = await asked(agenda.addPhoto, { id, file: own.picture, caption: 'Balai Kota, 5 Maret 2026' })
    const found = await read(slug)
    expect(found.participants).toMatchObject([
      { id: body.id, organisation: 'PDAM', role: 'pendamping', headcount: 4, givenName: '' },
      { id: host.id, leads: true, office: 'kepala_dinas' },
      { id: typed.id, givenName: 'Ibu ketua rombongan' },
    ])
    expect(found.participants[2]).not.toHaveProperty('office')
    expect(found.statements).toMatchObject([{ words: 'Menyambut dengan baik.', position: 1 }])
    expect(found.sources).toEqual([{ kind: 'news', outlet: 'Koran Kota', publishedOn: '2026-03-06' }])
    expect(found.photos).toMatchObject([{ id: photo.id, file: own.picture }])
    await asked(agenda.dropParticipant, { id: typed.id, rev: 1 })
    await asked(agenda.dropStatement, { id: said.id, rev: 2 })
    await asked(agenda.dropPhoto, { id: photo.id, rev: 1 })
    const { rows } = await asked(readHistory, { subject: id, limit: 50 })
    expect(rows).toHaveLength(12)
    const ofRelation = (await asked(readHistory, { subject: own.relation, limit: 100 })).rows
    const verbs = ofRelation.map(({ verb }: { verb: string }) => verb)
    expect(verbs, 'the relation tells the acts of its visits').toContain('agenda.citeActivity')
  })

  test('an empty participant and a document instead of a picture are refused', async () => {
    const { id } = await recorded()
    expect(fields(await petugas.ask(agenda.addParticipant, { id, side: 'guest', headcount: 3 }))).toEqual([
      { path: 'organisation', fault: 'required' },
    ])
    expect(fields(await petugas.ask(agenda.addPhoto, { id, file: own.file, caption: 'Surat' }))).toEqual([
      { path: 'file', fault: 'wrong' },
    ])
  })

  test('the later of two officers is told what the other changed', async () => {
    const { id } = await recorded()
    await (await world.as('kepala-bagian')).ask(agenda.mendActivity, { id, rev: 1, place: 'Pendopo' })
    const late = await petugas.ask(agenda.mendActivity, { id, rev: 1, place: 'Aula' })
    expect(late.body).toMatchObject({
      code: 'stale',
      details: { changes: [{ field: 'place', was: 'Balai Kota', now: 'Pendopo' }] },
    })
  })
})

describe('a wrong record', () => {
  test('is voided with a reason: readable at its address, counted nowhere, and closed to changes', async () => {
    const { id, slug } = await recorded()
    expect(fields(await petugas.ask(agenda.voidActivity, { id, rev: 1, reason: ' ' }))).toEqual([
      { path: 'reason', fault: 'required' },
    ])
    const voided = await petugas.ask(agenda.voidActivity, { id, rev: 1, reason: 'Tercatat dua kali' })
    expect(voided.status).toBe(200)
    expect((await read(slug)).voided).toMatchObject({ reason: 'Tercatat dua kali' })
    const listed = [
      ...(await petugas.ask(agenda.listActivities, { relation: own.relation })).body.rows,
      ...(await petugas.ask(agenda.listOfRegion, { limit: 100 })).body.rows,
    ]
    expect(listed.length).toBeGreaterThan(2)
    expect(listed.filter((row) => row.id === id)).toEqual([])
    const late = await petugas.ask(agenda.addStatement, { id, words: 'Terlambat' })
    expect(late.body).toMatchObject({ code: 'stale', details: { changes: [{}, {}] } })
  })

  test('that was published is withdrawn with it; undone, both are back', async () => {
    const { id, slug } = await recorded()
    await asSystem(world.database, { tenant: own.tenant, verb: 'test.publish' }, (call) =>
      publishActivity(call, { id, relation: own.relation }),
    )
    const seen = async () => (await world.page(`/id/kegiatan/${slug}`)).status
    expect(await seen()).toBe(200)
    const act = newId()
    await petugas.ask(agenda.voidActivity, { act, id, rev: 1, reason: 'Salah hari' })
    expect(await seen()).not.toBe(200)
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect(await seen()).toBe(200)
    expect((await read(slug)).voided).toBeUndefined()
  })
})

test('what is typed of people in no list does not become public with a visit', async () => {
  const { id, slug } = await recorded()
  await petugas.ask(agenda.addParticipant, { id, side: 'guest', personName: 'Nama-Ketikan' })
  await petugas.ask(agenda.addStatement, { id, words: 'Kata-Ketikan', speaker: 'Pembicara-Ketikan' })
  await petugas.ask(agenda.addParticipant, { id, side: 'other', organisation: 'PDAM Tirta', headcount: 3 })
  await asSystem(world.database, { tenant: own.tenant, verb: 'test.publish' }, (call) =>
    publishActivity(call, { id, relation: own.relation }),
  )
  const { text } = await world.page(`/id/kegiatan/${slug}`)
  expect(text).toContain('PDAM Tirta')
  expect(text).toContain('3 orang')
  expect(text).not.toContain('Ketikan')
})
