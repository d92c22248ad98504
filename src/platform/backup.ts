import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import postgres from 'postgres'
import { copyContents, findDamaged, listContents } from './backup-files.ts'
import { nowText } from './clock.ts'
import { hashOfFile } from './file-hash.ts'
import { listMigrations, migrate, migrateJobs } from './migrate.ts'
import { flush } from './postmaster-staging.ts'
import type { Stored } from './store.ts'

/** What a backup says of itself. The manifest is written last: a folder without it is no backup. */
export interface Manifest {
  format: 1
  made: string
  /** The last migration of the database it was taken from. */
  version: string
  tables: { name: string; file: string; rows: number; sha256: string }[]
  /** The contents that lie beside them under files/, named as in the folder of files. */
  files: Stored[]
  /** SHA-256 of all the above as JSON. */
  sha256: string
}

const manifestName = 'manifest.json'
const filesName = 'files'
type Sql = postgres.Sql

/** The folder of the backup, and the installation's folder of files. */
export interface Places {
  folder: string
  files: string
}

/** Tables that hold the installation's data, by name. Queues and migrations are made anew. */
async function dataTables(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)' order by 1`
  return rows.map(({ name }) => name).filter((name) => name !== 'platform.migrations')
}

/** Columns that can be written back; generated ones are computed again. */
async function columnsOf(sql: Sql, table: string): Promise<string> {
  const rows = await sql<{ name: string }[]>`
    select quote_ident(attname) as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`
  return rows.map(({ name }) => name).join(', ')
}

/**
 * Writes every table of one moment (one snapshot) into a new folder, compressed, with the hash of each file, and the
 * contents that its rows speak of: `files` is the folder they lie in. They are never changed, so they need no snapshot.
 * What a backup that fails has written goes away with its folder, which was made here.
 */
