import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../src/platform/database.ts'
import { checkout } from '../src/platform/installation.ts'
import { readPostmaster, startPostgres, stopPostgres } from '../src/platform/postmaster.ts'
import { seedDemonstration } from '../src/slices/demo/seed.ts'
import { buildWhenStale } from '../tools/build.ts'
import { testHome } from './cluster.ts'
import { runScript, type Ended } from './databases.ts'
import { aCityElsewhere } from './factories.ts'
import { openWorld, type World } from './world.ts'

const base = mkdtempSync(join(dirname(testHome()), 'jembatan-start-'))
chmodSync(base, 0o755) // as root the database runs as another user, who must pass
const children: ChildProcess[] = []
const homes: string[] = []
let world: World

beforeAll(async () => {
  world = await openWorld({ invented: true }) // as a start fills it
  await buildWhenStale() // what is measured below is a start, not a build
}, 120_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const home of homes) await stopPostgres(home)
  rmSync(base, { recursive: true, force: true })
  await world.close()
})

const start = (environment: Record<string, string>): Promise<Ended> =>
  runScript(['src/main.ts'], { LOG_LEVEL: 'error', ...environment })

/** Starts the product and answers its address, or what it said when it did not come up. */
async function serve(environment: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, ['--import', './tools/jsx.mjs', 'src/main.ts'], {
    cwd: checkout,
    env: { PATH, HOME, NODE_COMPILE_CACHE, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  const url = await new Promise<string>((done, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /^Jembatan: (http\S+)$/m.exec(said)?.[1]
      if (address !== undefined) done(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => fail(new Error(said)))
  })
  return { child, url }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>
  child.kill('SIGTERM')
  return (await ended)[0]
}

function canMount(): boolean {
  const place = join(base, 'mount')
  mkdirSync(place, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'none', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  }
}

const counts = async () =>
  (
    await world.owner`select (select count(*)::int from ledger.acts) as acts, (select count(*)::int from platform.migrations) as migrations`
  )[0]

describe('a start that cannot be says why in one sentence, exits 1 and leaves nothing half-written', () => {
  test('on a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const before = await counts()
    const { code, out, error } = await start({ DATABASE_URL: world.ownerUrl, PORT: String(port) })
    other.close()
    expect([code, out, error]).toEqual([
      1,
      '',
      `Port ${port} is taken by another program. Stop it, or start with another port: PORT=${port + 1} npm start\n`,
    ])
    expect(await counts()).toEqual(before)
  })

  test('on a database of a newer version', async () => {
    await world.owner`insert into platform.migrations (name, sha256) values ('0099_later.sql', 'x')`
    const before = await counts()
    const { code, out, error } = await start({ DATABASE_URL: world.ownerUrl, PORT: '0' })
    await world.owner`delete from platform.migrations where name = '0099_later.sql'`
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(/^This database is of a newer version: it has 0099_later\.sql, .*\.\n$/)
    expect(before?.['migrations']).toBeGreaterThan(6)
    expect(await counts()).toEqual({ ...before, migrations: before?.['migrations'] - 1 })
  })

  test('on a data folder that is below a file', async () => {
    writeFileSync(join(base, 'file'), '')
    const { code, out, error } = await start({ JEMBATAN_DATA: join(base, 'file', 'data'), PORT: '0' })
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(
      /^PostgreSQL could not be started because something on the way to .* is a file and not a folder: .*\.\n$/,
    )
  })

  test.runIf(canMount())('on a read-only and on a full data folder', async () => {
    const place = join(base, 'mount')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'none', place])
    try {
      const { code, out, error } = await start({ JEMBATAN_DATA: join(place, 'data'), PORT: '0' })
      expect([code, out]).toEqual([1, ''])
      expect(error).toMatch(/^PostgreSQL could not be started because .* lies on a read-only file system: .*\.\n$/)
    } finally {
      execFileSync('umount', [place])
    }
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0755', 'none', place])
    try {
      const { code, out, error } = await start({ JEMBATAN_DATA: place, PORT: '0' })
      expect([code, out]).toEqual([1, ''])
      expect(error).toMatch(/^PostgreSQL could not be started because the disk that holds .* is full: .*\.\n$/)
      expect(readdirSync(place)).toEqual(['password'])
    } finally {
      execFileSync('umount', [place])
    }
  })

  test('on a configuration that contradicts itself', async () => {
    const { code, out, error } = await start({ PORT: '99999', JEMBATAN_DATA: join(base, 'never') })
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(/^The configuration cannot be used\. PORT: .*\n$/)
    expect(existsSync(join(base, 'never'))).toBe(false)
  })
})

