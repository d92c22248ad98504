import { sql, type Kysely } from 'kysely'
import type { DB } from '../../platform/tables.gen.ts'
import type { Fault, Verification } from './model.ts'

const most = 100

interface Row {
  id: string
  what: Fault['what']
  table: string
}

/**
 * Recomputes everything the ledger of one region claims and names each row that does not hold: leaves of changes,
 * hashes of personal values, digests of acts, links and order of the chain, and fact rows that differ from their last
 * change. Reads only; answers at most 100 faults.
 */
export async function verifyRegion(db: Kysely<DB>): Promise<Verification> {
  const { rows: counts } = await sql<Omit<Verification, 'faults'>>`
    select (select count(*)::int from ledger.acts where ${here}) as acts,
      (select count(*)::int from ledger.changes where ${here}) as changes,
      (select count(*)::int from ledger.heads where ${here}) as heads,
      (select count(*)::int from ledger.personal where ${here}) as personal,
      (select count(*)::int from ledger.acts where ${here})
        - (select count(*)::int from ledger.heads where ${here}) as unchained`.execute(db)
  const faults: Fault[] = []
  for (const check of [leaves, values, digests, links, order]) {
    const { rows } = await check.execute(db)
    faults.push(...rows)
  }
  faults.push(...(await driftedRows(db)))
  const [count] = counts
  return { ...(count ?? { acts: 0, changes: 0, heads: 0, personal: 0, unchained: 0 }), faults: faults.slice(0, most) }
}

// As the application the row policy says the same; as the owner (bin/jembatan verify) this line is what narrows.
const here = sql`tenant = nullif(current_setting('app.tenant', true), '')::uuid`

const leaves = sql<Row>`
  select id::text, 'leaf' as what, 'ledger.changes' as "table" from ledger.changes
  where ${here} and leaf <> ledger.leaf_of(act, table_name, row_id, op, before, after, salt) limit ${most}`

// A personal value must hash to what its change holds; a value whose change does not know it was slipped in.
const values = sql<Row>`
  select p.change || '/' || p.side || '/' || p.column_name as id, 'value' as what, 'ledger.personal' as "table"
  from ledger.personal p join ledger.changes c on c.tenant = p.tenant and c.id = p.change
  where p.${here} and (case p.side when 'before' then c.before else c.after end -> p.column_name ->> 'sha256')
    is distinct from ledger.hash_of_value(p.salt, p.value) limit ${most}`

const digests = sql<Row>`
  select a.id::text, 'digest' as what, 'ledger.acts' as "table"
  from ledger.heads h join ledger.acts a on a.tenant = h.tenant and a.id = h.act
  where h.${here} and h.digest <> ledger.digest_of(a) limit ${most}`

const links = sql<Row>`
  select n::text as id, 'chain' as what, 'ledger.heads' as "table" from (
    select n, prev, hash, digest, lag(hash) over (order by n) as before, lag(n) over (order by n) as n_before
    from ledger.heads where ${here}) h
  where hash <> sha256(prev || digest) or prev <> coalesce(before, '\\x00'::bytea) or n <> coalesce(n_before, 0) + 1 limit ${most}`

// Acts that stand before the last chained one must be chained, and the chain must follow their order.
const order = sql<Row>`
  select id::text, 'order' as what, 'ledger.acts' as "table" from (
    select a.id, h.n, row_number() over (order by a.epoch, a.x, a.id) as place
    from ledger.acts a left join ledger.heads h on h.tenant = a.tenant and h.act = a.id where a.${here}) o
  where (n is null and place <= (select coalesce(max(n), 0) from ledger.heads where ${here})) or (n is not null and n <> place)
  limit ${most}`

/** Fact rows whose present value is not what their last change left: written past the ledger. */
async function driftedRows(db: Kysely<DB>): Promise<Fault[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_trigger t on t.tgrelid = c.oid
    where t.tgname = 'track' order by 1`.execute(db)
  const faults: Fault[] = []
  for (const { name } of tables) {
    const { rows } = await sql<Row>`
      with last as (
        select distinct on (row_id) row_id, op, after from ledger.changes where ${here} and table_name = ${name} order by row_id, id desc)
      select coalesce(t.id, l.row_id)::text as id, 'row' as what, ${name} as "table"
      from last l full join (select * from ${sql.table(name)} where ${here}) t on t.id = l.row_id
      where case when l.row_id is null then true
        when l.op = 'delete' then t.id is not null
        when t.id is null then true
        else exists (select from jsonb_each(l.after) f where jsonb_typeof(f.value) <> 'object' and to_jsonb(t) -> f.key is distinct from f.value)
        end limit ${most}`.execute(db)
    faults.push(...rows)
  }
  return faults
}
