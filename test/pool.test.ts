import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool, type Pool } from '../src/platform/pool.ts'
import { openEmpty, type EmptyDatabase } from './databases.ts'

let database: EmptyDatabase
const pools: Pool[] = []

beforeAll(async () => {
  database = await openEmpty()
  await database.sql`create table rows (word text)`
})
afterAll(async () => {
  for (const pool of pools) await pool.end({ timeout: 1 })
  await database.drop()
})

function open(max: number, url = database.url): Pool {
  const pool = openPool(url, { max, prepare: true })
  pools.push(pool)
  return pool
}

/** Ends every connection of the product's kind, as a crash of the server does. */
async function cut(): Promise<void> {
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'jembatan'`
}

const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  )

describe('a statement that lacks a value', () => {
  test('fails at once and is not sent; those before and behind it on the line are answered', async () => {
    const pool = open(1)
    const line = await pool.reserve()
    const asked = [
      line.unsafe('select 1 as n'),
      line.unsafe('select $1::int as n, $2::int as m', [2, undefined], { prepare: true }),
      line.unsafe('select 3 as n'),
    ]
    const answers = await Promise.allSettled(asked)
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await expect(asked[1]).rejects.toThrow('$2 has no value in: select $1::int as n, $2::int as m')
    line.release()
    await expect(pool.ask('select $1::int', [undefined])).rejects.toThrow('$1 has no value')
    expect(await pool.ask('select 4 as n', [])).toMatchObject([{ n: 4 }])
  }, 2_000)
})

describe('a connection that is lost in a transaction', () => {
  test('refuses every further query of its holder, whose rollback cannot touch the next one’s transaction', async () => {
    const pool = open(1)
    const first = await pool.reserve()
    await first.unsafe(`begin; insert into rows values ('first')`)
    await cut()
    await expect.poll(() => codeOf(first.unsafe('select 1'))).toBe('CONNECTION_CLOSED')
    const waiting = pool.reserve()
    expect(await codeOf(first.unsafe('rollback'))).toBe('CONNECTION_CLOSED')
    first.release()

    const second = await waiting
    await second.unsafe(`begin; insert into rows values ('second')`)
    expect(await codeOf(first.unsafe('rollback'))).toBe('CONNECTION_CLOSED')
    first.release()
    expect((await second.unsafe('commit')).command).toBe('COMMIT')
    second.release()
    expect((await database.sql`select word from rows`).map(({ word }) => word)).toEqual(['second'])
  })

  test('answers the query in flight and those behind it', async () => {
    const line = await open(1).reserve()
    const asked = [
      line.unsafe('select pg_sleep(30)'),
      line.unsafe('select $1::int', [1], { prepare: true }),
      line.unsafe('select 2'),
    ]
    const answers = Promise.all(asked.map(codeOf))
    await expect
      .poll(async () => [await cut(), await Promise.race([answers, Promise.resolve('waiting')])][1], { timeout: 5000 })
      .toHaveLength(3)
    for (const code of await answers) expect(['57P01', 'CONNECTION_CLOSED', 'ECONNRESET']).toContain(code)
    line.release()
  })
})

test('a server that was away is found again by everybody who waits, and by no more connections than the pool has', async () => {
  const { hostname, port } = new URL(database.url)
  let away = true
  const sockets: Socket[] = []
  const door = createServer((socket) => {
    sockets.push(socket)
    if (away) socket.destroy()
    else socket.pipe(connect(Number(port), hostname)).pipe(socket)
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const url = new URL(database.url)
  url.port = String((door.address() as AddressInfo).port)
  const pool = open(3, url.toString())
  const ask = async () => {
    const line = await pool.reserve()
    try {
      return (await line.unsafe('select 1 as one'))[0]?.['one']
    } finally {
      line.release()
    }
  }
  for (let round = 0; round < 5; round++) {
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(ask())))
    expect(new Set(codes).has('answered')).toBe(false)
  }
  away = false
  sockets.length = 0
  expect(await Promise.all(Array.from({ length: 12 }, ask))).toEqual(Array.from({ length: 12 }, () => 1))
  expect(sockets.length).toBeLessThanOrEqual(3)
  await pool.end({ timeout: 1 })
  for (const socket of sockets) socket.destroy()
  door.close()
})

test('a pool that ended lends nothing more', async () => {
  const pool = open(2)
  const line = await pool.reserve()
  expect((await line.unsafe('show timezone'))[0]?.['TimeZone']).toBe('UTC')
  line.release()
  await pool.end()
  expect(await codeOf(pool.reserve())).toBe('CONNECTION_ENDED')
})

describe('the shared line', () => {
  test('gives each of many at once its own answer, also beside one that is refused', async () => {
    const pool = open(1)
    const asked = Array.from({ length: 3000 }, async (_, n) => {
      // New statements among known ones, and refusals among answers.
      const text =
        n % 7 === 0
          ? `select $1::int + ${n % 91} as n`
          : n % 11 === 0
            ? 'select 1 / ($1::int - $1) as n'
            : 'select $1::int as n'
      const expected = n % 7 === 0 ? n + (n % 91) : n % 11 === 0 ? '22012' : n
      const answer = await pool.ask(text, [n]).then(
        (rows) => rows[0]?.['n'],
        (error: { code?: string }) => error.code,
      )
      expect(answer).toBe(expected)
    })
    await Promise.all(asked)
    expect(asked).toHaveLength(3000)
  })

  test('keeps no setting from one statement to the next', async () => {
    const pool = open(1)
    await Promise.all([
      pool.ask(`select set_config('app.tenant', $1, true)`, ['here']),
      expect(pool.ask(`select current_setting('app.tenant', true) as here`, [])).resolves.toMatchObject([{ here: '' }]),
    ])
  })

  test('answers everybody when it is lost, and the next one asks on a new line', async () => {
    const pool = open(1)
    await pool.ask('select 1', [])
    const answers = Promise.all(Array.from({ length: 5 }, () => codeOf(pool.ask('select pg_sleep(30)', []))))
    await expect
      .poll(async () => [await cut(), await Promise.race([answers, Promise.resolve('waiting')])][1], { timeout: 5000 })
      .toHaveLength(5)
    for (const code of await answers) expect(['57P01', 'CONNECTION_CLOSED', 'ECONNRESET']).toContain(code)
    expect(await pool.ask('select 2 as n', [])).toMatchObject([{ n: 2 }])
  })
})
