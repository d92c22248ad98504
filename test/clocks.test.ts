import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addHoliday, listHolidays, mendRegion, readRegion, removeHoliday } from '../src/slices/reference/contract.ts'
import { listClocks, readWork, recordStep, sendStep } from '../src/slices/relations/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import type { Asker } from './world.ts'

const today = '2026-02-02'
let stage: RelationStage
let admin: Asker
let open: string
let closed: string

beforeAll(async () => {
  stage = await openRelationStage()
  admin = await stage.world.as('admin')
  ;[open, closed] = [await received(), await received()]
  const decision = { id: closed, step: 'persetujuan_dprd', occurredOn: '2026-01-30', outcome: 'agreed' }
  await stage.on(today, recordStep, { ...decision, paper: { seenAt: 'Lemari' } })
})
afterAll(async () => await stage.world.close())

/** A relation whose letter DPRD's secretariat received on Monday 5 January 2026. */
async function received(): Promise<string> {
  const id = await stage.begin({ kind: 'foreign_local_government' })
  const sent = { id, step: 'persetujuan_dprd', holder: 'dprd', sentOn: '2026-01-02', receivedOn: '2026-01-05' }
  expect((await stage.on(today, sendStep, sent)).status).toBe(200)
  return id
}
const clock = async (id: string) => (await stage.on(today, readWork, { id })).body.clock
const listed = async (who?: Asker) => (await stage.on(today, listClocks, {}, who)).body.rows
const leaveCounts = async (cutiBersamaCounts: boolean) => {
  const { rev } = (await stage.on(today, readRegion, {}, admin)).body
  expect((await stage.on(today, mendRegion, { rev, cutiBersamaCounts }, admin)).status).toBe(200)
}

test('45 working days from 5 January 2026 end on 12, 11 or 9 March by the days off that count, arithmetic told', async () => {
  const withLeave = await clock(open)
  expect(withLeave).toMatchObject({ state: 'running', receivedOn: '2026-01-05', dueOn: '2026-03-12' })
  expect(withLeave.count).toMatchObject({ days: 45, weekends: 18, weekendsOnlyOn: '2026-03-09', isProvisional: false })
  expect(withLeave.count.holidays.map(({ day, kind }: any) => [day, kind])).toEqual([
    ['2026-01-16', 'nasional'],
    ['2026-02-16', 'cuti_bersama'],
    ['2026-02-17', 'nasional'],
  ])

  await leaveCounts(true)
  expect((await clock(open)).dueOn).toBe('2026-03-11')

  const { rows } = (await stage.on(today, listHolidays, { year: 2026 }, admin)).body
  const acts: string[] = []
  for (const { id, rev, day } of rows) {
    if (day !== '2026-01-16' && day !== '2026-02-17') continue
    const act = newId()
    acts.push(act)
    expect((await stage.on(today, removeHoliday, { act, id, rev }, admin)).status).toBe(200)
  }
  expect((await clock(open)).dueOn).toBe('2026-03-09')
  for (const act of acts) expect((await stage.on(today, undoAct, { id: act }, admin)).status).toBe(200)
  await leaveCounts(false)
  expect((await clock(open)).dueOn).toBe('2026-03-12')
})

test('a day off that is added moves the clock that runs, and not the one that ended; taken back it moves again', async () => {
  const [before, ended] = [await listed(), await clock(closed)]
  expect(before.map(({ relation, dueOn }: any) => [relation.id, dueOn])).toEqual([[open, '2026-03-12']])
  expect(ended).toMatchObject({ state: 'ended', dueOn: '2026-03-12', endedOn: '2026-01-30' })
  const act = newId()
  const day = { day: '2026-02-11', kind: 'daerah', name: 'Hari jadi' }
  expect((await stage.on(today, addHoliday, { act, ...day }, admin)).status).toBe(200)
  expect((await listed())[0].dueOn).toBe('2026-03-13')
  expect((await clock(open)).count.holidays.map(({ day: off }: any) => off)).toContain('2026-02-11')
  expect(await clock(closed)).toEqual(ended)
  expect((await stage.on(today, undoAct, { id: act }, admin)).status).toBe(200)
  expect(await listed()).toEqual(before)
})

test('the administrator is told how many and until when, not whose; another region and another day have none', async () => {
  const [row] = await listed(admin)
  expect(row).toEqual({ id: expect.any(String), dueOn: '2026-03-12', isProvisional: false })
  expect(JSON.stringify(row)).not.toContain(open)
  expect(await listed(await stage.world.as('petugas-kab-bekasi'))).toEqual([])
  expect((await stage.on('2026-01-04', listClocks)).body.rows).toEqual([])
  expect((await (await stage.world.as('provinsi')).ask(listClocks)).status).toBe(403)
})
