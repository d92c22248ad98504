import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import released from '../db/released.json' with { type: 'json' }
import { verifyAll } from '../src/commands/verify.ts'
import { restoreBackup } from '../src/platform/backup.ts'
import { openDatabase } from '../src/platform/database.ts'
import { listMigrations, migrate, migrateJobs, roleUrls } from '../src/platform/migrate.ts'
import { newId } from '../src/shared/ids.ts'
import { openEmpty, runCommand, type EmptyDatabase } from './databases.ts'

// Each release leaves a backup of its demonstration in test/releases (tools/release.ts): what people have when they
// upgrade. Data put in at an older migration stand for what was never released.
const releases = new URL('releases/', import.meta.url).pathname
const db = new URL('../db/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'jembatan-migrations-'))
const opened: EmptyDatabase[] = []
let names: string[]
let latest: string

beforeAll(async () => {
  names = await listMigrations()
  latest = names.at(-1) ?? ''
})
afterAll(async () => {
  for (const database of opened) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function anEmpty(): Promise<EmptyDatabase> {
  const database = await openEmpty()
  opened.push(database)
  return database
}

/** A copy of db/ as a program of another version would bring it. */
function another(name: string, change: (migrations: string) => void): string {
  const copy = join(folder, name)
  cpSync(db, copy, { recursive: true })
  change(join(copy, 'migrations'))
  return copy
}

/** What stands in the catalogue: tables with their columns, policies, triggers and grants. */
async function shape({ sql }: EmptyDatabase): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select format('%s.%s.%s %s', table_schema, table_name, column_name, data_type) as line from information_schema.columns
    where table_schema !~ '^(pg_|information_schema)'
    union all select format('policy %s.%s %s %s', schemaname, tablename, policyname, qual) from pg_policies
    union all select format('trigger %s %s', tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
    union all select format('grant %s.%s %s %s', table_schema, table_name, grantee, privilege_type)
      from information_schema.role_table_grants where grantee like 'jembatan_%'
    order by 1`
  return rows.map(({ line }) => line)
}

const applied = async ({ sql }: EmptyDatabase) =>
  (await sql<{ name: string }[]>`select name from platform.migrations order by name`).map(({ name }) => name)

describe('from nothing', () => {
  test('every migration is applied in order; a second time there is nothing to do', async () => {
    const database = await anEmpty()
    expect(await migrate(database.url)).toEqual({ applied: names, version: latest })
    const first = await shape(database)
    expect(first.length).toBeGreaterThan(200)
    expect(await migrate(database.url)).toEqual({ applied: [], version: latest })
    expect(await shape(database)).toEqual(first)
  })

  test('three starts at once apply each migration once', async () => {
    const database = await anEmpty()
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.url)))
    expect(results.map((result) => result.applied.length).toSorted((a, b) => a - b)).toEqual([0, 0, names.length])
    expect(await applied(database)).toEqual(names)
  })

  test('two databases of one cluster migrate at once: their roles are the same ones', async () => {
    const both = [await anEmpty(), await anEmpty()]
    const results = await Promise.all(both.map(({ url }) => migrate(url)))
    expect(results.map(({ version }) => version)).toEqual([latest, latest])
  })
})

describe('policies, grants and triggers', () => {
  test('that stand are left alone: a second start waits for nobody who is at work', async () => {
    const database = await anEmpty()
    await migrate(database.url)
    await database.sql.begin(async (tx) => {
      await tx`lock table reference.regions, relations.relations in row exclusive mode`
      expect((await migrate(database.url)).applied).toEqual([])
    })
  })

  test('are put on again when a newer program brings others', async () => {
    const database = await anEmpty()
    await migrate(database.url)
    const before = await shape(database)
    await database.sql`drop policy in_tenant on relations.relations`
    await migrate(database.url)
    expect(await shape(database)).not.toEqual(before)
    const newer = another('other-template', (place) => {
      const template = join(place, '..', 'tables.sql')
      writeFileSync(template, `${readFileSync(template, 'utf8')}-- a word more\n`)
    })
    await migrate(database.url, { folder: newer })
    expect(await shape(database)).toEqual(before)
  })
})

describe('from each release, with its demonstration', () => {
  const kept = existsSync(releases) ? readdirSync(releases) : []

  test('each left one', () => expect(kept).toEqual(Object.keys(released)))

  test.each(kept)('%s: every row stays, the ledger holds, the shape is that of today', async (release) => {
    const [database, fresh] = [await anEmpty(), await anEmpty()]
    const files = join(folder, `files-${release}`)
    const { tables } = await restoreBackup(database.url, { folder: join(releases, release), files })
    await migrate(fresh.url)
    await migrateJobs(fresh.url)
    expect(await shape(database)).toEqual(await shape(fresh))
    for (const { name, rows } of tables.filter(({ name }) => name !== 'ledger.epochs')) {
      const [count] = await database.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${name}`)
      expect(count?.n, name).toBe(rows)
    }
    expect((await verifyAll(database.url, files)).flatMap(({ faults }) => faults)).toEqual([])
  })
})

