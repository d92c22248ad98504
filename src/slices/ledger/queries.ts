import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Change } from '../../shared/failure.ts'
import type { HistoryLine } from './model.ts'

// The person's name by the newest membership, also after she has left: an act never loses its actor.
const actor = sql`(select m.name from identity.memberships m where m.tenant = a.tenant and m.account = a.account
  order by (m.ended_at is null) desc, m.id desc limit 1) as by`

/** The acts about a record, newest first; `before` is the act id of the last line seen. */
export async function listHistory(
  tx: Tx,
  { subject, before, limit }: { subject: string; before?: string | undefined; limit: number },
): Promise<HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    select a.id as act, a.verb, a.kind, a.role, ${actor}, a.at, a.undoes,
      exists (select from ledger.acts u where u.tenant = a.tenant and u.undoes = a.id and not exists (
        select from ledger.acts v where v.tenant = u.tenant and v.undoes = u.id)) as undone
    from ledger.acts a
    where a.subject = ${subject}::uuid
      and (${before ?? null}::uuid is null or (a.at, a.id) < (select b.at, b.id from ledger.acts b where b.id = ${before ?? null}::uuid))
    order by a.at desc, a.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Whether this region has the record, and the act that a page of its history begins after. */
export async function isKnown(
  tx: Tx,
  { subject, before }: { subject: string; before?: string | undefined },
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from ledger.changes where row_id = ${subject}::uuid)
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
