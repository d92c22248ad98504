import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { newId } from '../src/shared/ids.ts'
import {
  addPoint,
  addTask,
  changeTask,
  dropPoint,
  endTask,
  listPoints,
  mendPoint,
  publishActivity,
  readActivity,
  recordActivity,
  voidActivity,
  withdrawActivity,
} from '../src/slices/agenda/contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { listRelations, publishRelation, readNextStep, setNextStep } from '../src/slices/relations/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

const today = '2026-11-21'
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const unitOf = async () => (await done(today, listUnits, {})).rows[0].id as string

/** A meeting with two points, under a relation of its own. */
async function meet(points: readonly string[] = ['Jalan kawasan', 'Perizinan']) {
  const relation = await stage.begin()
  const about = `Rapat ${newId()}`
  const met = { relations: [relation], occurredOn: '2026-10-01', place: 'Balai kota', about, points }
  const { id, slug } = await done(today, recordActivity, met)
  const rows = (await done(today, listPoints, { relation })).rows as { id: string; words: string }[]
  return { relation, id: id as string, slug: slug as string, points: rows.map((row) => row.id) }
}

describe('what is public of a meeting', () => {
  test('stays away once it is voided, whatever is undone, and whoever publishes at the same moment', async () => {
    const { id, slug } = await meet()
    const status = async () => (await stage.world.page(`/id/kegiatan/${slug}`)).status
    await done(today, publishActivity, { id })
    const act = newId()
    await done(today, withdrawActivity, { act, id })
    const voiding = newId()
    await done(today, voidActivity, { act: voiding, id, rev: 1, reason: 'Tidak terjadi' })
    expect((await stage.on(today, undoAct, { id: act })).status).toBe(409)
    expect(await status()).toBe(410)
    await done(today, undoAct, { id: voiding })
    const { rev } = (await done(today, readActivity, { slug })) as { rev: number }
    const [voided] = await Promise.all([
      stage.on(today, voidActivity, { id, rev, reason: 'Tidak terjadi' }),
      ...Array.from({ length: 3 }, async () => await stage.on(today, publishActivity, { id })),
    ])
    expect(voided?.status).toBe(200)
    expect(await status()).not.toBe(200)
  })
})

describe('points discussed', () => {
  test('are noted with the meeting, in their order, and shown on its page and with the relation', async () => {
    const { relation, slug } = await meet()
    const { rows } = await done(today, listPoints, { relation })
    expect(rows).toMatchObject([
      { position: 1, words: 'Jalan kawasan', wordsLang: 'id', rev: 1, activity: { slug, occurredOn: '2026-10-01' } },
      { position: 2, words: 'Perizinan' },
    ])
    expect(rows[0]).not.toHaveProperty('task')
    expect((await done(today, readActivity, { slug })).points).toHaveLength(2)
  })

  test('are added with a theme, mended while nobody was faster, taken off, and brought back', async () => {
    const { id, slug } = await meet([])
    const added = await done(today, addPoint, { id, words: '  Air   bersih ', theme: 'layanan_dasar' })
    const mended = await done(today, mendPoint, { id: added.id, rev: 1, words: 'Air bersih kawasan' })
    const late = await stage.on(today, mendPoint, { id: added.id, rev: 1, theme: null }, stage.head)
    expect([late.status, late.body.details.changes[0].field]).toEqual([409, 'words'])
    const act = newId()
    await done(today, dropPoint, { act, id: added.id, rev: mended.rev })
    expect((await done(today, readActivity, { slug })).points).toEqual([])
    await done(today, undoAct, { id: act })
    expect((await done(today, readActivity, { slug })).points).toMatchObject([
      { words: 'Air bersih kawasan', theme: 'layanan_dasar' },
    ])
  })

  test('are refused when empty, too long, of no known theme, or of an activity that was voided', async () => {
    const { id } = await meet([])
    const faultOf = async (point: object) => (await stage.on(today, addPoint, { id, ...point })).body
    expect((await faultOf({ words: '  ' })).details.fields).toEqual([{ path: 'words', fault: 'required' }])
    expect((await faultOf({ words: 'a'.repeat(501) })).details.fields).toEqual([{ path: 'words', fault: 'too_long' }])
    expect((await faultOf({ words: 'Air', theme: 'lain' })).code).toBe('invalid')
    await done(today, voidActivity, { id, rev: 1, reason: 'Keliru' })
    expect((await faultOf({ words: 'Air' })).code).toBe('stale')
  })

  test('are not there for another region, and only readers may not write them', async () => {
    const { id, relation, points } = await meet()
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    const head = await stage.world.as('wali-kota')
    for (const [endpoint, input] of [
      [addPoint, { id, words: 'Air' }],
      [mendPoint, { id: points[0], rev: 1, words: 'Air' }],
      [dropPoint, { id: points[0], rev: 1 }],
      [addTask, { id, point: points[0] }],
    ] as const) {
      expect((await neighbour.ask(endpoint, input)).status, endpoint.name).toBe(404)
      expect((await head.ask(endpoint, input)).status, endpoint.name).toBe(403)
    }
    expect((await neighbour.ask(listPoints, { relation })).status).toBe(404)
    expect((await head.ask(listPoints, { relation })).status).toBe(200)
  })
})

