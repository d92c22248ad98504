import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Change } from '../../shared/failure.ts'
import type { HistoryLine } from './model.ts'

// The person's name by the newest membership, also after she has left: an act never loses its actor. Of an act by link,
// to whom the link was given.
const actor = sql`coalesce((select l.party from links.links l where a.kind = 'link' and l.tenant = a.tenant and l.id = a.account),
  (select m.name from identity.memberships m where m.tenant = a.tenant and m.account = a.account
  order by (m.ended_at is null) desc, m.id desc limit 1)) as by`

/** How many changed rows of an act a history tells; the rest is counted. */
const told = 20

/** A column's value as the history tells it: long text cut; what has parts of its own is not told. */
const tellable = (side: RawBuilder<unknown>) => sql`case jsonb_typeof(${side} -> k)
  when 'string' then to_jsonb(case when char_length(${side} ->> k) > 200 then left(${side} ->> k, 199) || '…' else ${side} ->> k end)
  when 'number' then ${side} -> k when 'boolean' then ${side} -> k end`

/** Personal values stand in changes as hashes; nothing is told of them, not even that they changed. */
const isPersonal = (side: RawBuilder<unknown>) => sql`coalesce(${side} -> k ? 'sha256', false)`

const [before, after] = [sql`c.before`, sql`c.after`]

const changesOf = sql`
  select c.id, c.table_name as "table", c.row_id as row, c.op,
    (select json_build_object('position', case when jsonb_typeof(w -> 'position') = 'number' then w -> 'position' end,
       'name', case when jsonb_typeof(w -> 'name') = 'string' then left(w ->> 'name', 200) end, 'sector', case when jsonb_typeof(w -> 'sector') = 'string' then w -> 'sector' end)
     from (select coalesce(c.after, c.before) as w) as w) as which,
    (select coalesce(json_agg(json_build_object('field', k, 'was', ${tellable(before)}, 'now', ${tellable(after)}) order by k), '[]')
     from jsonb_object_keys(coalesce(c.after, c.before)) k
     where k not in ('rev', 'search', 'tenant', 'id') and not ${isPersonal(before)} and not ${isPersonal(after)}
       and nullif(c.before -> k, 'null') is distinct from nullif(c.after -> k, 'null')) as fields
  from ledger.changes c where c.tenant = a.tenant and c.act = a.id order by c.id limit ${sql.lit(told)}`

/**
 * The acts about a record, and about what belongs to it, with what each changed, newest first; `before` is the act id
 * of the last line seen.
 */
export async function listHistory(
  tx: Tx,
  {
    subjects,
    before: seen,
    limit,
    account,
  }: { subjects: readonly string[]; before?: string | undefined; limit: number; account: string },
): Promise<HistoryLine[]> {
  const { rows } = await sql<HistoryLine & { undid_verb: string; undid_kind: HistoryLine['kind']; undid_at: string }>`
    select a.id as act, a.verb, a.kind, a.role, ${actor}, a.at, a.undoes,
      d.verb as undid_verb, d.kind as undid_kind, d.at as undid_at,
      exists (select from ledger.acts u where u.tenant = a.tenant and u.undoes = a.id and not exists (
        select from ledger.acts v where v.tenant = u.tenant and v.undoes = u.id)) as undone,
      coalesce(a.account = ${account}::uuid, false) as mine,
      t.n > 0 and not exists (select from ledger.changes c join ledger.changes l on l.tenant = c.tenant and l.row_id = c.row_id
        where c.tenant = a.tenant and c.act = a.id and l.id > c.id and l.act <> a.id) as newest,
      (select coalesce(json_agg(json_build_object('table', c."table", 'row', c.row, 'op', c.op, 'which', c.which,
         'fields', c.fields) order by c.id), '[]') from (${changesOf}) c) as changes,
      greatest(t.n - ${sql.lit(told)}, 0) as more
    from ledger.acts a
    left join ledger.acts d on d.tenant = a.tenant and d.id = a.undoes
    cross join lateral (select count(*)::int as n from ledger.changes c where c.tenant = a.tenant and c.act = a.id) t
    where a.subject = any(${[...subjects]}::uuid[])
      and (${seen ?? null}::uuid is null or (a.at, a.id) < (select b.at, b.id from ledger.acts b where b.id = ${seen ?? null}::uuid))
    order by a.at desc, a.id desc limit ${limit}`.execute(tx)
  return rows.map(({ undid_verb: verb, undid_kind: kind, undid_at: at, ...line }) => ({
    ...line,
    undid: line.undoes === null ? null : { verb, kind, at },
  }))
}

/** Whether this region has the record, and the act that a page of its history begins after. */
export async function isKnown(
  tx: Tx,
  { subject, before }: { subject: string; before?: string | undefined },
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select (exists (select from ledger.changes where row_id = ${subject}::uuid)
        or exists (select from ledger.acts where subject = ${subject}::uuid))
      and (${before ?? null}::uuid is null or exists (select from ledger.acts where id = ${before ?? null}::uuid)) as known`.execute(
    tx,
  )
  return rows[0]?.known === true
}

/** Which columns of a row changed after the revision somebody saw, each with its last value, by whom and when. */
export async function listChangesSince(tx: Tx, { row, rev }: { row: string; rev: number }): Promise<Change[]> {
  const { rows } = await sql<Change>`
    with later as (
      select c.id, c.before, c.after, ${actor}, a.at
      from ledger.changes c
      join ledger.acts a on a.tenant = c.tenant and a.id = c.act
      where c.row_id = ${row}::uuid and c.op = 'update' and (c.after ->> 'rev')::int > ${rev}
    )
    select distinct on (field) field, first_value(l.before -> field) over (partition by field order by l.id) as was,
      l.after -> field as now, l.by, l.at
    from later l, jsonb_object_keys(l.after) field
    where l.before -> field is distinct from l.after -> field and field not in ('rev', 'search')
    order by field, l.id desc limit 50`.execute(tx)
  return rows.map((change) => ({ ...change, by: change.by ?? undefined }))
}

/** The tables beside a row's own that were written by the acts which moved it on, each with who did so last, and when. */
export async function listTablesSince(
  tx: Tx,
  { row, rev, among }: { row: string; rev: number; among: readonly string[] },
): Promise<({ table: string } & Pick<Change, 'by' | 'at'>)[]> {
  const { rows } = await sql<{ table: string; by: string | null; at: string }>`
    select distinct on (c.table_name) c.table_name as table, ${actor}, a.at
    from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
    where c.table_name = any(${[...among]}::text[]) and c.act in (
      select m.act from ledger.changes m where m.row_id = ${row}::uuid and m.op = 'update' and (m.after ->> 'rev')::int > ${rev})
    order by c.table_name, c.id desc`.execute(tx)
  return rows.map(({ by, ...line }) => ({ ...line, by: by ?? undefined }))
}

/** Who wrote a row last, and when; nothing for a row that no act wrote. */
export async function findLastWriter(tx: Tx, row: string): Promise<Pick<Change, 'by' | 'at'> | undefined> {
  const { rows } = await sql<{ by: string | null; at: string }>`
    select ${actor}, a.at from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
    where c.row_id = ${row}::uuid order by c.id desc limit 1`.execute(tx)
  return rows[0] && { by: rows[0].by ?? undefined, at: rows[0].at }
}
