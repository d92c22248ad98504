import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, closeAct, openAct } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { sectorIds } from '../src/slices/reference/model.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import {
  addField,
  dropField,
  listFields,
  listRelations,
  mendField,
  mendRelation,
  readRelation,
} from '../src/slices/relations/contract.ts'
import { aColleague, tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
let tenant: string
let relation: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  tenant = await tenantOf(world, 'kota-bekasi')
  relation = (await officer.ask(listRelations, {})).body.rows[0].id
})
afterAll(async () => await world.close())

async function add(name: string, who = officer): Promise<{ act: string; field: string }> {
  const act = newId()
  const { status, body } = await who.ask(addField, { act, id: relation, name })
  expect(status).toBe(200)
  return { act, field: body.id }
}

const find = async (field: string) =>
  (await officer.ask(listFields, { id: relation })).body.rows.find((row: { id: string }) => row.id === field)

describe('undo', () => {
  test('of an insert, an update and a delete puts the row back as it was; its revision goes on counting', async () => {
    const { act, field } = await add('Satu')
    const mend = newId()
    await officer.ask(mendField, { act: mend, id: field, rev: 1, name: 'Dua', standing: 'diterima' })
    expect((await officer.ask(undoAct, { id: mend })).body).toMatchObject({ id: mend })
    expect(await find(field)).toMatchObject({ name: 'Satu', standing: 'ditawarkan', rev: 3 })

    const drop = newId()
    await officer.ask(dropField, { act: drop, id: field, rev: 3 })
    expect(await find(field)).toBeUndefined()
    expect((await officer.ask(undoAct, { id: drop })).status).toBe(200)
    expect(await find(field)).toMatchObject({ name: 'Satu', rev: 3 })

    // The insert was touched since, by acts that were all taken back: the row is not as the insert left it.
    expect((await officer.ask(undoAct, { id: act })).status).toBe(409)
    const fresh = await add('Tiga')
    expect((await officer.ask(undoAct, { id: fresh.act })).status).toBe(200)
    expect(await find(fresh.field)).toBeUndefined()
  })

  test('of an undo brings the row back', async () => {
    const { act, field } = await add('Empat')
    const undo = newId()
    await officer.ask(undoAct, { act: undo, id: act })
    expect((await officer.ask(undoAct, { id: undo })).status).toBe(200)
    expect(await find(field)).toMatchObject({ name: 'Empat' })
  })

  test('is refused for what was touched later, for another person’s, the system’s and an unknown act, and a second time', async () => {
    const touched = await add('Lima')
    const colleague = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'petugas' }))
    await colleague.ask(mendField, { id: touched.field, rev: 1, name: 'Lima lagi' })
    expect((await officer.ask(undoAct, { id: touched.act })).body.code).toBe('stale')

    const theirs = await add('Enam', colleague)
    const [system] = await world.owner<{ id: string }[]>`
      select id from ledger.acts where kind = 'system' and tenant = ${tenant} limit 1`
    for (const id of [theirs.act, system?.id, newId()]) {
      expect((await officer.ask(undoAct, { id })).body.code).toBe('not_found')
    }
    const once = await add('Tujuh')
    expect((await officer.ask(undoAct, { id: once.act })).status).toBe(200)
    expect((await officer.ask(undoAct, { id: once.act })).body.code).toBe('stale')
  })

  test('asked for twice at once by different acts happens once', async () => {
    const { field } = await add('Delapan')
    const drop = newId()
    await officer.ask(dropField, { act: drop, id: field, rev: 1 })
    const answers = await Promise.all([1, 2, 3, 4].map(() => officer.ask(undoAct, { id: drop })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    expect(await find(field)).toMatchObject({ name: 'Delapan' })
  })

  test('of a row that others stand on is refused as stale, not broken', async () => {
    const [account] = await world.owner<{ account: string }[]>`
      select account from identity.memberships where role = 'petugas' and tenant = ${tenant} limit 1`
    const act = newId()
    await world.database.inTenant({ tenant, write: true }, async (tx) => {
      const header = { id: act, kind: 'person', verb: 'relations.addField', bodyHash: '0'.repeat(64) } as const
      await openAct(tx, act)
      await tx.insertInto('reference.units').values({ id: act, name: 'Dinas Kenari', kind: 'opd' }).execute()
      await closeAct(tx, { ...header, account: account?.account, note: {}, answer: {} })
    })
    await asSystem(world.database, { tenant, verb: 'test.official' }, async ({ tx }) => {
      const values = { id: newId(), name: 'Pejabat', office: 'kepala_dinas', capacity: 'definitif', seen_on: '2025' }
      await tx
        .insertInto('reference.officials')
        .values({ ...values, unit: act })
        .execute()
    })
    const [holder] = await world.owner<{ email: string }[]>`
      select email from identity.memberships where account = ${account?.account ?? ''}`
    const answer = await (await world.as(holder?.email)).ask(undoAct, { id: act })
    expect([answer.status, answer.body.code]).toEqual([409, 'stale'])
  })

  test('of an act that wrote one row more than once goes back to what stood before it, and so does an undo of that', async () => {
    const [account] = await world.owner<{ account: string; email: string }[]>`
      select account, email from identity.memberships where role = 'petugas' and tenant = ${tenant} limit 1`
    const [made, mended, removed] = [newId(), newId(), newId()]
    const unit = (id: string, name: string) => ({ id, name, kind: 'opd' })
    await asSystem(world.database, { tenant, verb: 'test.units' }, async ({ tx }) => {
      await tx
        .insertInto('reference.units')
        .values([unit(mended, 'Dinas Awal'), unit(removed, 'Dinas Lama')])
        .execute()
    })
    const act = newId()
    await world.database.inTenant({ tenant, write: true }, async (tx) => {
      await openAct(tx, act)
      const rename = async (id: string, name: string) =>
        await tx
          .updateTable('reference.units')
          .set((set) => ({ name, rev: set('rev', '+', 1) }))
          .where('id', '=', id)
          .execute()
      await tx.insertInto('reference.units').values(unit(made, 'Dinas Baru')).execute()
      await rename(made, 'Dinas Baru Sekali')
      for (const name of ['Dinas Kedua', 'Dinas Ketiga']) await rename(mended, name)
      await rename(removed, 'Dinas Usang')
      await tx.deleteFrom('reference.units').where('id', '=', removed).execute()
      const header = { id: act, kind: 'person', verb: 'relations.addField', bodyHash: '0'.repeat(64) } as const
      await closeAct(tx, { ...header, account: account?.account, note: {}, answer: {} })
    })
    const names = async () => {
      const rows = await world.owner<{ id: string; name: string }[]>`
        select id, name from reference.units where id in (${made}, ${mended}, ${removed})`
      return [made, mended, removed].map((id) => rows.find((row) => row.id === id)?.name)
    }
    const after = ['Dinas Baru Sekali', 'Dinas Ketiga', undefined]
    expect(await names()).toEqual(after)
    const who = await world.as(account?.email)
    const undo = newId()
    expect((await who.ask(undoAct, { act: undo, id: act })).body).toMatchObject({ changes: 6 })
    expect(await names()).toEqual([undefined, 'Dinas Awal', 'Dinas Lama'])
    expect((await who.ask(undoAct, { id: undo })).status).toBe(200)
    expect(await names()).toEqual(after)
  })

  test('takes the register’s line along', async () => {
    const sectors = async () =>
      (await world.owner<{ sectors: string[] }[]>`select sectors from oversight.register where id = ${relation}`)[0]
        ?.sectors
    const before = (await sectors()) ?? []
    const sector = sectorIds.find((id) => !before.includes(id))
    const act = newId()
    expect((await officer.ask(addField, { act, id: relation, sector })).status).toBe(200)
    expect(await sectors()).toContain(sector)
    await officer.ask(undoAct, { id: act })
    expect(await sectors()).toEqual(before)
  })
})

