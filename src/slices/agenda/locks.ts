import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'

/** Locks an activity that stands. Refused as not found in another region, as stale once it was voided. */
export async function lockActivity(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('agenda.activities')
    .select([
      'id',
      'rev',
      'occurred_on',
      'ended_on',
      'weekday',
      'place',
      'starts_at',
      'ends_at',
      'closed_on',
      'voided_on',
    ])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (row.voided_on !== null) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev: 0 }) })
  return row
}

type Part =
  | 'agenda.participants'
  | 'agenda.statements'
  | 'agenda.photos'
  | 'agenda.topics'
  | 'agenda.rundown_items'
  | 'agenda.checklist_items'
  | 'agenda.gifts'

/** Locks the activity a row belongs to, and answers its id. */
export async function lockActivityOf(tx: Tx, { table, id }: { table: Part; id: string }): Promise<string> {
  const row = await tx.selectFrom(table).select('activity').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return (await lockActivity(tx, row.activity)).id
}

/** Nothing was written: the row is not there, or it moved on since it was read. */
export async function whyUntouched(
  tx: Tx,
  {
    table,
    id,
    rev,
  }: { table: Part | 'agenda.activities' | 'agenda.series' | 'agenda.checklist_templates'; id: string; rev: number },
): Promise<Failure> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return new Failure('not_found')
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}