describe('from an older version with data', () => {
  test('the rows stay, get their policies and triggers, and the application reads and writes them', async () => {
    const database = await anEmpty()
    const { sql } = database
    const old = names.find((name) => name.startsWith('0003_')) ?? ''
    expect((await migrate(database.url, { upTo: old })).version).toBe(old)
    const [tenant, account, member] = [newId(), newId(), newId()]
    await sql`insert into reference.regions (tenant, code, slug, tier, province, name)
      values (${tenant}, '33.74', 'kota-semarang', 'kota', '33', 'Kota Semarang')`
    await sql`insert into identity.accounts (id, email, name) values (${account}, 'a@contoh.invalid', 'A')`
    await sql`insert into identity.memberships (tenant, id, account, role, name, email)
      values (${tenant}, ${member}, ${account}, 'petugas', 'A', 'a@contoh.invalid')`
    const before = await sql`select to_jsonb(m) as row from identity.memberships m`

    const { applied: rest } = await migrate(database.url)
    expect(rest).toEqual(names.slice(names.indexOf(old) + 1))
    const after = await sql`select to_jsonb(m) as row from identity.memberships m`
    expect(after[0]?.['row']).toMatchObject(before[0]?.['row'])
    const product = openDatabase(roleUrls(database.url), { max: 2, prepare: true })
    try {
      const read = (of: string) =>
        product.inTenant({ tenant: of }, (tx) => tx.selectFrom('identity.memberships').select('id').execute())
      expect(await read(tenant)).toEqual([{ id: member }])
      expect(await read(newId())).toEqual([])
      const write = product.inTenant({ tenant, write: true }, (tx) =>
        tx.updateTable('identity.memberships').set({ name: 'B' }).execute(),
      )
      await expect(write).rejects.toMatchObject({ code: 'JB001' })
    } finally {
      await product.close()
    }
  })

  test('version by version ends where one stride ends', async () => {
    const [slow, quick] = [await anEmpty(), await anEmpty()]
    for (const name of names) await migrate(slow.url, { upTo: name })
    await migrate(quick.url)
    expect(await shape(slow)).toEqual(await shape(quick))
  })
})

describe('a migration that breaks off', () => {
  test('leaves the database at the one before, and its rows as they were', async () => {
    const database = await anEmpty()
    await migrate(database.url)
    await database.sql`insert into identity.accounts (id, email, name) values (${newId()}, 'a@contoh.invalid', 'A')`
    const before = await shape(database)
    const broken = another('broken', (place) => {
      writeFileSync(
        join(place, '0098_good.sql'),
        `create table platform.later (id int); comment on table platform.later is 'global. x.';`,
      )
      writeFileSync(
        join(place, '0099_broken.sql'),
        `create table platform.half (id int); delete from identity.accounts; alter table platform.mode add column x int; select 1 / 0;`,
      )
    })
    await expect(migrate(database.url, { folder: broken })).rejects.toThrow(
      'Migration 0099_broken.sql failed and left nothing behind: division by zero',
    )
    expect(await applied(database)).toEqual([...names, '0098_good.sql'])
    const added = (await shape(database)).filter((line) => !before.includes(line))
    expect(added).toEqual(['platform.later.id integer'])
    expect(await database.sql`select from identity.accounts`).toHaveLength(1)

    // Mended, it goes on from there.
    const mended = another('mended', (place) => {
      cpSync(join(broken, 'migrations', '0098_good.sql'), join(place, '0098_good.sql'))
      writeFileSync(join(place, '0099_broken.sql'), 'alter table platform.mode add column x int;')
    })
    expect((await migrate(database.url, { folder: mended })).applied).toEqual(['0099_broken.sql'])
  })

  test('also when the connection is cut in the middle', async () => {
    const database = await anEmpty()
    const slow = another('slow', (place) => {
      const [first = ''] = names
      const text = readFileSync(join(place, first), 'utf8')
      writeFileSync(join(place, first), `${text}\nselect pg_sleep(30);`)
    })
    const running = migrate(database.url, { folder: slow })
    running.catch(() => {})
    const cut = async () =>
      (
        await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'jembatan migrate' and datname = current_database() and wait_event = 'PgSleep'`
      ).length
    await expect.poll(cut, { timeout: 10_000 }).toBe(1)
    await expect(running).rejects.toThrow('failed and left nothing behind')
    expect(await database.sql`select from pg_namespace where nspname = 'platform'`).toHaveLength(0)
    expect((await migrate(database.url)).version).toBe(latest)
  })
})

describe('refused with a sentence, before anything is written', () => {
  test('a database of a newer version', async () => {
    const database = await anEmpty()
    const newer = another('newer', (place) =>
      writeFileSync(join(place, '0099_later.sql'), 'alter table platform.mode add column later int;'),
    )
    await migrate(database.url, { folder: newer })
    const before = await shape(database)
    const sentence =
      'This database is of a newer version: it has 0099_later.sql, which this program does not know. Start the newer program, or restore a backup of this version.'
    await expect(migrate(database.url)).rejects.toThrow(sentence)
    const command = await runCommand(database.url, 'migrate')
    expect([command.code, command.out, command.error]).toEqual([1, '', `${sentence}\n`])
    expect(await shape(database)).toEqual(before)
  })

  test('a migration that was changed after it ran', async () => {
    const database = await anEmpty()
    await migrate(database.url)
    const before = await shape(database)
    const changed = another('changed', (place) => {
      const [first = ''] = names
      writeFileSync(join(place, first), `${readFileSync(join(place, first), 'utf8')}-- a word more\n`)
    })
    await expect(migrate(database.url, { folder: changed })).rejects.toThrow(
      `Migration ${names[0]} was changed after it ran on this database. Put the original file back.`,
    )
    expect(await shape(database)).toEqual(before)
  })
})
