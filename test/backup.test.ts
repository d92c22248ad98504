import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { asSystem } from '../src/platform/act.ts'
import { restoreBackup, writeBackup, type Manifest } from '../src/platform/backup.ts'
import { openDatabase } from '../src/platform/database.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { placeOf } from '../src/platform/store.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { addUnit } from '../src/slices/reference/commands.ts'
import { addField, dropField, listRelations } from '../src/slices/relations/contract.ts'
import { chainAll } from './chain.ts'
import { aPdf } from './documents.ts'
import { openEmpty, runScript, type EmptyDatabase } from './databases.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type World } from './world.ts'

let world: World
const folder = mkdtempSync(join(tmpdir(), 'jembatan-backup-'))
const whole = join(folder, 'whole')
const into = join(folder, 'files-of-the-restored')
const opened: EmptyDatabase[] = []
let letter: string

beforeAll(async () => {
  world = await openWorld()
  const tenant = await tenantOf(world, 'kota-bekasi')
  const { store } = world
  const file = { tenant, kind: 'pdf' as const, name: 'surat.pdf', content: aPdf('yang ikut dicadangkan') }
  const kept = await asSystem(world.database, { tenant, verb: 'test.keep' }, (call) =>
    keepMade({ ...call, store }, file),
  )
  letter = placeOf({ tenant, sha256: kept.sha256 })
  await chainAll(world)
  await writeBackup(world.ownerUrl, { folder: whole, files: world.store.folder })
})
afterAll(async () => {
  for (const database of opened) await database.drop()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))

async function anEmpty(): Promise<EmptyDatabase> {
  const database = await openEmpty()
  opened.push(database)
  return database
}

