import { sql, type Kysely } from 'kysely'
import type { DB } from '../../platform/tables.gen.ts'
import type { Fault, Verification } from './model.ts'

const most = 100

/**
 * Recomputes everything the ledger of one region claims and names each row that does not hold: leaves of changes,
 * hashes of personal values, digests of acts, links and order of the chain, rows whose counterpart is gone, and fact
 * rows that differ from their last change. Reads only; answers at most 100 faults.
 */
export async function verifyRegion(db: Kysely<DB>): Promise<Verification> {
  const { rows: counts } = await sql<Omit<Verification, 'faults'>>`
    select (select count(*)::int from ledger.acts where ${here}) as acts,
      (select count(*)::int from ledger.changes where ${here}) as changes,
      (select count(*)::int from ledger.heads where ${here}) as heads,
      (select count(*)::int from ledger.personal where ${here}) as personal,
      (select count(*)::int from ledger.acts a where a.${here} and not exists (
        select from ledger.heads h where h.tenant = a.tenant and h.act = a.id)) as unchained`.execute(db)
  const faults: Fault[] = []
  // Acts and heads first: an act may have more changes than are answered, and would never be named behind them.
  for (const check of [digests, ghosts, links, order, leaves, strays, values]) {
    const { rows } = await check.execute(db)
    faults.push(...rows)
  }
  faults.push(...(await driftedRows(db)))
  const [count] = counts
  return { ...(count ?? { acts: 0, changes: 0, heads: 0, personal: 0, unchained: 0 }), faults: faults.slice(0, most) }
}

// As the application the row policy says the same; as the owner (bin/jembatan verify) this line is what narrows.
const here = sql`tenant = nullif(current_setting('app.tenant', true), '')::uuid`

const leaves = sql<Fault>`
  select id::text, 'leaf' as what, 'ledger.changes' as "table" from ledger.changes
  where ${here} and leaf <> ledger.leaf_of(act, table_name, row_id, op, before, after, salt) limit ${most}`

// A change without its act: the act was removed, or the change was moved to another region.
const strays = sql<Fault>`
  select c.id::text, 'missing' as what, 'ledger.changes' as "table"
  from ledger.changes c left join ledger.acts a on a.tenant = c.tenant and a.id = c.act
  where c.${here} and a.id is null limit ${most}`

// A personal value must hash to what its change holds; a value whose change does not know it was slipped in.
const values = sql<Fault>`
  select p.change || '/' || p.side || '/' || p.column_name as id, 'value' as what, 'ledger.personal' as "table"
  from ledger.personal p left join ledger.changes c on c.tenant = p.tenant and c.id = p.change
  where p.${here} and (case p.side when 'before' then c.before else c.after end -> p.column_name ->> 'sha256')
    is distinct from ledger.hash_of_value(p.salt, p.value) limit ${most}`

const digests = sql<Fault>`
  select a.id::text, 'digest' as what, 'ledger.acts' as "table"
  from ledger.heads h join ledger.acts a on a.tenant = h.tenant and a.id = h.act
  where h.${here} and h.digest <> ledger.digest_of(a) limit ${most}`

// A head whose act is not there: the act was removed, renamed or moved. Both are named, for either may be the culprit.
const ghosts = sql<Fault>`
  select x.id, 'missing' as what, x."table"
  from ledger.heads h left join ledger.acts a on a.tenant = h.tenant and a.id = h.act
  cross join lateral (values (h.n::text, 'ledger.heads'), (h.act::text, 'ledger.acts')) x (id, "table")
  where h.${here} and a.id is null limit ${most}`

const links = sql<Fault>`
  select n::text as id, 'chain' as what, 'ledger.heads' as "table" from (
    select n, prev, hash, digest, lag(hash) over (order by n) as before, lag(n) over (order by n) as n_before
    from ledger.heads where ${here}) h
  where hash <> sha256(prev || digest) or prev <> coalesce(before, '\\x00'::bytea) or n <> coalesce(n_before, 0) + 1 limit ${most}`

// Acts that stand before the last chained one must be chained, and numbers must rise with the order of the acts. Only
// the place where that breaks is named, not everything behind it.
const order = sql<Fault>`
  select id::text, 'order' as what, 'ledger.acts' as "table" from (
    select a.id, h.n,
      max(h.n) over (order by a.epoch, a.x, a.id rows between unbounded preceding and 1 preceding) as before,
      max(h.n) over (order by a.epoch desc, a.x desc, a.id desc rows between unbounded preceding and 1 preceding) as behind
    from ledger.acts a left join ledger.heads h on h.tenant = a.tenant and h.act = a.id where a.${here}) o
  where (n is null and behind is not null) or n < before limit ${most}`

interface FactTable {
  name: string
  /** Columns whose values the ledger holds: all but generated ones. */
  columns: string[]
  personal: string[]
}

/** Fact rows whose present value is not what their last change left: written past the ledger. */
async function driftedRows(db: Kysely<DB>): Promise<Fault[]> {
  const { rows: tables } = await sql<FactTable>`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text) filter (where a.attgenerated = '') as columns,
      coalesce(array_agg(a.attname::text) filter (where col_description(c.oid, a.attnum) ~ '^personal\\.'), '{}') as personal
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_trigger t on t.tgrelid = c.oid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where t.tgname = 'track' group by 1 order by 1`.execute(db)
  // A region uses some of the tables: of one that the ledger never wrote every row is strange, and nothing is compared.
  const { rows: written } = await sql<{ name: string }>`
    select distinct table_name as name from ledger.changes where ${here}`.execute(db)
  const names = new Set(written.map(({ name }) => name))
  // Asked without parameters, so that all of them go out in one flight.
  const found = await Promise.all(
    tables.map(async (table) => await (names.has(table.name) ? driftedIn(db, table) : strangersIn(db, table.name))),
  )
  return found.flat()
}

async function strangersIn(db: Kysely<DB>, name: string): Promise<Fault[]> {
  const { rows } = await sql<Fault>`
    select id::text, 'row' as what, ${sql.lit(name)} as "table" from ${sql.table(name)}
    where ${here} limit ${sql.lit(most)}`.execute(db)
  return rows
}

async function driftedIn(db: Kysely<DB>, { name, columns, personal }: FactTable): Promise<Fault[]> {
  // A personal value is compared with the one kept beside the change; once that was erased there is nothing to compare.
  const { rows } = await sql<Fault>`
    with last as (
      select distinct on (row_id) row_id, id, op, after from ledger.changes
      where ${here} and table_name = ${sql.lit(name)} order by row_id, id desc)
    select coalesce(t.id, l.row_id)::text as id, 'row' as what, ${sql.lit(name)} as "table"
    from last l full join (select u.id, to_jsonb(u) as now from ${sql.table(name)} u where ${here}) t on t.id = l.row_id
    where case when l.row_id is null then true
      when l.op = 'delete' then t.id is not null
      when t.id is null then true
      else l.after is distinct from t.now and exists (
        select from jsonb_each(l.after) f
        where f.key = any(${namesOf(columns)}) and t.now -> f.key is distinct from f.value
          and (f.key <> all(${namesOf(personal)}) or jsonb_typeof(f.value) <> 'object' or exists (
            select from ledger.personal p where p.${here} and p.change = l.id and p.side = 'after'
              and p.column_name = f.key and p.value is distinct from t.now -> f.key)))
      end limit ${sql.lit(most)}`.execute(db)
  return rows
}

const namesOf = (columns: readonly string[]) =>
  sql`array[${sql.join(columns.map((column) => sql.lit(column)))}]::text[]`