export async function writeBackup(ownerUrl: string, { folder, files }: Places): Promise<Manifest> {
  await mkdir(folder, { recursive: false, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new Error(`${folder} exists already. A backup goes into a new folder.`)
    throw error
  })
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan backup' } })
  try {
    const said = await sql.begin('isolation level repeatable read read only', async (tx) => {
      const [last] = await tx<{ name: string }[]>`select max(name) as name from platform.migrations`
      const tables: Manifest['tables'] = []
      for (const name of await dataTables(tx as unknown as Sql)) {
        const file = `${name}.copy.gz`
        const columns = await columnsOf(tx as unknown as Sql, name)
        const [count] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx.unsafe(name)}`
        const rows = await tx.unsafe(`copy ${name} (${columns}) to stdout`).readable()
        await pipeline(
          rows,
          createGzip({ level: 6 }),
          createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
        )
        // Ended under back pressure, the driver leaves its socket paused and the next answer would never be read.
        rows._read(0)
        tables.push({ name, file, rows: count?.n ?? 0, sha256: (await hashOfFile(join(folder, file))) ?? '' })
      }
      const contents = await listContents(tx as unknown as Sql)
      return { format: 1 as const, made: nowText(), version: last?.name ?? '', tables, files: contents }
    })
    await copyContents(said.files, { from: files, to: join(folder, filesName) })
    const manifest = { ...said, sha256: sealOf(said) }
    await writeFile(join(folder, `${manifestName}.part`), JSON.stringify(manifest, undefined, 2), {
      mode: 0o600,
      flush: true,
    })
    await rename(join(folder, `${manifestName}.part`), join(folder, manifestName))
    flush(folder)
    return manifest
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
    throw error
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Reads a backup's manifest and checks every file against its hash, before anything is written anywhere. */
export async function readBackup(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new Error(`${folder} has no ${manifestName}: it is no backup, or writing it did not end.`)
  const manifest = readManifest(text)
  if (manifest !== undefined && manifest.format !== 1) throw newer(folder)
  if (manifest === undefined || manifest.sha256 !== sealOf(manifest)) {
    throw new Error(`${join(folder, manifestName)} is damaged. Nothing was restored; use another backup.`)
  }
  if (!(await listMigrations()).includes(manifest.version)) throw newer(folder)
  for (const { file, sha256 } of manifest.tables) {
    const there = await stat(join(folder, file)).catch(() => undefined)
    if (there === undefined || (await hashOfFile(join(folder, file))) !== sha256) {
      throw new Error(`${join(folder, file)} is missing or damaged. Nothing was restored; use another backup.`)
    }
  }
  const [damaged] = await findDamaged(manifest.files, join(folder, filesName))
  if (damaged !== undefined) {
    throw new Error(
      `The file ${damaged.sha256} of ${folder} is missing or damaged. Nothing was restored; use another backup.`,
    )
  }
  return manifest
}

/**
 * Fills an empty database from a backup: migrates to the backup's version, loads, goes on to the newest version. The
 * contents go into the folder `files` first; there they are of no harm if the rest fails.
 */
export async function restoreBackup(ownerUrl: string, { folder, files }: Places): Promise<Manifest> {
  const manifest = await readBackup(folder)
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan restore' } })
  try {
    await mustBeEmpty(sql)
    await mustBeAlone(sql)
    await copyContents(manifest.files, { from: join(folder, filesName), to: files })
    await migrate(ownerUrl, { upTo: manifest.version })
    await sql.begin(async (tx) => {
      const known = new Set(await dataTables(tx as unknown as Sql))
      // Triggers and row policies are for people; what comes back was checked when it was written.
      const guarded = await tx<{ name: string }[]>`
        select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relforcerowsecurity`
      for (const { name } of guarded) await tx.unsafe(`alter table ${name} no force row level security`)
      for (const name of known) await tx.unsafe(`alter table ${name} disable trigger user; delete from ${name}`)
      await dropKeys(tx as unknown as Sql, async () => {
        for (const { name, file } of manifest.tables) {
          if (!known.has(name))
            throw new Error(`The backup has a table ${name} that version ${manifest.version} does not know.`)
          const columns = await columnsOf(tx as unknown as Sql, name)
          const into = await tx.unsafe(`copy ${name} (${columns}) from stdin`).writable()
          await pipeline(createReadStream(join(folder, file)), createGunzip(), into)
        }
      })
      for (const name of known) await tx.unsafe(`alter table ${name} enable trigger user`)
      for (const { name } of guarded) await tx.unsafe(`alter table ${name} force row level security`)
      await resetSequences(tx as unknown as Sql)
      // The new server's transaction counter may start lower: a new epoch keeps the order of acts.
      await tx`insert into ledger.epochs (epoch, reason) select max(epoch) + 1, 'restored from backup of ' || ${manifest.made} from ledger.epochs`
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
  await migrate(ownerUrl)
  await migrateJobs(ownerUrl)
  return manifest
}

/** What a migrated database holds by itself. */
const bornWith = new Set(['ledger.epochs', 'platform.mode', 'platform.publications'])

async function mustBeEmpty(sql: Sql): Promise<void> {
  for (const name of await dataTables(sql)) {
    if (bornWith.has(name)) continue
    const rows = await sql.unsafe(`select from ${name} limit 1`)
    if (rows.length > 0) {
      throw new Error(
        'This database is not empty. Restore into a new data folder (JEMBATAN_DATA) or an empty database.',
      )
    }
  }
}

/** A product at work on an empty database fills it while the backup is loaded, and believes what it read before. */
async function mustBeAlone(sql: Sql): Promise<void> {
  const others = await sql`
    select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and (usename like 'jembatan\\_%' or application_name = 'jembatan jobs') limit 1`
  if (others.length > 0) throw new Error('The product runs on this database. Stop it, restore, and start it again.')
}

/** Takes foreign keys away while tables are loaded in any order, then puts them back, which checks every row. */
async function dropKeys(tx: Sql, load: () => Promise<void>): Promise<void> {
  const keys = await tx<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace::regnamespace::text !~ '^(pg_|graphile_worker)'`
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`)
  await load()
  for (const { table, name, definition } of keys)
    await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
}

async function resetSequences(tx: Sql): Promise<void> {
  await tx`select setval(pg_get_serial_sequence('ledger.changes', 'id'), greatest(1, (select coalesce(max(id), 0) from ledger.changes)))`
}

function readManifest(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}

function sealOf({ format, made, version, tables, files }: Omit<Manifest, 'sha256'>): string {
  return createHash('sha256').update(JSON.stringify({ format, made, version, tables, files })).digest('hex')
}

function newer(folder: string): Error {
  return new Error(`${folder} was written by a newer program. Restore it with that version.`)
}