test('the history of a record names acts, people and what was taken back, newest first, page by page', async () => {
  const { act } = await add('Riwayat')
  const undo = newId()
  await officer.ask(undoAct, { act: undo, id: act })
  const { body } = await officer.ask(readHistory, { subject: relation, limit: 2 })
  const by = (await world.owner`select name from identity.memberships where email like 'petugas-kota-bekasi@%'`)[0]?.[
    'name'
  ]
  expect(body.rows).toMatchObject([
    { act: undo, verb: 'ledger.undoAct', kind: 'person', role: 'petugas', by, undoes: act, undone: false },
    { act, verb: 'relations.addField', by, undoes: null, undone: true },
  ])
  const seen: string[] = []
  for (let before: string | undefined; ; before = seen.at(-1)) {
    const page = (await officer.ask(readHistory, { subject: relation, limit: 5, ...(before && { before }) })).body.rows
    if (page.length === 0) break
    seen.push(...page.map((line: { act: string }) => line.act))
  }
  // What the story tells of its programmes belongs to the cooperation.
  const all = await world.owner`select id from ledger.acts where subject = ${relation}
    or subject in (select exchange from exchange.exchange_relations where relation = ${relation})
    order by at desc, id desc`
  expect(seen).toEqual(all.map(({ id }) => id))
})

