import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { asSystem, type Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { recordActivity } from '../src/slices/agenda/commands.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import type { PartnerKind } from '../src/slices/procedures/model.ts'
import { sectorIds, type SectorId } from '../src/slices/reference/model.ts'
import { beginRelation, mendField as mend, noteActivity, publishRelation } from '../src/slices/relations/commands.ts'
import {
  addField,
  dropField,
  listFields,
  listRelations,
  mendField,
  mendRelation,
  readRelation,
} from '../src/slices/relations/contract.ts'
import { relationOn, silentFor } from '../src/slices/relations/model.ts'
import { settleSilences } from '../src/slices/relations/jobs.ts'
import { findPublished } from '../src/slices/relations/published.ts'
import { furnish, type Furniture } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let own: Furniture
let officer: Asker

beforeAll(async () => {
  world = await openWorld()
  own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
  officer = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

/** Asks as the officer who looks at a day. */
const onDay = (on: string, endpoint: Endpoint, input: Record<string, unknown> = {}) =>
  officer.ask(endpoint, input, { headers: { cookie: `${officer.cookie}; tanggal=${on}` } })

interface Begun {
  kind?: PartnerKind
  beganOn?: string
}
type Acting = { tx: Tx; act: Act }
const bySector = (a: SectorId, b: SectorId) => sectorIds.indexOf(a) - sectorIds.indexOf(b)

let begun = 0
async function begin({ kind, beganOn = '2025-08-01' }: Begun): Promise<string> {
  begun += 1
  const slug = `relasi-${begun}`
  return await asSystem(world.database, { tenant: own.tenant, verb: 'test.begin' }, async (call) => {
    if (kind === undefined) return (await beginRelation(call, { slug, label: `Mitra ${begun}`, beganOn })).id
    const { id: partner } = await addPartner(call, { slug: `mitra-${begun}`, kind, name: `Mitra ${begun}` })
    return (await beginRelation(call, { slug, partner, beganOn })).id
  })
}

async function registered(relation: string) {
  const [line] = await world.owner`select sectors, status, stage, kind from oversight.register where id = ${relation}`
  return line
}

describe('where a field stands', () => {
  let field: string
  const standingAt = async (on: string) => {
    const rows = async (endpoint: Endpoint, input: object) => (await onDay(on, endpoint, { ...input })).body
    const { rows: listed } = await rows(listFields, { id: own.relation })
    const { fields: shown } = await rows(readRelationPage, { slug: own.slug })
    const [one, other] = [listed, shown].map((found) => found.find(({ id }: { id: string }) => id === field)?.standing)
    expect(one).toBe(other)
    return one
  }
  const newest = async () =>
    (await world.owner`select standing from relations.fields where id = ${field}`)[0]?.['standing']

  test('has a day: an edit holds from the day of the call and rewrites no earlier one', async () => {
    const added = await onDay('2026-01-10', addField, { id: own.relation, name: 'Air minum' })
    field = added.body.id
    const moved = await onDay('2026-03-01', mendField, { id: field, rev: 1, standing: 'diterima' })
    expect([added.status, moved.status]).toEqual([200, 200])
    expect(await standingAt('2026-01-09')).toBeUndefined()
    expect(await standingAt('2026-02-28')).toBe('ditawarkan')
    expect(await standingAt('2026-03-01')).toBe('diterima')
  })

  test('is published with its days', async () => {
    await asSystem(world.database, { tenant: own.tenant, verb: 'test.publish' }, (call) =>
      publishRelation(call, { id: own.relation }),
    )
    const published = await findPublished(world.database.portal, own.slug)
    if (published === undefined) throw new Error('nothing is published')
    const then = (on: string) => relationOn(published, on).fields.find(({ id }) => id === field)?.standing
    expect(['2026-01-09', '2026-02-28', '2026-03-01'].map(then)).toEqual([undefined, 'ditawarkan', 'diterima'])
  })

  test('may be mended for an earlier day: what came later goes on standing', async () => {
    const { status } = await onDay('2026-02-10', mendField, { id: field, rev: 2, standing: 'dalam_naskah' })
    expect(status).toBe(200)
    expect(await standingAt('2026-02-09')).toBe('ditawarkan')
    expect(await standingAt('2026-02-28')).toBe('dalam_naskah')
    expect(await standingAt('2026-03-01')).toBe('diterima')
    expect(await newest()).toBe('diterima')
  })

  test('is put back whole by undo, of a mend and of a drop', async () => {
    const act = newId()
    await onDay('2026-04-01', mendField, { act, id: field, rev: 3, standing: 'selesai', name: 'Air bersih' })
    expect([await standingAt('2026-04-01'), await newest()]).toEqual(['selesai', 'selesai'])
    expect((await officer.ask(undoAct, { id: act })).body).toMatchObject({ changes: 2 })
    expect([await standingAt('2026-04-01'), await newest()]).toEqual(['diterima', 'diterima'])

    const drop = newId()
    expect((await officer.ask(dropField, { act: drop, id: field, rev: 5 })).status).toBe(200)
    expect(await world.owner`select from relations.standings where field = ${field}`).toHaveLength(0)
    expect((await officer.ask(undoAct, { id: drop })).status).toBe(200)
    const days = ['2026-02-09', '2026-02-28', '2026-04-01']
    expect(await Promise.all(days.map(standingAt))).toEqual(['ditawarkan', 'dalam_naskah', 'diterima'])
  })

  test('stays without a row where a mend says what already holds, or nothing of it', async () => {
    const count = async () => (await world.owner`select from relations.standings where field = ${field}`).length
    const before = await count()
    const { body } = await onDay('2026-05-01', mendField, { id: field, rev: 6, standing: 'diterima' })
    await onDay('2026-05-01', mendField, { id: field, rev: body.rev, name: 'Air' })
    expect(await count()).toBe(before)
  })
})

test('a catalogue entry names one field only: added or given to another it is refused as taken', async () => {
  const first = (await officer.ask(addField, { id: own.relation, sector: 'sanitasi' })).body
  const twin = await officer.ask(addField, { id: own.relation, sector: 'sanitasi' })
  const other = (await officer.ask(addField, { id: own.relation })).body
  const named = await officer.ask(mendField, { ...other, sector: 'sanitasi' })
  for (const { status, body } of [twin, named]) {
    expect([status, body.details.fields]).toEqual([422, [{ path: 'sector', fault: 'taken' }]])
  }
  const same = await officer.ask(mendField, { ...first, sector: 'sanitasi' })
  expect(same.status).toBe(200)
  for (const field of [same.body, other]) expect((await officer.ask(dropField, field)).status).toBe(200)
})

describe('the register under two hands', () => {
  const aField = async (): Promise<{ id: string }> => (await officer.ask(addField, { id: own.relation })).body

  /** Mends a field and, before that is committed, begins something else; answers the register's sectors afterwards. */
  async function mendWhile(field: string, meanwhile: (call: Acting) => Promise<unknown>): Promise<string[]> {
    const started = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const at = { tenant: own.tenant, verb: 'test.mend' }
    const first = asSystem(world.database, at, async (call) => {
      await mend(call, { id: field, rev: 1, sector: 'pariwisata', on: '2026-06-01' })
      started.resolve()
      await gate.promise
    })
    await started.promise
    const second = asSystem(world.database, at, meanwhile)
    await wait(200)
    gate.resolve()
    await Promise.all([first, second])
    return (await registered(own.relation))?.['sectors']
  }

  test('has both sectors when two fields are mended at once', async () => {
    const [a, b] = [await aField(), await aField()]
    const sectors = await mendWhile(a.id, (call) =>
      mend(call, { id: b.id, rev: 1, sector: 'pendidikan', on: '2026-06-01' }),
    )
    expect(sectors).toEqual((['pendidikan', 'pariwisata'] as const).toSorted(bySector))
    for (const { id } of [a, b]) await officer.ask(dropField, { id, rev: 2 })
  })

  test('keeps a sector when news without a change is noted at once', async () => {
    const { id: field } = await aField()
    const sectors = await mendWhile(field, (call) => noteActivity(call, { id: own.relation, occurredOn: '2020' }))
    expect(sectors).toEqual(['pariwisata'])
  })

  test('two visits recorded at once do not wait for each other for ever', async () => {
    const visits = ['satu', 'dua', 'tiga', 'empat'].map((name) =>
      asSystem(world.database, { tenant: own.tenant, verb: 'test.visit' }, (call) =>
        recordActivity(call, {
          slug: `kunjungan-${name}`,
          relation: own.relation,
          about: name,
          occurredOn: '2025-09-01',
        }),
      ),
    )
    await expect(Promise.all(visits)).resolves.toHaveLength(4)
  })
})

describe('the type of cooperation', () => {
  const decide = async (id: string, cooperationType: string | null) => {
    const { rev } = (await officer.ask(readRelation, { id })).body
    return await officer.ask(mendRelation, { id, rev, cooperationType })
  }
  const state = async (id: string) => {
    const { process, status, stage } = (await officer.ask(readRelation, { id })).body
    return { provisional: process?.provisional, status, stage }
  }

  test('decides the process of a foreign local government; none stops it, and emptying it makes it an estimate again', async () => {
    const id = await begin({ kind: 'foreign_local_government' })
    const runs = { status: 'exploring', stage: 'penjajakan' }
    const stopped = { provisional: undefined, status: null, stage: null }
    expect(await state(id)).toEqual({ provisional: true, ...runs })
    const steps = [
      ['ksdpl', { provisional: false, ...runs }],
      ['none', stopped],
      [null, { provisional: true, ...runs }],
      ['none', stopped],
      ['ksdpl', { provisional: false, ...runs }],
    ] as const
    for (const [type, expected] of steps) {
      expect((await decide(id, type)).status).toBe(200)
      expect(await state(id)).toEqual(expected)
      const line = { kind: type, status: expected.status ?? 'none', stage: expected.stage }
      expect(await registered(id)).toMatchObject(line)
    }
    expect(await world.owner`select from relations.processes where relation = ${id}`).toHaveLength(1)
  })

  test('that the law does not pair with the partner is refused, and nothing changes', async () => {
    const wrong = [{ path: 'cooperationType', fault: 'wrong' }]
    const abroad = await begin({ kind: 'foreign_local_government' })
    const institution = await begin({ kind: 'institution' })
    const pairs = ['ksdll', 'ksdd', 'ksdpk', 'sinergi'].map((type) => [abroad, type] as const)
    for (const [id, type] of [...pairs, [institution, 'ksdpl'] as const]) {
      const before = (await officer.ask(readRelation, { id })).body
      const { status, body } = await decide(id, type)
      expect([status, body.code, body.details.fields], type).toEqual([422, 'invalid', wrong])
      expect(body.details.missing, type).toMatchObject([{ id: 'jenis', article: { law: 'PP 28/2018' } }])
      expect((await officer.ask(readRelation, { id })).body).toEqual(before)
    }
    expect((await decide(institution, 'ksdll')).status).toBe(200)
    const unknown = await begin({})
    for (const type of ['ksdpl', 'ksdll', 'sinergi', null]) expect((await decide(unknown, type)).status).toBe(200)
  })

  test('is taken back by undo together with what it decided', async () => {
    const id = await begin({ kind: 'foreign_local_government' })
    const act = newId()
    const { rev } = (await officer.ask(readRelation, { id })).body
    await officer.ask(mendRelation, { act, id, rev, cooperationType: 'ksdpl' })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect(await state(id)).toMatchObject({ provisional: true })
    expect(await registered(id)).toMatchObject({ kind: null })
  })
})

/** The lines about silence among all that waits on a day. */
const silentOn = async (on: string) =>
  (await onDay(on, readToday, { all: true })).body.lines.filter(({ kind }: { kind: string }) => kind === 'silent')

describe('silence', () => {
  test('is the same on Hari ini and on the relation’s page, the longest first, cut after seven', async () => {
    const on = '2026-06-30'
    const days = ['2024-01-05', '2023', '2024-06', '2025-12-31', '2026-01-01', '2026-01-02', '2025-01-01', '2025-02-02']
    for (const beganOn of days) await begin({ kind: 'foreign_local_government', beganOn })
    await begin({ kind: 'embassy', beganOn: '2020-01-01' })
    const stopped = await begin({ kind: 'foreign_local_government', beganOn: '2021-01-01' })
    await officer.ask(mendRelation, { id: stopped, rev: 1, cooperationType: 'none' })
    // Something recorded for it without an entry in the agenda is news too.
    await asSystem(world.database, { tenant: own.tenant, verb: 'test.note' }, (call) =>
      noteActivity(call, { id: own.relation, occurredOn: '2026-06-01' }),
    )

    const body = await silentOn(on)
    const { rows } = (await onDay(on, listRelations, { limit: 100 })).body
    const expected = rows
      .map((row: any) => ({ id: row.id, slug: row.slug, lastOn: row.lastOn, days: silentFor(row, on) }))
      .filter((row: any) => row.days !== undefined)
      .toSorted((a: any, b: any) => (`${a.lastOn} ${a.id}` < `${b.lastOn} ${b.id}` ? -1 : 1))
    expect(expected.length).toBeGreaterThan(7)
    expect(body.map(({ relation, days: silent }: any) => [relation.id, silent])).toEqual(
      expected.map(({ id, days: silent }: any) => [id, silent]),
    )
    expect(body[0].lastOn).toBe('2023')
    const short = (await onDay(on, readToday)).body
    expect(short.lines).toHaveLength(7)
    expect(short.more).toBe(short.total - 7)
    for (const { slug } of rows) {
      const page = (await onDay(on, readRelationPage, { slug })).body
      expect(page.silentDays, slug).toBe(expected.find((row: any) => row.slug === slug)?.days)
    }
  })

  test('of more than a hundred the longest are still the ones shown', async () => {
    const shown = async () => (await onDay('2026-06-30', readToday)).body
    const before = await shown()
    const silentBefore = (await silentOn('2026-06-30')).length
    await asSystem(world.database, { tenant: own.tenant, verb: 'test.begin' }, async (call) => {
      for (let n = 0; n < 101; n += 1) {
        const name = { slug: `banyak-${n}`, name: `Banyak ${n}` }
        const { id: partner } = await addPartner(call, { kind: 'foreign_local_government', ...name })
        await beginRelation(call, { slug: name.slug, partner, beganOn: '2025-12-31' })
      }
    })
    // An act on so many leaves what is silent to the job.
    await settleSilences(world.ownerUrl)
    const beyond = 100 - silentBefore
    expect(await shown()).toEqual({ ...before, more: before.more + beyond, total: before.total + beyond })
  })

  test('a week shows what has a day in it, not what is only known to the month', async () => {
    await asSystem(world.database, { tenant: own.tenant, verb: 'test.visit' }, async (call) => {
      const of = { relation: own.relation, about: 'Kunjungan' }
      await recordActivity(call, { ...of, slug: 'pekan-hari', occurredOn: '2026-09-02' })
      await recordActivity(call, { ...of, slug: 'pekan-bulan', occurredOn: '2026-09' })
    })
    const { activities } = (await onDay('2026-09-01', readToday)).body
    expect(activities.map(({ slug }: { slug: string }) => slug)).toEqual(['pekan-hari'])
  })
})
