import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { newId } from '../src/shared/ids.ts'
import { readAct } from '../src/slices/ledger/contract.ts'
import { chainActs } from '../src/slices/ledger/jobs.ts'
import { addField, listRelations, mendField } from '../src/slices/relations/contract.ts'
import { chainAll, countWaiting } from './chain.ts'
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

/** Statements as the application's own role, in the region, past the application. */
async function asRole<Result>(work: (sql: postgres.TransactionSql) => Promise<Result>): Promise<Result> {
  const sql = postgres(roleUrls(world.ownerUrl).app, { max: 1, onnotice: () => {} })
  try {
    return (await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant', ${tenant}, true)`
      return await work(tx)
    })) as Result
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function writeAct(sql: postgres.Sql | postgres.TransactionSql, { id, verb }: { id: string; verb: string }) {
  const act = { tenant, id, kind: 'system', verb, body_hash: '0'.repeat(64) }
  await sql`insert into ledger.acts ${sql(act)}`
}

async function refusal(asking: Promise<unknown>): Promise<string | undefined> {
  return await asking.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  )
}

async function add(name: string, who = officer): Promise<{ act: string; field: string }> {
  const act = newId()
  const { status, body } = await who.ask(addField, { act, id: relation, name })
  expect(status).toBe(200)
  return { act, field: body.id }
}

const changesOf = async (act: string) =>
  await world.owner`select * from ledger.changes where act = ${act} and table_name = 'relations.fields'`

