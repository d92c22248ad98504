import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { endNextStep, readNextStep, setNextStep } from '../src/slices/relations/contract.ts'
import { furnish } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

const onDay = async (on: string, endpoint: Endpoint, input: object) =>
  await petugas.ask(endpoint, { ...input }, { headers: { cookie: `${petugas.cookie}; tanggal=${on}` } })

describe('the next step of a relation', () => {
  test('is one thing: neither nothing, nor a reason together with something to do', async () => {
    const { relation } = await furnish(world, { region: 'kota-bekasi', canary: `Satu-${newId().slice(-6)}` })
    const faults = async (step: object) =>
      (await petugas.ask(setNextStep, { id: relation, ...step })).body.details.fields
    expect(await faults({})).toEqual([{ path: 'what', fault: 'required' }])
    expect(await faults({ what: 'Surat', reason: 'waiting_partner' })).toEqual([{ path: 'reason', fault: 'wrong' }])
    expect(await faults({ what: 'Surat', dueOn: '2020-02-30' })).toEqual([{ path: 'dueOn', fault: 'not_a_date' }])
    expect(await faults({ what: 'Surat', dueOn: '2020-02-01' })).toEqual([{ path: 'dueOn', fault: 'doubtful' }])
    const unit = await petugas.ask(setNextStep, { id: relation, what: 'Surat', unit: newId() })
    expect(unit.status).toBe(404)
  })

  test('replaces the one before, which stays in the list; earlier days keep theirs', async () => {
    const { relation } = await furnish(world, { region: 'kota-bekasi', canary: `Langkah-${newId().slice(-6)}` })
    await onDay('2026-02-01', setNextStep, { id: relation, what: 'Pertama' })
    await onDay('2026-03-01', setNextStep, { id: relation, what: 'Kedua' })
    const at = async (on: string) => (await onDay(on, readNextStep, { id: relation })).body
    expect((await at('2026-02-28')).step.what).toBe('Pertama')
    const now = await at('2026-03-01')
    expect(now.step.what).toBe('Kedua')
    expect(now.rows.filter(({ leads }: { leads: boolean }) => leads)).toMatchObject([
      { what: 'Kedua' },
      { what: 'Pertama', outcome: 'replaced', endedOn: '2026-03-01' },
      {},
    ])
    await onDay('2026-04-01', endNextStep, { id: relation, step: now.step.id, rev: 1, outcome: 'dropped' })
    expect(await at('2026-04-01')).toMatchObject({ unsetSince: '2026-04-01' })
  })

  test('is refused as stale when somebody set another meanwhile, who is named', async () => {
    const { relation } = await furnish(world, { region: 'kota-bekasi', canary: `Basi-${newId().slice(-6)}` })
    const seen = (await petugas.ask(readNextStep, { id: relation })).body.step.id
    const other = await world.as('kepala-bagian')
    expect((await other.ask(setNextStep, { id: relation, instead: seen, reason: 'waiting_direction' })).status).toBe(
      200,
    )
    const late = await petugas.ask(setNextStep, { id: relation, instead: seen, what: 'Terlambat' })
    expect(late.body).toMatchObject({
      code: 'stale',
      details: { changes: [{ field: 'next_step', now: 'waiting_direction', by: expect.any(String) }] },
    })
    expect((await petugas.ask(setNextStep, { id: relation, instead: null, what: 'X' })).status).toBe(409)
  })

  test('of two at once one stands', async () => {
    const { relation } = await furnish(world, { region: 'kota-bekasi', canary: `Dua-${newId().slice(-6)}` })
    const both = await Promise.all(['satu', 'dua'].map((what) => petugas.ask(setNextStep, { id: relation, what })))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [open] = await world.owner`
      select count(*)::int as n from followup.follow_ups where subject = ${relation} and leads and ended_on is null`
    expect(open?.['n']).toBe(1)
  })

  test('is taken back with its act', async () => {
    const { relation } = await furnish(world, { region: 'kota-bekasi', canary: `Urung-${newId().slice(-6)}` })
    const before = (await petugas.ask(readNextStep, { id: relation })).body.step
    const act = newId()
    await petugas.ask(setNextStep, { act, id: relation, what: 'Salah ketik' })
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect((await petugas.ask(readNextStep, { id: relation })).body.step).toMatchObject({
      id: before.id,
      what: before.what,
    })
  })
})