describe('who answers a point', () => {
  test('is a body with a day; the point’s words are what is done; the same act again is the same task', async () => {
    const { id, relation, points } = await meet()
    const unit = await unitOf()
    const act = newId()
    const task = { act, id, point: points[0], unit, dueOn: '2026-12-01' }
    const first = await done(today, addTask, task)
    expect(await done(today, addTask, task)).toEqual(first)
    expect((await stage.on(today, addTask, { ...task, dueOn: '2026-12-02' })).body.code).toBe('reused')
    const { rows } = await done(today, listPoints, { relation })
    expect(rows[0].task).toMatchObject({ what: 'Jalan kawasan', unit: { id: unit }, dueOn: '2026-12-01', leads: false })
    expect(rows[1]).not.toHaveProperty('task')
    // It stands beside the next step of the relation, which nobody set.
    expect((await done(today, readNextStep, { id: relation })).step).toBeUndefined()
  })

  test('is one at a time: whoever comes second is told who was faster', async () => {
    const { id, points } = await meet()
    const unit = await unitOf()
    const both = await Promise.all([
      stage.on(today, addTask, { id, point: points[0], unit }),
      stage.on(today, addTask, { id, point: points[0], owner: 'Kepala bidang' }, stage.head),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.details.changes[0]).toHaveProperty('by')
  })

  test('is refused for a unit or point of nowhere, without words, with a day of the past until it is meant', async () => {
    const { id, points } = await meet()
    expect((await stage.on(today, addTask, { id, point: points[0], unit: newId() })).status).toBe(404)
    expect((await stage.on(today, addTask, { id, point: newId() })).status).toBe(404)
    const other = await meet()
    expect((await stage.on(today, addTask, { id, point: other.points[0] })).status).toBe(404)
    expect((await stage.on(today, addTask, { id, point: other.points[0], what: 'Rapat' })).status).toBe(404)
    const bare = await stage.on(today, addTask, { id })
    expect(bare.body.details.fields).toEqual([{ path: 'what', fault: 'required' }])
    const late = { id, point: points[0], dueOn: '2026-11-01' }
    expect((await stage.on(today, addTask, late)).body.details.fields).toEqual([{ path: 'dueOn', fault: 'doubtful' }])
    await done(today, addTask, { ...late, sure: ['dueOn'] })
  })

  test('is handed over and moved; earlier days keep who had it; a stale page is refused', async () => {
    const { id, relation, points } = await meet()
    const unit = await unitOf()
    const first = await done('2026-11-21', addTask, { id, point: points[0], unit })
    const moved = await done('2026-11-23', changeTask, { id: first.id, rev: 1, dueOn: '2026-12-15' })
    const handed = await done('2026-11-25', changeTask, { id: moved.id, rev: 1, unit: null, owner: 'Sekretaris' })
    const at = async (per: string) => (await done('2026-12-01', listPoints, { relation, per })).rows[0].task
    expect(await at('2026-11-20')).toBeUndefined()
    expect(await at('2026-11-22')).toMatchObject({ unit: { id: unit } })
    expect(await at('2026-11-22')).not.toHaveProperty('dueOn')
    expect(await at('2026-11-24')).toMatchObject({ unit: { id: unit }, dueOn: '2026-12-15' })
    expect(await at('2026-11-25')).toMatchObject({ owner: 'Sekretaris', dueOn: '2026-12-15' })
    expect(await at('2026-11-25')).not.toHaveProperty('unit')
    const stale = await stage.on('2026-11-26', changeTask, { id: first.id, rev: 1, owner: 'Lain' }, stage.head)
    expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
    const past = await stage.on('2026-11-26', changeTask, { id: handed.id, rev: 1, dueOn: '2026-11-01' })
    expect(past.body.details.fields).toEqual([{ path: 'dueOn', fault: 'doubtful' }])
  })

  test('ends done with an answer, which an earlier day does not know yet; undone it is open again', async () => {
    const { id, relation, points, slug } = await meet()
    const task = await done(today, addTask, { id, point: points[0], owner: 'Kepala bidang' })
    const act = newId()
    await done('2026-11-28', endTask, { act, id: task.id, rev: 1, outcome: 'done', note: 'Jalan diperbaiki.' })
    const at = async (per: string) => (await done('2026-12-01', listPoints, { relation, per })).rows[0].task
    expect(await at('2026-11-28')).toMatchObject({ outcome: 'done', note: 'Jalan diperbaiki.', endedOn: '2026-11-28' })
    expect(await at('2026-11-27')).not.toHaveProperty('outcome')
    expect(await at('2026-11-27')).not.toHaveProperty('note')
    const again = await stage.on('2026-11-28', endTask, { id: task.id, rev: 2, outcome: 'dropped' })
    expect(again.status).toBe(409)
    await done('2026-11-28', undoAct, { id: act })
    expect((await done('2026-12-01', readActivity, { slug })).tasks).toMatchObject([{ id: task.id }])
    expect(await at('2026-12-01')).not.toHaveProperty('outcome')
  })

  test('is not to be had at the next step of a relation, and not in another region', async () => {
    const { id, relation, points } = await meet()
    const step = await done(today, setNextStep, { id: relation, what: 'Menulis surat' })
    const task = await done(today, addTask, { id, point: points[0], owner: 'Kepala bidang' })
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    const head = await stage.world.as('wali-kota')
    for (const [endpoint, more] of [
      [changeTask, { owner: 'Lain' }],
      [endTask, { outcome: 'done' }],
    ] as const) {
      expect((await stage.on(today, endpoint, { id: step.id, rev: 1, ...more })).status).toBe(404)
      expect((await neighbour.ask(endpoint, { id: task.id, rev: 1, ...more })).status).toBe(404)
      expect((await head.ask(endpoint, { id: task.id, rev: 1, ...more })).status).toBe(403)
    }
  })

  test('goes with the point that was entered by mistake, and comes back with it', async () => {
    const { id, relation, points } = await meet()
    await done(today, addTask, { id, point: points[0], owner: 'Kepala bidang' })
    const act = newId()
    await done(today, dropPoint, { act, id: points[0], rev: 1 })
    expect((await done(today, listPoints, { relation })).rows.map((row: { id: string }) => row.id)).toEqual([points[1]])
    await done(today, undoAct, { id: act })
    expect((await done(today, listPoints, { relation })).rows[0].task).toMatchObject({ owner: 'Kepala bidang' })
  })

  test('stands in the history of the activity', async () => {
    const { id, points } = await meet()
    await done(today, addTask, { id, point: points[0], owner: 'Kepala bidang' })
    const { rows } = await done(today, readHistory, { subject: id })
    expect(rows.map((row: { verb: string }) => row.verb)).toContain('agenda.addTask')
  })
})

describe('Hari ini', () => {
  const lines = async (kind: string, on = today) =>
    (await done(on, readToday, { all: true })).lines.filter((line: { kind: string }) => line.kind === kind)

  test('counts the points of a relation that nobody has, until each has somebody', async () => {
    const { id, relation, points } = await meet()
    const mine = async (on?: string) =>
      (await lines('unassigned', on)).find((line: any) => line.relation.id === relation)?.n as number | undefined
    expect(await mine()).toBe(2)
    expect(await mine('2026-09-30'), 'before the meeting').toBeUndefined()
    await done(today, addTask, { id, point: points[0], owner: 'Kepala bidang' })
    expect(await mine()).toBe(1)
    const dated = await done(today, addTask, { id, point: points[1], dueOn: '2026-12-24' })
    expect(await mine(), 'a day without anybody is nobody').toBe(1)
    await done(today, changeTask, { id: dated.id, rev: 1, owner: 'Sekretaris' })
    expect(await mine()).toBeUndefined()
  })

  test('tells a task that somebody else has only once its day has passed: then it is asked about', async () => {
    const { id, relation, points } = await meet()
    await done(today, addTask, { id, point: points[1], owner: 'Kepala bidang', dueOn: '2026-11-30' })
    const lineOf = async (kind: string, on: string) =>
      (await lines(kind, on)).find((line: any) => line.relation?.id === relation)
    for (const on of ['2026-11-29', '2026-11-30']) {
      expect(await lineOf('next_step', on)).toBeUndefined()
      expect(await lineOf('ask', on)).toBeUndefined()
    }
    expect(await lineOf('ask', '2026-12-01')).toMatchObject({
      what: 'Perizinan',
      whom: 'Kepala bidang',
      dueOn: '2026-11-30',
    })
  })

  test('tells what a partner asked for until it has a day, or is done', async () => {
    const relation = await stage.begin()
    const mine = async () => (await lines('asked')).find((line: any) => line.relation?.id === relation)
    const step = { id: relation, what: 'Kirim rekomendasi', origin: 'asked' }
    const set = await done('2026-11-01', setNextStep, step)
    expect(await mine()).toMatchObject({ what: 'Kirim rekomendasi', askedOn: '2026-11-01' })
    await done(today, setNextStep, { ...step, instead: set.id, dueOn: '2026-12-01' })
    expect(await mine()).toMatchObject({ askedOn: today })
    expect(
      (await stage.on(today, setNextStep, { id: relation, reason: 'enough_for_now', origin: 'asked' })).status,
    ).toBe(422)
    await done(today, setNextStep, { id: relation, reason: 'enough_for_now' })
    expect(await mine()).toBeUndefined()
  })
})

describe('on the portal', () => {
  test('stand the points that were chosen, without who answers them', async () => {
    const { id, relation, slug, points } = await meet(['Jalan kawasan', 'Hal yang tetap di dalam'])
    await done(today, addTask, { id, point: points[0], owner: 'Kepala bidang rahasia', dueOn: '2026-12-01' })
    const { relation: of } = await done(today, readRelationPage, {
      slug: (await done(today, listRelations, { limit: 100 })).rows.find((row: { id: string }) => row.id === relation)
        .slug,
    })
    await done(today, publishRelation, { id: of.id })
    await done(today, publishActivity, { id, points: [points[0]] })
    const page = await stage.world.page(`/id/kegiatan/${slug}`)
    expect(page.text).toContain('Jalan kawasan')
    expect(page.text).not.toContain('Hal yang tetap di dalam')
    expect(page.text).not.toContain('rahasia')
    // Published again without a word on it, the last choice holds; a later point waits to be chosen.
    await done(today, addPoint, { id, words: 'Pokok yang baru' })
    await done(today, publishActivity, { id })
    const later = await stage.world.page(`/id/kegiatan/${slug}`)
    expect(later.text).toContain('Jalan kawasan')
    expect(later.text).not.toContain('Pokok yang baru')
    expect((await done(today, readActivity, { slug })).publicPoints).toEqual([points[0]])
  })
})
