import postgres from 'postgres'
import { roleUrls } from '../src/platform/migrate.ts'

/** Where the probes look: two regions, of two provinces, that both have a row in every table of a region. */
export interface Ground {
  ownerUrl: string
  here: { tenant: string; province: string }
  there: { tenant: string; province: string }
}

type Row = Record<string, unknown>

const open = (url: string) => postgres(url, { max: 1, onnotice: () => {} })
type Sql = ReturnType<typeof open>

/** The tables of regions: everything but the global ones. */
export async function tablesOfRegions(owner: postgres.Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)'
      and obj_description(c.oid, 'pg_class') !~ '^global\.' order by 1`
  return rows.map(({ name }) => name)
}

/** Tables with the portal's policy, by their kind. */
export async function publishedTables(owner: postgres.Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where obj_description(c.oid, 'pg_class') ~ '^published\.' order by 1`
  return rows.map(({ name }) => name)
}

/**
 * What the row policies are for, asked of the database itself as each role of the product: own rows are there, rows
 * of others are not, nothing can be written elsewhere. Answers one line per broken promise, the table first.
 */
export async function brokenPromises(ground: Ground): Promise<string[]> {
  const urls = roleUrls(ground.ownerUrl)
  const pools = [ground.ownerUrl, urls.app, urls.portal, urls.oversight, urls.identity].map(open)
  const [owner, app, portal, oversight, identity] = pools as [Sql, Sql, Sql, Sql, Sql]
  try {
    const found: string[] = []
    for (const table of await tablesOfRegions(owner))
      found.push(...(await probeTable({ owner, app, table, ...ground })))
    for (const table of await publishedTables(owner)) found.push(...(await probePortal(portal, table)))
    found.push(...(await probeOversight(oversight, ground)))
    for (const table of readWhileSigningIn) found.push(...(await probeIdentity(identity, table)))
    return found
  } finally {
    await Promise.all(pools.map((pool) => pool.end({ timeout: 5 })))
  }
}

interface Probing extends Pick<Ground, 'here' | 'there'> {
  owner: Sql
  app: Sql
  table: string
}

async function probeTable({ owner, app, table, here, there }: Probing): Promise<string[]> {
  const found: string[] = []
  const [unscoped] = await app.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`)
  if (unscoped?.n !== 0) found.push(`${table}: ${unscoped?.n} rows without a region`)
  const [seen] = await inRegion(app, here.tenant, (sql) =>
    sql.unsafe<{ own: number; other: number }[]>(
      `select count(*) filter (where tenant = $1)::int as own, count(*) filter (where tenant <> $1)::int as other from ${table}`,
      [here.tenant],
    ),
  )
  if (seen === undefined || seen.own === 0) found.push(`${table}: the own rows are not there`)
  if (seen === undefined || seen.other > 0) found.push(`${table}: ${seen?.other} rows of other regions`)
  const [row] = await owner.unsafe<{ row: Row }[]>(
    `select to_jsonb(t) as row from ${table} t where tenant = $1 limit 1`,
    [there.tenant],
  )
  if (row === undefined) throw new Error(`the probes need a row of the other region in ${table}`)
  const inserted = await codeOf(app, here.tenant, { text: await insertion(owner, table), values: [row.row] })
  if (inserted !== '42501') found.push(`${table}: writing a row of another region answered ${inserted}`)
  const text = `update ${table} set tenant = tenant where tenant = $1`
  const updated = await codeOf(app, here.tenant, { text, values: [there.tenant] })
  if (updated !== '0 rows' && updated !== '42501') found.push(`${table}: changing a row of another region: ${updated}`)
  return found
}

async function insertion(owner: Sql, table: string): Promise<string> {
  const columns = await owner.unsafe<{ name: string }[]>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const names = columns.map(({ name }) => name).join(', ')
  return `insert into ${table} (${names}) overriding system value select ${names} from jsonb_populate_record(null::${table}, $1)`
}

async function inRegion<Result>(sql: Sql, tenant: string, work: (tx: Sql) => Promise<Result>): Promise<Result> {
  const [result] = (await sql.begin(async (tx) => {
    await tx`select set_config('app.tenant', ${tenant}, true)`
    return [await work(tx as unknown as Sql)]
  })) as [Result]
  return result
}

/** What a write comes to: the rows it touched, or the error's SQLSTATE. It never stays. */
async function codeOf(
  sql: Sql,
  tenant: string,
  { text, values }: { text: string; values: unknown[] },
): Promise<string> {
  const undo = new Error('undone')
  let rows = 0
  try {
    await inRegion(sql, tenant, async (tx) => {
      rows = (await tx.unsafe(text, values as never[])).count
      throw undo
    })
  } catch (error) {
    if (error !== undo) return (error as { code?: string }).code ?? String(error)
  }
  return `${rows} rows`
}

/** The portal sees what is published in the installation's present mode, and nothing of the other mode. */
async function probePortal(portal: Sql, table: string): Promise<string[]> {
  const [seen] = await portal.unsafe<{ fit: number; unfit: number }[]>(
    `select count(*) filter (where demonstration = platform.is_demonstration())::int as fit,
       count(*) filter (where demonstration <> platform.is_demonstration())::int as unfit from ${table}`,
  )
  if (seen === undefined || seen.fit === 0) return [`${table}: the portal sees nothing published`]
  return seen.unfit > 0 ? [`${table}: the portal sees ${seen.unfit} rows of the other mode`] : []
}

async function probeOversight(oversight: Sql, { here, there }: Ground): Promise<string[]> {
  const lines = async (province: string | undefined) =>
    await oversight.begin(async (tx) => {
      if (province !== undefined) await tx`select set_config('app.province', ${province}, true)`
      return await tx<{ province: string }[]>`select province from oversight.register`
    })
  const found: string[] = []
  if ((await lines(undefined)).length > 0) found.push('oversight.register: lines without a province')
  for (const { province } of [here, there]) {
    const seen = await lines(province)
    if (seen.length === 0) found.push(`oversight.register: province ${province} sees nothing`)
    if (seen.some((line) => line.province !== province))
      found.push(`oversight.register: ${province} sees another province`)
  }
  return found
}

const readWhileSigningIn = ['identity.memberships', 'reference.regions']

async function probeIdentity(identity: Sql, table: string): Promise<string[]> {
  const [seen] = await identity.unsafe<{ n: number }[]>(`select count(distinct tenant)::int as n from ${table}`)
  return (seen?.n ?? 0) < 2 ? [`${table}: signing in does not find every region`] : []
}
