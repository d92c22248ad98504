import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { forgetAccounts } from '../identity/commands.ts'
import { demoRegions } from './regions.ts'

/** What went: rows by table (those that had any), accounts, jobs that waited, and files on disk. */
export interface Removed {
  tables: { name: string; rows: number }[]
  accounts: number
  jobs: number
  files: number
}

type Sql = postgres.TransactionSql

/** How often the locks are asked for before giving up, 50 ms apart: 20 s. */
const attempts = 400

/** The demonstration is what visitors see at this moment, and nobody said that it should go all the same. */
export async function isShown(ownerUrl: string): Promise<boolean> {
  return await asOwner(ownerUrl, async (sql) => {
    const [row] = await sql<{ shown: boolean }[]>`
      select platform.is_demonstration() and exists (select from reference.regions where demonstration) as shown`
    return row?.shown === true
  })
}

/**
 * Takes the demonstration away whole, as the database's owner, in one transaction: the rows of its regions in every table
 * that has a region, its ledger included, the accounts that belong nowhere else, and jobs for them. The files on disk go
 * after COMMIT; what a killed run left of them goes with the next. `files` is the folder of files.
 */
export async function removeDemonstration(ownerUrl: string, { files }: { files: string }): Promise<Removed> {
  return await asOwner(ownerUrl, async (sql) => {
    const removed = await locked(sql, removeRows)
    const kept = await sql<{ tenant: string }[]>`select tenant from reference.regions`
    const known = new Set(kept.map(({ tenant }) => tenant))
    // The ids of the demonstration's regions are fixed, so that files are found whose rows are gone already.
    const gone = new Set([...removed.tenants, ...demoRegions.map(({ tenant }) => tenant)])
    let count = 0
    for (const tenant of gone) if (!known.has(tenant)) count += await removeFolder(join(files, tenant))
    const { tenants: _, ...counts } = removed
    return { ...counts, files: count }
  })
}

async function asOwner<Result>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const connection = { application_name: 'jembatan demo remove' }
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Every table that has rows of regions, whatever its kind: the catalogue knows, no list that has to be kept. */
async function tablesOfRegions(tx: Sql): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)' order by 1`
  return rows.map(({ name }) => name)
}

/** The triggers that keep or track rows. The one that counts publications stays on: cached pages hang on its number. */
async function guardsOf(tx: Sql): Promise<{ table: string; name: string }[]> {
  return await tx`
    select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgname <> 'count_publication' and t.tgparentid = 0
      and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)' and exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
    order by 1, 2`
}

/**
 * Works while nobody writes, and only then: the locks are asked for without waiting, so that a server at work is neither
 * stopped nor brought into a deadlock. Readers go on reading; writers wait as long as the removal takes.
 */
async function locked<Result>(sql: postgres.Sql, work: (tx: Sql, tables: string[]) => Promise<Result>) {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await sql.begin(async (tx) => {
        const tables = await tablesOfRegions(tx)
        await tx.unsafe(`lock table ${tables.join(', ')} in share row exclusive mode nowait`)
        return await work(tx, tables)
      })) as Result
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03') throw error
      if (attempt === attempts) {
        throw new Error('Somebody keeps writing, and nothing was removed. Stop the product, or try again later.')
      }
      await sleep(50)
    }
  }
}

async function removeRows(tx: Sql, tables: string[]): Promise<Omit<Removed, 'files'> & { tenants: string[] }> {
  const regions = await tx<{ tenant: string }[]>`select tenant from reference.regions where demonstration`
  const tenants = regions.map(({ tenant }) => tenant)
  // Who was invited into the demonstration and works nowhere else would be a stranger to everybody afterwards.
  const people = await tx<{ id: string }[]>`
    select a.id from identity.accounts a
    where (a.demonstration or exists (select from identity.memberships m where m.account = a.id and m.tenant = any(${tenants})))
      and not exists (select from identity.memberships m where m.account = a.id and m.tenant <> all(${tenants}))`
  const accounts = people.map(({ id }) => id)

  // Acts and facts are kept for ever, by triggers; here the whole record of a region goes, not a part of it.
  const guards = await guardsOf(tx)
  for (const { table, name } of guards) await tx.unsafe(`alter table ${table} disable trigger ${name}`)
  const counts = await removeTogether(tx, { tables, tenants })
  // The ledger's keys wait for COMMIT, and nothing may wait on a table that is altered.
  await tx`set constraints all immediate`
  for (const { table, name } of guards) await tx.unsafe(`alter table ${table} enable trigger ${name}`)

  const removed = await forgetAccounts(tx, accounts)
  const jobs = await tx`
    delete from graphile_worker._private_jobs
    where exists (select from unnest(${[...accounts, ...tenants]}::text[]) gone where position(gone in payload::text) > 0)`
  return { tables: counts.filter(({ rows }) => rows > 0), accounts: removed, jobs: jobs.count, tenants }
}

/** One statement for all tables: keys between them are looked at when it has ended, so no order has to be found. */
async function removeTogether(tx: Sql, { tables, tenants }: { tables: string[]; tenants: string[] }) {
  const parts = tables.map((name, n) => `d${n} as (delete from ${name} where tenant = any($1::uuid[]) returning 1)`)
  const counts = tables.map((_, n) => `(select count(*)::int from d${n}) as c${n}`)
  const [row] = await tx.unsafe<Record<string, number>[]>(`with ${parts.join(', ')} select ${counts.join(', ')}`, [
    tenants as never,
  ])
  return tables.map((name, n) => ({ name, rows: row?.[`c${n}`] ?? 0 }))
}

async function removeFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  await rm(folder, { recursive: true, force: true })
  return entries.filter((entry) => entry.isFile()).length
}
