import { createHash, createHmac } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { runMigrations } from 'graphile-worker'
import type { DatabaseUrls } from './database.ts'

const ownFolder = new URL('../../db/', import.meta.url).pathname
const roleNames = ['app', 'identity', 'portal', 'oversight'] as const

/**
 * The URL of each role on the owner's server. Their passwords are derived from the owner's own, so that nothing more
 * has to be stored or handed over, and every process of an installation finds the same.
 */
export function roleUrls(ownerUrl: string): DatabaseUrls {
  const urlOf = (name: (typeof roleNames)[number]) => {
    const url = new URL(ownerUrl)
    url.username = `jembatan_${name}`
    url.password = passwordOf(ownerUrl, name)
    return url.toString()
  }
  return { app: urlOf('app'), identity: urlOf('identity'), portal: urlOf('portal'), oversight: urlOf('oversight') }
}

function passwordOf(ownerUrl: string, name: string): string {
  const { password, username } = new URL(ownerUrl)
  // Without a secret anybody could compute the roles' passwords from this source.
  if (password === '') {
    throw new Error(
      'DATABASE_URL needs the owner’s password in it: the passwords of the other roles are derived from it.',
    )
  }
  return createHmac('sha256', `${username}:${password}`).update(`jembatan_${name}`).digest('hex')
}

interface Migration {
  name: string
  sha256: string
  text: string
}

/** The names of the migrations this program knows, in order. */
export async function listMigrations(folder = ownFolder): Promise<string[]> {
  return (await readdir(join(folder, 'migrations'))).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await listMigrations(folder)
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, 'migrations', name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

export interface MigrateResult {
  applied: string[]
  /** The last migration this database has. */
  version: string
}

/**
 * Brings a database to the newest version: each migration in its own transaction, then roles, grants, policies and
 * triggers by template. Two starts at once wait for one another. Refuses a database of a newer version, or one whose
 * applied migrations differ from these files. `upTo` stops at an older version, which has no policies and grants yet
 * and is good for filling only; `folder` holds the SQL.
 */
export async function migrate(
  ownerUrl: string,
  { upTo, folder = ownFolder }: { upTo?: string; folder?: string } = {},
): Promise<MigrateResult> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan migrate' } })
  try {
    await sql`select pg_advisory_lock(hashtext('jembatan migrate'))`
    const known = (await sql`select to_regclass('platform.migrations') is not null as there`)[0]?.['there'] as boolean
    const done = known
      ? await sql<{ name: string; sha256: string }[]>`select name, sha256 from platform.migrations order by name`
      : []
    const all = await readMigrations(folder)
    const files = upTo === undefined ? all : all.filter(({ name }) => name <= upTo)
    for (const { name, sha256 } of done) {
      const file = all.find((migration) => migration.name === name)
      if (file === undefined) {
        throw new Error(
          `This database is of a newer version: it has ${name}, which this program does not know. Start the newer program, or restore a backup of this version.`,
        )
      }
      if (file.sha256 !== sha256) {
        throw new Error(`Migration ${name} was changed after it ran on this database. Put the original file back.`)
      }
    }
    const applied: string[] = []
    await insistently(async () => await sql.unsafe(await readFile(join(folder, 'roles.sql'), 'utf8')))
    for (const { name, sha256, text } of files.filter((file) => !done.some((row) => row.name === file.name))) {
      // One message is one transaction: it needs no rollback, which the driver would send into a lost connection.
      const note = `insert into platform.migrations (name, sha256) values ('${name}', '${sha256}')`
      await sql.unsafe(`${text}\n;${note}`).catch((error: Error) => {
        throw new Error(`Migration ${name} failed and left nothing behind: ${error.message}`, { cause: error })
      })
      applied.push(name)
    }
    // The template speaks of every table, so it fits the newest version only.
    if (files.length === all.length) await putTemplate(sql, { folder, all })
    for (const name of roleNames) {
      await insistently(
        async () => await sql.unsafe(`alter role jembatan_${name} password '${passwordOf(ownerUrl, name)}'`),
      )
    }
    return { applied, version: files.at(-1)?.name ?? '' }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * Puts policies, grants and triggers on the tables. That locks every table of the product, so where they stand already
 * (the schema's comment says for which files) nothing is done: a second start would bring those at work into deadlocks.
 */
async function putTemplate(sql: postgres.Sql, { folder, all }: { folder: string; all: Migration[] }): Promise<void> {
  const text = await readFile(join(folder, 'tables.sql'), 'utf8')
  const hash = createHash('sha256').update(text)
  for (const { name, sha256 } of all) hash.update(`${name} ${sha256}`)
  const mark = `tables.sql ${hash.digest('hex')}`
  const [stands] = await sql`select obj_description('platform'::regnamespace, 'pg_namespace') = ${mark} as it`
  if (stands?.['it'] === true) return
  await insistently(async () => await sql.unsafe(`${text}\n;comment on schema platform is '${mark}'`))
}

/** Roles belong to the whole cluster: another database that migrates at the same instant makes ours fail for once, and so do those at work. */
async function insistently(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      const clash = ['XX000', '23505', '42710', '40P01'].includes((error as { code?: string }).code ?? '')
      if (!clash || attempt === 10) throw error
      await sleep(20 * attempt)
    }
  }
}

/** The queue's own tables; graphile-worker keeps their versions itself. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl })
}