describe('a write without an act', () => {
  test('is refused by every fact table, whoever writes', async () => {
    const tables = await world.owner<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'track'`
    expect(tables.length).toBeGreaterThan(12)
    for (const { name } of tables) {
      const [row] = await world.owner.unsafe(`select count(*)::int as n from ${name}`)
      if (row?.['n'] === 0) continue
      expect([name, await refusal(world.owner.unsafe(`update ${name} set tenant = tenant`))]).toEqual([name, 'JB001'])
      const removed = await refusal(world.owner.unsafe(`delete from ${name}`))
      expect([name, ['JB001', '23503'].includes(String(removed))]).toEqual([name, true])
    }
    const insert = asRole(
      (tx) => tx`insert into reference.units (id, name, kind) values (${newId()}, 'Tanpa tindakan', 'lain')`,
    )
    expect(await refusal(insert)).toBe('JB001')
    expect(await world.owner`select from reference.units where name = 'Tanpa tindakan'`).toHaveLength(0)
  })

  test('is refused at COMMIT where the act was opened and never written', async () => {
    const id = newId()
    const unwritten = asRole(async (tx) => {
      await tx`select ledger.open_act(${newId()})`
      await tx`insert into reference.units (id, name, kind) values (${id}, 'Tindakan tak tertulis', 'lain')`
    })
    expect(await refusal(unwritten)).toBe('23503')
    expect(await world.owner`select from reference.units where id = ${id}`).toHaveLength(0)
  })

  test('is refused also after an act of the same connection has ended', async () => {
    const sql = postgres(roleUrls(world.ownerUrl).app, { max: 1, onnotice: () => {} })
    try {
      await sql.begin(async (tx) => {
        await tx`select set_config('app.tenant', ${tenant}, true)`
        const act = newId()
        await tx`select ledger.open_act(${act})`
        await tx`insert into reference.units (id, name, kind) values (${newId()}, 'Dengan tindakan', 'lain')`
        await writeAct(tx, { id: act, verb: 'test.unit' })
      })
      const later = sql.begin(async (tx) => {
        await tx`select set_config('app.tenant', ${tenant}, true)`
        await tx`insert into reference.units (id, name, kind) values (${newId()}, 'Tanpa tindakan', 'lain')`
      })
      expect(await refusal(later)).toBe('JB001')
    } finally {
      await sql.end({ timeout: 5 })
    }
  })
})

describe('what stands in the ledger', () => {
  test('cannot be updated or deleted: not by the application, not by the owner', async () => {
    const { act } = await add('Tetap')
    await chainAll(world)
    const statements = {
      'update ledger.acts set verb = verb': ['JB002', 'JB002'],
      'delete from ledger.acts': ['42501', 'JB002'],
      'update ledger.changes set salt = salt': ['42501', 'JB002'],
      'delete from ledger.changes': ['42501', 'JB002'],
      'update ledger.heads set prev = prev': ['42501', 'JB002'],
      'delete from ledger.heads': ['42501', 'JB002'],
      'insert into ledger.heads (tenant, n, act, digest, prev, hash) select tenant, n + 1000, act, digest, prev, hash from ledger.heads':
        ['42501', '23505'],
      'update ledger.personal set value = value': ['42501', 'allowed'],
      'delete from ledger.epochs': ['42501', 'allowed'],
    }
    for (const [statement, [app, owner]] of Object.entries(statements)) {
      expect([statement, await refusal(asRole((tx) => tx.unsafe(statement)))]).toEqual([statement, app])
      if (owner === 'allowed') continue // the owner may: the verifier and the witness are for that
      expect([statement, await refusal(world.owner.unsafe(statement))]).toEqual([statement, owner])
    }
    expect(await changesOf(act)).toHaveLength(1)
  })

  test('a change holds the row before and after, and its leaf covers both', async () => {
    const { act, field } = await add('Semula')
    await officer.ask(mendField, { act: newId(), id: field, rev: 1, name: 'Sesudah' })
    const [change] = await world.owner`select * from ledger.changes where row_id = ${field} and op = 'update'`
    expect(change?.['before']).toMatchObject({ id: field, name: 'Semula', rev: 1 })
    expect(change?.['after']).toMatchObject({ id: field, name: 'Sesudah', rev: 2 })
    const leafOf = async (before: unknown, after: unknown) =>
      (
        await world.owner`select encode(ledger.leaf_of(${change?.['act']}, ${change?.['table_name']},
          ${change?.['row_id']}, 'update', ${before as never}::jsonb, ${after as never}::jsonb, ${change?.['salt']}), 'hex') as leaf`
      )[0]?.['leaf'] as string
    const { before, after, leaf } = change as postgres.Row
    expect(await leafOf(before, after)).toBe(leaf.toString('hex'))
    expect(await leafOf({ ...before, name: 'Lain' }, after)).not.toBe(leaf.toString('hex'))
    expect(await leafOf(before, { ...after, name: 'Lain' })).not.toBe(leaf.toString('hex'))
    expect((await changesOf(act))[0]).toMatchObject({ op: 'insert', before: null })
  })

  test('a personal value is a salted hash in the change and stands apart; erasing it leaves the ledger whole', async () => {
    const name = 'Warga Kenari'
    const email = await aColleague(world, { region: 'kota-bekasi', role: 'petugas', name })
    const [row] = await world.owner<{ id: string }[]>`select id from identity.memberships where email = ${email}`
    const [change] = await world.owner`select * from ledger.changes where row_id = ${row?.id ?? ''}`
    expect(JSON.stringify(change)).not.toContain('Kenari')
    expect(JSON.stringify(change)).not.toContain(email)
    const kept = await world.owner`select * from ledger.personal where change = ${change?.['id']} order by column_name`
    expect(kept.map(({ column_name, value }) => [column_name, value])).toEqual([
      ['email', email],
      ['name', name],
    ])
    for (const { column_name, salt, value } of kept) {
      const hash = createHash('sha256')
        .update(`${salt}${JSON.stringify(value)}`)
        .digest('hex')
      expect(change?.['after'][column_name]).toEqual({ sha256: hash })
    }
    await chainActs(world.ownerUrl)
    await world.owner`delete from ledger.personal where change = ${change?.['id']}`
    expect((await verifyAll(world.ownerUrl)).flatMap(({ faults }) => faults)).toEqual([])
  })

  test('an act whose transaction was given up does not exist, nor does its change', async () => {
    const act = newId()
    const { status } = await officer.ask(mendField, { act, id: newId(), rev: 1, name: 'Tidak ada' })
    expect(status).toBe(404)
    expect(await world.owner`select from ledger.acts where id = ${act}`).toHaveLength(0)
    expect((await officer.ask(readAct, { id: act })).status).toBe(404)
    // The same id is free for another try.
    expect((await officer.ask(addField, { act, id: relation, name: 'Ada' })).status).toBe(200)
  })

  test('a transaction that failed inside is not called done, even when the failure was swallowed', async () => {
    const act = world.database.inTenant({ tenant, write: true }, async (tx) => {
      await tx
        .selectFrom('reference.units')
        .select('id')
        .where('id', '=', 'no id')
        .execute()
        .catch(() => {})
      return 'done'
    })
    await expect(act).rejects.toThrow('the transaction had failed before its end')
  })
})

test('asked twenty times at once, an act happens once and everybody gets the same answer', async () => {
  const input = { act: newId(), id: relation, name: 'Dua puluh' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => officer.ask(addField, input)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
  expect(await changesOf(input.act)).toHaveLength(1)
  const other = await officer.ask(addField, { ...input, name: 'Dua puluh satu' })
  expect([other.status, other.body.code]).toEqual([422, 'reused'])
  const { body } = await officer.ask(readAct, { id: input.act })
  expect(body).toEqual({ verb: 'relations.addField', answer: answers[0]?.body })
})

describe('as of a day', () => {
  const address = '/id/kerja-sama/kota-bekasi-izumisano'

  test('the public page shows on the day of the visit what it does not show the day before', async () => {
    const at = async (query: string) => {
      const { status, text } = await world.page(`${address}${query}`)
      return { status, main: /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '' }
    }
    const [before, after] = [await at('?per=2025-07-23'), await at('?per=2025-07-24')]
    expect([before.status, after.status]).toEqual([200, 200])
    // A field, the stage of the procedure, the visit.
    for (const sign of ['Pengelolaan sampah', 'Penjajakan', '/kegiatan/kunjungan-izumisano-2025-07-24']) {
      expect([sign, before.main.includes(sign), after.main.includes(sign)]).toEqual([sign, false, true])
    }
  })

  test('the workspace shows steps, fields and activities from the visitor’s day on', async () => {
    const on = async (day: string) => {
      const cookie = `${officer.cookie}; tanggal=${day}`
      const input = { slug: 'kota-bekasi-izumisano' }
      return (await officer.ask(readRelationPage, input, { headers: { cookie } })).body
    }
    const before = await on('2025-07-23')
    expect([before.relation.process, before.relation.status, before.fields, before.activities]).toEqual([
      null,
      null,
      [],
      [],
    ])
    const after = await on('2025-07-24')
    expect(after.relation.process.steps.map(({ step }: { step: string }) => step)).toEqual(['prakarsa', 'penjajakan'])
    expect(after.relation.status).toBe('exploring')
    expect(after.fields.length).toBeGreaterThanOrEqual(9)
    expect(after.activities).toHaveLength(1)
  })
})

describe('chaining', () => {
  const heads = async () => await world.owner`select act, n from ledger.heads where tenant = ${tenant} order by n`

  async function openAct(sql: postgres.ReservedSql, id: string): Promise<void> {
    await sql`begin`
    await sql`select set_config('app.tenant', ${tenant}, true)`
    await sql`select ledger.open_act(${id})`
    await writeAct(sql, { id, verb: 'test.long' })
  }

  test('an act of a long open transaction is not overtaken; given up, it leaves no gap', async () => {
    await chainAll(world)
    const pool = postgres(roleUrls(world.ownerUrl).app, { max: 2, onnotice: () => {} })
    const [a, b] = [await pool.reserve(), await pool.reserve()]
    const [first, given, second] = [newId(), newId(), newId()]
    try {
      await openAct(a, first)
      await openAct(b, given)
      await b`rollback`
      await openAct(b, second)
      await b`commit`
      expect(await chainActs(world.ownerUrl)).toBe(0)
      await a`commit`
      await chainAll(world)
      expect((await heads()).slice(-2).map(({ act }) => act)).toEqual([first, second])
    } finally {
      a.release()
      b.release()
      await pool.end({ timeout: 5 })
    }
  })

  test('four jobs at once chain every act once', async () => {
    for (let n = 0; n < 30; n++) await add(`Rantai ${n}`)
    const before = (await heads()).length
    const late = await countWaiting(world)
    await Promise.all([1, 2, 3, 4].map(() => chainAll(world)))
    expect((await heads()).length).toBe(before + late)
    const all = await heads()
    expect(all.map(({ n }) => Number(n))).toEqual(all.map((_, at) => at + 1))
    expect((await verifyAll(world.ownerUrl)).flatMap(({ faults }) => faults)).toEqual([])
  })

  test('after a restore the acts of the earlier life stand before every new one, whatever their numbers', async () => {
    await chainAll(world)
    const old = await add('Sebelum')
    // As restored on a server whose transaction counter starts lower: the old act's number is far ahead.
    const move = (x: string) =>
      world.owner.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update ledger.acts set x = ${x}::xid8 where id = ${old.act}`
      })
    await move('9000000000')
    expect(await chainActs(world.ownerUrl)).toBe(0)
    await world.owner`insert into ledger.epochs (epoch, reason) select max(epoch) + 1, 'test' from ledger.epochs`
    const fresh = await add('Sesudah')
    await chainAll(world)
    expect((await heads()).slice(-2).map(({ act }) => act)).toEqual([old.act, fresh.act])
    expect((await verifyAll(world.ownerUrl)).flatMap(({ faults }) => faults)).toEqual([])
  })
})
