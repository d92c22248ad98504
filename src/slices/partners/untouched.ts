import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'

export type Mendable =
  | 'partners.partners'
  | 'partners.aliases'
  | 'partners.people'
  | 'partners.profile_facts'
  | 'partners.country_facts'

/** Nothing was written: the row is not there, or it moved on since it was read. */
export async function whyUntouched(
  tx: Tx,
  { table, id, rev }: { table: Mendable; id: string; rev: number },
): Promise<Failure> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return new Failure('not_found')
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

/** Holds a partner until the act is done, so that nothing is written to one that is merged meanwhile. */
export async function lockPartner(tx: Tx, id: string): Promise<{ id: string; name: string; country: string | null }> {
  const row = await tx
    .selectFrom('partners.partners')
    .select(['id', 'name', 'country'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}
