import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { asSystem } from '../src/platform/act.ts'
import { checkout } from '../src/platform/installation.ts'
import { enqueue } from '../src/platform/jobs.ts'
import { removeDemonstration } from '../src/slices/demo/removal.ts'
import { addMember, ensureAccount, makeLink } from '../src/slices/identity/commands.ts'
import { addUnit } from '../src/slices/reference/commands.ts'
import { chainAll } from './chain.ts'
import { runScript } from './databases.ts'
import { aCityElsewhere, aColleague, furnish, tenantOf } from './factories.ts'
import { openWorld, type World } from './world.ts'

let world: World
let home: string
let demoTenants: string[]
let demoAccounts: string[]

beforeEach(async () => {
  world = await openWorld()
  home = mkdtempSync(join(tmpdir(), 'jembatan-removal-'))
  await furnish(world, { region: 'kota-bekasi', canary: 'Murai', published: true })
  const guest = await aColleague(world, { region: 'kab-bekasi', role: 'petugas' })
  const rows = await world.owner<{ tenant: string }[]>`select tenant from reference.regions where demonstration`
  demoTenants = rows.map(({ tenant }) => tenant)
  const people = await world.owner<{ id: string }[]>`
    select id from identity.accounts where demonstration or email = ${guest}`
  demoAccounts = people.map(({ id }) => id)
  for (const account of demoAccounts) {
    await makeLink(world.database.identity, account)
    await enqueue(world.database.identity as never, { task: 'identity.sendLink', payload: { account } })
  }
  await world.as('petugas-kota-bekasi')
})
afterEach(async () => {
  await world.close()
  rmSync(home, { recursive: true, force: true })
})

/** A real region with one of everything, and somebody who works in the demonstration too. */
async function settle(): Promise<string> {
  await aCityElsewhere(world)
  const { tenant } = await furnish(world, { region: 'kota-semarang', canary: 'Kenari', published: true })
  const both = { email: 'keduanya@semarang.example', name: 'Petugas' }
  const { id: account } = await ensureAccount(world.database.identity, both)
  for (const of of [tenant, await tenantOf(world, 'kab-bekasi')]) {
    const join = { account, role: 'petugas', ...both } as const
    await asSystem(world.database, { tenant: of, verb: 'identity.addMember' }, async (call) => {
      await addMember(call, join)
    })
  }
  await world.as(both.email)
  await chainAll(world)
  return tenant
}

const environment = () => ({ DATABASE_URL: world.ownerUrl, JEMBATAN_DATA: home, JEMBATAN_FILES: world.store.folder })
const remove = async (...words: string[]) =>
  await runScript(['src/command.ts', 'demo', 'remove', ...words], environment())

const everyTable = async () =>
  await world.owner<{ name: string; tenant: boolean }[]>`
    select c.oid::regclass::text as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant') as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`

