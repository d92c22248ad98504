import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'

type Mendable = 'reference.holidays' | 'reference.affairs' | 'reference.units' | 'reference.officials'

/** Nothing was updated: the row is not there, or it moved on since it was read. What changed is told by routes.ts. */
export async function whyUntouched(tx: Tx, { table, id }: { table: Mendable; id: string }): Promise<Failure> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  return new Failure(row === undefined ? 'not_found' : 'stale')
}