describe('the history tells', () => {
  const newestLine = async (who = officer) => (await who.ask(readHistory, { subject: relation, limit: 1 })).body.rows[0]

  test('which row an act changed, from what to what, without what every row has', async () => {
    const { field } = await add('Kebudayaan kota')
    expect(await newestLine()).toMatchObject({ verb: 'relations.addField', mine: true, newest: true, more: 0 })
    const taken = (await officer.ask(listFields, { id: relation })).body.rows
    const sector = sectorIds.find((id) => taken.every((row: { sector: string | null }) => row.sector !== id))
    await officer.ask(mendField, { id: field, rev: 1, sector, standing: 'berjalan' })
    const { changes } = await newestLine()
    const told = changes.find(({ table }: { table: string }) => table === 'relations.fields')
    expect(told).toMatchObject({ row: field, op: 'update', which: { name: null, sector } })
    expect(told.which.position).toBeGreaterThan(0)
    expect(told.fields).toEqual([
      { field: 'name', was: 'Kebudayaan kota', now: null },
      { field: 'sector', was: null, now: sector },
      { field: 'standing', was: 'ditawarkan', now: 'berjalan' },
    ])
    const seen = (await officer.ask(readHistory, { subject: relation, limit: 50 })).body.rows.flatMap(
      (line: { changes: { fields: { field: string }[] }[] }) => line.changes.flatMap(({ fields }) => fields),
    )
    expect(seen.filter((change: { field: string }) => /^(rev|search|tenant|id)$/.test(change.field))).toEqual([])
  })

  test('long texts cut, at most twenty rows of an act, and nothing personal', async () => {
    const { body: seen } = await officer.ask(readRelation, { id: relation })
    await officer.ask(mendRelation, { id: relation, rev: seen.rev, purpose: 'panjang '.repeat(100) })
    const [purpose] = (await newestLine()).changes[0].fields
    expect([purpose.was, purpose.now.length, purpose.now.at(-1)]).toEqual([seen.purpose, 200, '…'])

    const act = newId()
    await asSystem(world.database, { tenant, verb: 'test.many' }, async ({ tx, act: opened }) => {
      opened.about(relation)
      const people = Array.from({ length: 25 }, () => ({ id: newId(), name: 'Pejabat', office: 'kepala_dinas', capacity: 'definitif', seen_on: '2025' })) // prettier-ignore
      await tx.updateTable('identity.memberships').set({ name: 'Rahasia' }).where('role', '=', 'auditor').execute()
      await tx.insertInto('reference.units').values({ id: act, name: 'Dinas Murai', kind: 'opd' }).execute()
      await tx
        .insertInto('reference.officials')
        .values(people.map((person) => ({ ...person, unit: act })))
        .execute()
    })
    const many = await newestLine()
    expect(many).toMatchObject({ verb: 'test.many', kind: 'system', mine: false, more: 7 })
    expect(many.changes).toHaveLength(20)
    expect(many.changes[0]).toMatchObject({ table: 'identity.memberships', op: 'update', fields: [] })
    expect(many.changes[0].which.name).toBeNull()
    expect(JSON.stringify(many)).not.toMatch(/sha256|Rahasia/)
    expect(many.changes[2].fields).toContainEqual({ field: 'name', was: null, now: 'Pejabat' })
  })

  test('whose act it is, whether it can still be undone, and what an undo undid', async () => {
    const first = await add('Pertama')
    const colleague = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'petugas' }))
    expect(await newestLine(colleague)).toMatchObject({ act: first.act, mine: false, newest: true })
    const mend = newId()
    await officer.ask(mendField, { act: mend, id: first.field, rev: 1, name: 'Kedua' })
    const lines = (await officer.ask(readHistory, { subject: relation, limit: 2 })).body.rows
    expect(lines).toMatchObject([
      { act: mend, newest: true },
      { act: first.act, mine: true, newest: false },
    ])
    await officer.ask(undoAct, { id: mend })
    expect(await newestLine()).toMatchObject({ undoes: mend, undid: { verb: 'relations.mendField', kind: 'person' } })
  })
})

test('a stale edit lists every field that changed, from what was seen to what stands, by whom', async () => {
  const { body: seen } = await officer.ask(readRelation, { id: relation })
  const chief = await world.as('kepala-bagian')
  await chief.ask(mendRelation, { id: relation, rev: seen.rev, purpose: 'Pertama' })
  await chief.ask(mendRelation, { id: relation, rev: seen.rev + 1, purpose: 'Kedua', label: 'Sebutan' })
  const { status, body } = await officer.ask(mendRelation, { id: relation, rev: seen.rev, purpose: 'Ketiga' })
  expect([status, body.code, body.details.fields]).toEqual([409, 'stale', undefined])
  expect(body.details.changes).toMatchObject([
    { field: 'label', was: null, now: 'Sebutan', by: 'Kepala bagian kerja sama' },
    { field: 'purpose', was: seen.purpose, now: 'Kedua', by: 'Kepala bagian kerja sama' },
  ])
  expect((await officer.ask(readRelation, { id: relation })).body.purpose).toBe('Kedua')
})