/** Tables in which a row speaks of a region or an account of the demonstration, whatever column it stands in. */
async function traces(): Promise<string[]> {
  const found: string[] = []
  for (const { name } of await everyTable()) {
    const rows = await world.owner.unsafe(
      `select from ${name} t, unnest($1::text[]) gone where position(gone in t::text) > 0 limit 1`,
      [[...demoTenants, ...demoAccounts] as never],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

/** Number and hash of a region's rows in every table that has regions. */
async function rowsOf(tenant: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { name } of (await everyTable()).filter((table) => table.tenant)) {
    const [row] = await world.owner.unsafe(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as hash from ${name} t where tenant = $1`,
      [tenant],
    )
    found[name] = row?.['hash']
  }
  return found
}

const countRows = async () => {
  const found: Record<string, number> = {}
  for (const { name } of await everyTable()) {
    found[name] = (await world.owner.unsafe(`select count(*)::int as n from ${name}`))[0]?.['n']
  }
  return found
}

const disabled = async () =>
  await world.owner`
  select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`

describe('once a real region exists', () => {
  test('every trace goes, the real region’s rows and files stay byte for byte, and the ledger holds', async () => {
    const tenant = await settle()
    const before = await rowsOf(tenant)
    expect(Object.values(before).filter((hash) => !hash.startsWith('0 ')).length).toBeGreaterThan(20)
    const filesBefore = readdirSync(join(world.store.folder, tenant), { recursive: true })
    expect((await traces()).length).toBeGreaterThan(25)

    const done = await remove()
    expect([done.error, done.code]).toEqual(['', 0])
    expect(done.out).toMatch(
      /^The demonstration is gone: \d{3,} rows of \d+ tables, [1-9]\d accounts, [1-9]\d jobs, [1-9]\d* files\.$/m,
    )
    expect(done.out).toMatch(/^ledger\.acts +\d+$/m)

    expect(await traces()).toEqual([])
    expect(await rowsOf(tenant)).toEqual(before)
    expect(readdirSync(join(world.store.folder, tenant), { recursive: true })).toEqual(filesBefore)
    for (const gone of demoTenants) expect(existsSync(join(world.store.folder, gone))).toBe(false)
    expect(await disabled()).toEqual([])
    const verified = await verifyAll(world.ownerUrl, world.store.folder)
    expect(verified.map(({ code, faults }) => [code, faults])).toEqual([['33.74', []]])
    expect((await world.page('/id/daerah/kota-semarang')).status).toBe(200)
    await world.as('keduanya@semarang.example')

    const again = await remove()
    expect([again.code, again.out, again.error]).toEqual([0, 'Nothing of the demonstration is left.\n', ''])
  }, 180_000)

  test('the real region goes on writing meanwhile, and none of its acts is lost or refused', async () => {
    const tenant = await settle()
    let writing = true
    let written = 0
    const hand = async () => {
      for (; writing; written += 1) {
        const name = `Dinas ${written} ${Math.trunc(performance.now() * 1000)}`
        await asSystem(
          world.database,
          { tenant, verb: 'test.unit' },
          async (call) => await addUnit(call, { name, kind: 'opd' }),
        )
      }
    }
    const hands = [hand(), hand(), hand()]
    await expect.poll(() => written).toBeGreaterThan(3)
    const { tables } = await removeDemonstration(world.ownerUrl, { files: world.store.folder })
    const then = written
    await expect.poll(() => written).toBeGreaterThan(then + 3)
    writing = false
    await Promise.all(hands)
    expect(tables.length).toBeGreaterThan(20)
    expect(await traces()).toEqual([])
    await chainAll(world)
    expect((await verifyAll(world.ownerUrl)).flatMap(({ faults }) => faults)).toEqual([])
  }, 180_000)

  test('killed in the middle nothing has gone; the next run takes it all, and files that a killed one left', async () => {
    await settle()
    const before = await countRows()
    // Holds it between the rows of the regions and those of the accounts.
    const held = await world.owner.reserve()
    await held.unsafe('begin; lock table identity.attempts in access exclusive mode')
    const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
    const words = ['--import', './tools/jsx.mjs', 'src/command.ts', 'demo', 'remove']
    const child = spawn(process.execPath, words, {
      cwd: checkout,
      env: { PATH, HOME, NODE_COMPILE_CACHE, ...environment() },
      stdio: 'ignore',
    })
    const waits = async () =>
      (
        await world.owner`select from pg_stat_activity where application_name = 'jembatan demo remove'
        and wait_event_type = 'Lock' and query like '%delete from identity.attempts%'`
      ).length
    await expect.poll(waits, { timeout: 60_000 }).toBe(1)
    child.kill('SIGKILL')
    const gone = async () =>
      (await world.owner`select from pg_stat_activity where application_name = 'jembatan demo remove'`).length
    await held.unsafe('rollback')
    held.release()
    await expect.poll(gone, { timeout: 30_000 }).toBe(0)
    expect(await countRows()).toEqual(before)
    expect(await disabled()).toEqual([])
    expect((await verifyAll(world.ownerUrl, world.store.folder)).flatMap(({ faults }) => faults)).toEqual([])

    expect((await remove()).code).toBe(0)
    expect(await traces()).toEqual([])

    const left = join(world.store.folder, demoTenants[0] ?? '', 'ab')
    mkdirSync(left, { recursive: true })
    writeFileSync(join(left, 'ab'.repeat(32)), 'x')
    expect((await remove()).out).toBe('The demonstration is gone: 0 rows of 0 tables, 0 accounts, 0 jobs, 1 files.\n')
    expect(existsSync(left)).toBe(false)
  }, 180_000)
})

describe('while visitors see it', () => {
  test('it is not removed unless that is said; then nothing is left, not even a region', async () => {
    const before = await countRows()
    const refused = await remove()
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.error).toContain('The demonstration is what visitors see now, and nothing was removed.')
    expect(await countRows()).toEqual(before)
    expect((await world.page('/id/kerja-sama/kota-bekasi-izumisano')).status).toBe(200)

    expect((await remove('--yes')).code).toBe(0)
    expect(await traces()).toEqual([])
    // Another process took it away: a page that this one keeps is believed for a second.
    const status = async () => (await world.page('/id/kerja-sama/kota-bekasi-izumisano')).status
    await expect.poll(status, { timeout: 10_000 }).toBe(404)
    expect((await verifyAll(world.ownerUrl)).length).toBe(0)
  }, 180_000)

  test('words that are none remove nothing', { timeout: 60_000 }, async () => {
    const { code, error } = await remove('--force')
    expect([code, error]).toEqual([2, expect.stringContaining('Usage: jembatan demo')])
  })
})
