import { readFile } from 'node:fs/promises'
import type postgres from 'postgres'

const template = new URL('../../db/tables.sql', import.meta.url)
const own = `(tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`

interface Table {
  name: string
  kind: string | null
  enabled: boolean
  forced: boolean
  tracked: boolean
}

interface Policy {
  table: string
  name: string
  roles: string
  using: string | null
  check: string | null
}

/**
 * What stands between the regions and is not as db/tables.sql puts it, one sentence for each: a policy that is missing,
 * changed or added by hand, row security switched off, a fact that is not tracked. Reads the catalogue only.
 */
export async function findPolicyFaults(sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<Table[]>`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      substring(coalesce(obj_description(c.oid, 'pg_class'), '') from '^([a-z]+)\\.') as kind,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'track' and t.tgenabled = 'O') as tracked
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)' order by 1`
  const policies = await sql<Policy[]>`
    select schemaname || '.' || tablename as table, policyname as name, array_to_string(roles, ',') as roles,
      qual as using, with_check as check from pg_policies
    where schemaname !~ '^(pg_|information_schema|graphile_worker|public)'`
  const [user] = await sql<{ name: string }[]>`select current_user as name`
  const expected = [...byKind(tables, user?.name ?? ''), ...(await byName())]
  const faults: string[] = []
  for (const { name, kind, enabled, forced, tracked } of tables) {
    if (kind !== 'global' && !(enabled && forced)) faults.push(`${name}: row security is switched off`)
    if ((kind === 'fact' || kind === 'published') && !tracked) faults.push(`${name}: its changes are not tracked`)
  }
  for (const wanted of expected) {
    const found = policies.find(({ table, name }) => table === wanted.table && name === wanted.name)
    const isSame =
      found?.roles === wanted.roles &&
      (wanted.using === undefined || (found.using === wanted.using && found.check === wanted.using))
    if (found === undefined) faults.push(`${wanted.table}: the policy ${wanted.name} is missing`)
    else if (!isSame) faults.push(`${wanted.table}: the policy ${wanted.name} was changed`)
  }
  for (const { table, name } of policies) {
    const isExpected = expected.some((wanted) => wanted.table === table && wanted.name === name)
    if (!isExpected) faults.push(`${table}: the policy ${name} is none of the product’s`)
  }
  return faults
}

interface Expected {
  table: string
  name: string
  roles: string
  /** The condition as the database prints it; undefined where only its presence is looked at. */
  using?: string
}

/** The policies that the template puts on a table for its kind. */
function byKind(tables: readonly Table[], owner: string): Expected[] {
  return tables
    .filter(({ kind }) => kind !== 'global')
    .flatMap(({ name: table, kind }) => [
      { table, name: 'in_tenant', roles: 'jembatan_app', using: own },
      { table, name: 'owner', roles: owner, using: 'true' },
      ...(kind === 'published' ? [{ table, name: 'world', roles: 'jembatan_portal' }] : []),
    ])
}

/** The policies that the template puts on one table by its name. */
async function byName(): Promise<Expected[]> {
  const text = await readFile(template, 'utf8')
  const found = text.matchAll(/^create policy (\w+) on (\w+\.\w+)(?: for \w+)? to (\w+)/gm)
  return [...found].map(([, name = '', table = '', roles = '']) => ({ table, name, roles }))
}