test('a demonstration whose filling was killed half-way is completed by the next start; a real region is left alone', async () => {
  const regions = async (of: World) =>
    (
      await of.owner`select r.slug, (select count(*)::int from identity.memberships m where m.tenant = r.tenant) as members
      from reference.regions r order by slug`
    ).map(({ slug, members }) => `${slug} ${members}`)
  let left = 2
  const killed = await openWorld({ seed: false })
  const dying: Database = {
    ...killed.database,
    inTenant: (tenancy, work) =>
      killed.database.inTenant(tenancy, async (tx) => {
        const result = await work(tx)
        if (left-- === 0) throw new Error('killed')
        return result
      }),
  }
  try {
    await expect(seedDemonstration(dying, killed)).rejects.toThrow('killed')
    expect(await regions(killed)).toHaveLength(2)
    expect(await seedDemonstration(killed.database, killed)).toBe('seeded')
    expect(await regions(killed)).toEqual(await regions(world))
    expect(await seedDemonstration(killed.database, killed)).toBe('already there')
  } finally {
    await killed.close()
  }
  const real = await openWorld({ seed: false })
  try {
    await aCityElsewhere(real)
    expect(await seedDemonstration(real.database, real)).toBe('already there')
    expect(await regions(real)).toEqual(['kota-semarang 0'])
  } finally {
    await real.close()
  }
})

test('two first starts at once share one database and one demonstration; a third on the same port is refused', async () => {
  const home = join(base, 'shared')
  homes.push(home)
  const both = await Promise.all([serve({ JEMBATAN_DATA: home, PORT: '0' }), serve({ JEMBATAN_DATA: home, PORT: '0' })])
  for (const { url } of both) {
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok', demonstration: true })
    expect((await fetch(`${url}/id/kerja-sama/kota-bekasi-izumisano`)).status).toBe(200)
  }
  const sql = postgres((await startPostgres({ home })).url, { max: 1 })
  const acts = await sql<{ verb: string; n: number }[]>`
    select verb, count(*)::int as n from ledger.acts group by verb order by verb`
  const whole = await world.owner<{ verb: string; n: number }[]>`
    select verb, count(*)::int as n from ledger.acts group by verb order by verb`
  await sql.end({ timeout: 5 })
  // Nothing was filled in twice: as many acts of each kind as in the demonstration of this file.
  expect([...acts]).toEqual([...whole])

  const port = new URL(both[0].url).port
  const third = await start({ JEMBATAN_DATA: home, PORT: port })
  expect([third.code, third.error]).toEqual([1, expect.stringContaining(`Port ${port} is taken by another program.`)])
  expect((await fetch(`${both[0].url}/health`)).status).toBe(200)

  expect(await endOf(both[0].child)).toBe(0)
  expect((await fetch(`${both[1].url}/health`)).status).toBe(200)
  expect(await endOf(both[1].child)).toBe(0)
}, 60_000)

test('alone, the product takes its database along when it ends, and starts it again when it dies', async () => {
  const home = join(base, 'alone')
  homes.push(home)
  const { child, url } = await serve({ JEMBATAN_DATA: home, PORT: '0' })
  const dead = readPostmaster(home)?.pid ?? 0
  process.kill(dead, 'SIGKILL')
  const health = async () => {
    const { pid, alive } = readPostmaster(home) ?? {}
    return alive && pid !== dead ? (await fetch(`${url}/health`)).status : 0
  }
  await expect.poll(health, { timeout: 10_000 }).toBe(200)
  expect(await endOf(child)).toBe(0)
  expect(readPostmaster(home)).toBeUndefined()
}, 60_000)
