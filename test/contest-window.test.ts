import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asForm, asSystem } from '../src/platform/act.ts'
import { openDatabase, type Database } from '../src/platform/database.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { instantOf } from '../src/shared/dates.ts'
import { Failure } from '../src/shared/failure.ts'
import { newId } from '../src/shared/ids.ts'
import { addContest, enter, publishContest } from '../src/slices/contests/commands.ts'
import { listUnits } from '../src/slices/reference/queries.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type World } from './world.ts'

let world: World
let tenant: string
const pools: Database[] = []

beforeAll(async () => {
  world = await openWorld()
  tenant = await tenantOf(world, 'kab-bekasi')
  // Two programs with pools of their own.
  for (const _ of [1, 2]) pools.push(openDatabase(roleUrls(world.ownerUrl), { max: 4, prepare: true }))
})
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()))
  await world.close()
})

/** A public contest whose last second is some seconds ahead by the database's clock. */
async function openFor(seconds: number): Promise<{ id: string; closesBefore: number }> {
  const id = await asSystem(world.database, { tenant, verb: 'test.begin' }, async (call) => {
    const [unit] = await listUnits(call.tx)
    const made = await addContest(call, {
      title: `Lomba ${newId()}`,
      organiserUnit: unit?.id ?? '',
      opensOn: '2020-01-01',
      closesOn: '2099-12-31',
    })
    await publishContest(call, { id: made.id })
    return made.id
  })
  await world.owner.unsafe('alter table contests.contests disable trigger track')
  const [row] = await world.owner<{ at: string }[]>`
    update contests.contests set closes_before = date_trunc('second', clock_timestamp()) + ${seconds}::int * interval '1 second'
    where id = ${id} returning to_char(closes_before at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`
  await world.owner.unsafe('alter table contests.contests enable trigger track')
  return { id, closesBefore: instantOf(row?.at ?? '') }
}

/** What became of one entry, with the instant of the database that decided. */
async function send(database: Database, contest: string, at?: string): Promise<{ taken: boolean; at: number }> {
  const act = newId()
  const name = `Kampung ${act}`
  try {
    const { id } = await asForm(
      database,
      { tenant, act, verb: 'contests.enterByForm', body: { name }, at },
      async (call) => enter(call, { contest, name, village: 'Desa', wordsLang: 'id' }),
    )
    const [row] = await world.owner<{ at: string }[]>`
      select to_char(entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from contests.entries where id = ${id}`
    return { taken: true, at: instantOf(row?.at ?? '') }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'stale') throw error
    return { taken: false, at: instantOf((error.details.by as { at: string }).at) }
  }
}

test('400 entries around the last second from two pools: none late, none in time refused, numbers without gaps', async () => {
  const { id, closesBefore } = await openFor(4)
  const verdicts: { taken: boolean; at: number }[] = []
  await Promise.all(
    pools.flatMap((pool) =>
      Array.from({ length: 4 }, async () => {
        for (let n = 0; n < 25; n += 1) verdicts.push(await send(pool, id))
        // The rest once it has closed, as long as the clock of the database takes to get there.
        await world.owner`select pg_sleep(greatest(0, extract(epoch from c.closes_before - clock_timestamp()) - 0.02)) from contests.contests c where c.id = ${id}`
        for (let n = 0; n < 25; n += 1) verdicts.push(await send(pool, id))
      }),
    ),
  )
  expect(verdicts).toHaveLength(400)
  const late = verdicts.filter(({ taken, at }) => taken && at >= closesBefore)
  const refused = verdicts.filter(({ taken, at }) => !taken && at < closesBefore)
  expect([late, refused]).toEqual([[], []])
  expect(verdicts.filter(({ taken }) => taken).length).toBeGreaterThan(0)
  expect(verdicts.filter(({ taken }) => !taken).length).toBeGreaterThan(0)
  const [row] = await world.owner<{ n: number; last: number }[]>`
    select count(*)::int as n, max(number) as last from contests.entries where contest = ${id}`
  expect([row?.n, row?.last]).toEqual([verdicts.filter(({ taken }) => taken).length, row?.n])
}, 30_000)

test('the second itself: the last one inside counts, the first one after it does not', async () => {
  const contest = await asSystem(world.database, { tenant, verb: 'test.begin' }, async (call) => {
    const [unit] = await listUnits(call.tx)
    const made = await addContest(call, {
      title: `Lomba ${newId()}`,
      organiserUnit: unit?.id ?? '',
      opensOn: '2024-06-12',
      closesOn: '2024-06-30',
    })
    await publishContest(call, { id: made.id })
    return made.id
  })
  const [database] = pools
  if (database === undefined) throw new Error('no pool')
  const at = async (instant: string) => (await send(database, contest, instant)).taken
  expect(await at('2024-06-11T23:59:59.999999+07:00')).toBe(false)
  expect(await at('2024-06-12T00:00:00+07:00')).toBe(true)
  expect(await at('2024-06-30T23:59:59.999999+07:00')).toBe(true)
  expect(await at('2024-07-01T00:00:00+07:00')).toBe(false)
})

test('a program that was killed in the middle leaves neither an entry nor a number', async () => {
  const { id } = await openFor(60)
  const first = await send(world.database, id)
  const roles = roleUrls(world.ownerUrl)
  const dying = postgres(roles.app, { max: 1, onnotice: () => {} })
  // Line by line: a driver that rolls back on a line that is gone complains of that.
  const line = await dying.reserve()
  await line`begin`
  await line`select set_config('app.tenant', ${tenant}, true), ledger.open_act(${newId()})`
  await line`update contests.counters set last = last + 1 where contest = ${id}`
  const [{ pid } = { pid: 0 }] = await line<{ pid: number }[]>`select pg_backend_pid() as pid`
  const dies = world.owner`select pg_terminate_backend(${pid}) from (select pg_sleep(0.3)) as waited`
  await expect(Promise.all([line`select pg_sleep(30)`, dies])).rejects.toThrow(/terminat|closed|CONNECTION/i)
  await dying.end({ timeout: 1 })
  const second = await send(world.database, id)
  expect([first.taken, second.taken]).toEqual([true, true])
  const [row] = await world.owner<{ n: number; last: number }[]>`
    select count(*)::int as n, max(number) as last from contests.entries where contest = ${id}`
  expect(row).toEqual({ n: 2, last: 2 })
})