/** Number and hash of the rows of every table that holds data. */
async function contents(sql: postgres.Sql): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|graphile_worker)' order by 1`
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '-') as hash from ${name} t`,
    )
    found[name] = row?.['hash']
  }
  return found
}

const isUntouched = async ({ sql }: EmptyDatabase) =>
  (await sql`select from pg_namespace where nspname in ('platform', 'ledger', 'reference')`).length === 0

test('a backup that fails leaves no folder behind, and none that was there is touched', async () => {
  const begun = join(folder, 'begun')
  const nowhere = join(folder, 'no-files-here')
  await expect(writeBackup(world.ownerUrl, { folder: begun, files: nowhere })).rejects.toThrow(
    /is missing or damaged in/,
  )
  expect(existsSync(begun)).toBe(false)
  await writeBackup(world.ownerUrl, { folder: begun, files: world.store.folder })
  const before = filesIn(begun)
  await expect(writeBackup(world.ownerUrl, { folder: begun, files: nowhere })).rejects.toThrow(/exists already/)
  expect(filesIn(begun)).toEqual(before)
})

describe('a restored backup', () => {
  test('has the same rows in every table, a ledger that holds, and a new epoch', async () => {
    const target = await anEmpty()
    await restoreBackup(target.url, { folder: whole, files: into })
    const [was, is] = [await contents(world.owner), await contents(target.sql)]
    expect(Object.keys(is)).toEqual(Object.keys(was))
    for (const table of Object.keys(was)) {
      if (table === 'ledger.epochs' || table === 'platform.migrations') continue
      expect([table, is[table]]).toEqual([table, was[table]])
    }
    expect(was['identity.memberships']).toMatch(/^[1-9]/)
    expect((await verifyAll(target.url, into)).flatMap(({ faults }) => faults)).toEqual([])
    expect(readFileSync(join(into, letter), 'utf8')).toContain('yang ikut dicadangkan')
    const epochs = await target.sql`select epoch, reason from ledger.epochs order by epoch`
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2])
    expect(epochs[1]?.['reason']).toMatch(/^restored from backup of 20/)
  })

  test('goes on: row policies stand, new acts are tracked and chained after the old ones', async () => {
    const target = await anEmpty()
    await restoreBackup(target.url, { folder: whole, files: into })
    const tenant = await tenantOf(world, 'kota-bekasi')
    const database = openDatabase(roleUrls(target.url), { max: 2, prepare: true })
    try {
      await asSystem(database, { tenant, verb: 'test.unit' }, (call) =>
        addUnit(call, { name: 'Sesudah', kind: 'lain' }),
      )
      const stranger = '00000000-0000-7000-8000-000000000000'
      const seen = await database.inTenant({ tenant: stranger }, (tx) =>
        tx.selectFrom('reference.units').select('id').execute(),
      )
      expect(seen).toEqual([])
      const write = database.inTenant({ tenant, write: true }, (tx) => tx.deleteFrom('reference.units').execute())
      await expect(write).rejects.toMatchObject({ code: 'JB001' })
    } finally {
      await database.close()
    }
    await chainAll({ ...world, ownerUrl: target.url, owner: target.sql })
    const heads = await target.sql`
      select a.verb, a.epoch from ledger.heads h join ledger.acts a on a.tenant = h.tenant and a.id = h.act
      where h.tenant = ${tenant} order by h.n`
    expect(heads.at(-1)).toEqual({ verb: 'test.unit', epoch: 2 })
    expect(heads.slice(0, -1).every(({ epoch }) => epoch === 1)).toBe(true)
    expect((await verifyAll(target.url)).flatMap(({ faults }) => faults)).toEqual([])
  })

  test('taken while eight hands write holds one moment: every act whole, the ledger clean', async () => {
    const officer = await world.as('petugas-kota-bekasi')
    const relation = (await officer.ask(listRelations, {})).body.rows[0].id
    let writing = true
    const write = async (hand: number) => {
      for (let n = 0; writing; n++) {
        const { body } = await officer.ask(addField, { id: relation, name: `Tangan ${hand} ${n}` })
        await officer.ask(dropField, { id: body.id, rev: 1 })
      }
    }
    const hands = Array.from({ length: 8 }, (_, hand) => write(hand))
    const counts: number[] = []
    try {
      for (const name of ['one', 'two']) {
        await writeBackup(world.ownerUrl, { folder: join(folder, name), files: world.store.folder })
        const [row] = await world.owner`select count(*)::int as n from ledger.acts`
        counts.push(row?.['n'])
      }
    } finally {
      writing = false
      await Promise.all(hands)
    }
    const target = await anEmpty()
    await restoreBackup(target.url, { folder: join(folder, 'two'), files: into })
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0)
    const [halves] = await target.sql`
      select count(*)::int as n from ledger.acts a
      where a.verb like 'relations.%Field' and not exists (select from ledger.changes c where c.tenant = a.tenant and c.act = a.id)`
    expect(halves?.['n']).toBe(0)
    expect((await verifyAll(target.url)).flatMap(({ faults }) => faults)).toEqual([])
  })
})

describe('refused, and nothing is written', () => {
  const damaged = (name: string, damage: (copy: string) => void) => {
    const copy = join(folder, name)
    cpSync(whole, copy, { recursive: true })
    damage(copy)
    return copy
  }
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const rewrite = (copy: string, change: (manifest: Record<string, unknown>) => void) => {
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'))
    change(manifest)
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
  }

  test('a backup with one byte changed, whichever file it is in', { timeout: 120_000 }, async () => {
    const target = await anEmpty()
    const files = filesIn(whole)
    expect(files.length).toBeGreaterThan(20)
    expect(files).toContain(join('files', letter))
    const copy = damaged('one-byte', () => {})
    // The first byte of one file, the middle of the next, the last of the one after: every restoring reads them all.
    for (const [n, file] of files.entries()) {
      const { size } = statSync(join(copy, file))
      const at = [0, Math.floor(size / 2), size - 1][n % 3] ?? 0
      flip(join(copy, file), at)
      const restoring = restoreBackup(target.url, { folder: copy, files: into })
      await expect(restoring, file).rejects.toThrow(/damaged/)
      await expect(restoring, file).rejects.toThrow(basename(file))
      flip(join(copy, file), at)
    }
    expect(await isUntouched(target)).toBe(true)
  })

  test.each<[string, (copy: string) => void, RegExp]>([
    [
      'an unfinished backup',
      (copy) => rmSync(join(copy, 'manifest.json')),
      /has no manifest\.json: it is no backup, or writing it did not end/,
    ],
    [
      'a backup without one of its files',
      (copy) => rmSync(join(copy, 'ledger.acts.copy.gz')),
      /ledger\.acts\.copy\.gz is missing or damaged/,
    ],
    [
      'a backup without a content',
      (copy) => rmSync(join(copy, 'files', letter)),
      /The file [0-9a-f]{64} of .+ is missing or damaged/,
    ],
    [
      'a backup of a newer format',
      (copy) => rewrite(copy, (manifest) => (manifest['format'] = 2)),
      /was written by a newer program/,
    ],
    [
      'a manifest that says another version',
      (copy) => rewrite(copy, (manifest) => (manifest['version'] = '0003_identity.sql')),
      /manifest\.json is damaged/,
    ],
    [
      'a manifest cut short',
      (copy) => writeFileSync(join(copy, 'manifest.json'), '{"format": 1'),
      /manifest\.json is damaged/,
    ],
  ])('%s', async (name, damage, message) => {
    const target = await anEmpty()
    await expect(
      restoreBackup(target.url, { folder: damaged(name.replaceAll(' ', '-'), damage), files: into }),
    ).rejects.toThrow(message)
    expect(await isUntouched(target)).toBe(true)
  })

  test('a database that holds something, even if it is only an account', async () => {
    const before = await contents(world.owner)
    await expect(restoreBackup(world.ownerUrl, { folder: whole, files: into })).rejects.toThrow(
      'This database is not empty.',
    )
    expect(await contents(world.owner)).toEqual(before)
    const target = await openWorld({ seed: false })
    try {
      await target.owner`insert into identity.accounts (id, email, name) values (gen_random_uuid(), 'a@contoh.invalid', 'A')`
      await expect(restoreBackup(target.ownerUrl, { folder: whole, files: into })).rejects.toThrow(
        'This database is not empty.',
      )
    } finally {
      await target.close()
    }
  })

  test('an empty database on which the product runs', async () => {
    const target = await openWorld({ seed: false })
    try {
      expect((await target.page('/health')).status).toBe(200)
      const restoring = restoreBackup(target.ownerUrl, { folder: whole, files: into })
      await expect(restoring).rejects.toThrow(
        'The product runs on this database. Stop it, restore, and start it again.',
      )
      expect((await target.owner`select from reference.regions`).length).toBe(0)
    } finally {
      await target.close()
    }
  })

  test('a backup of files that are not there, by name', async () => {
    await expect(writeBackup(world.ownerUrl, { folder: join(folder, 'no-files'), files: folder })).rejects.toThrow(
      /The file [0-9a-f]{64} of .+ is missing or damaged in/,
    )
  })

  test('a folder that exists already, for a backup', async () => {
    await expect(writeBackup(world.ownerUrl, { folder: whole, files: world.store.folder })).rejects.toThrow(
      `${whole} exists already. A backup goes into a new folder.`,
    )
  })
})

test('a backup can be read by its owner only', () => {
  expect(statSync(whole).mode & 0o777).toBe(0o700)
  for (const file of filesIn(whole)) expect([file, statSync(join(whole, file)).mode & 0o777]).toEqual([file, 0o600])
})

const command = async (url: string, files: string, ...words: string[]) =>
  await runScript(['src/command.ts', ...words], { DATABASE_URL: url, JEMBATAN_FILES: files })
const fresh = join(folder, 'files-by-command')

test('the commands say what they did, and exit 0; refusals exit 1 with one sentence', async () => {
  const place = join(folder, 'by-command')
  const made = await command(world.ownerUrl, world.store.folder, 'backup', place)
  expect([made.code, made.error]).toEqual([0, ''])
  expect(made.out).toMatch(/^\d+ tables, \d+ rows, 1 files at \d{4}_[a-z_]+\.sql in \d+ ms\.\n$/)
  const manifest = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as Manifest
  expect(manifest.tables.map(({ name }) => name)).toContain('ledger.personal')

  const again = await command(world.ownerUrl, world.store.folder, 'backup', place)
  expect([again.code, again.error]).toEqual([1, `${place} exists already. A backup goes into a new folder.\n`])

  const target = await anEmpty()
  const back = await command(target.url, fresh, 'restore', place)
  expect([back.code, back.error]).toEqual([0, ''])
  expect(back.out).toMatch(/^\d+ tables, \d+ rows, 1 files of 20\S+ restored in \d+ ms; 0 faults in the ledger\.\n$/)

  const full = await command(target.url, fresh, 'restore', place)
  expect([full.code, full.out]).toEqual([1, ''])
  expect(full.error).toBe(
    'This database is not empty. Restore into a new data folder (JEMBATAN_DATA) or an empty database.\n',
  )
  expect((await command(target.url, fresh, 'backup')).code).toBe(2)
  expect((await command(target.url, fresh, 'restore')).code).toBe(2)
}, 60_000)
