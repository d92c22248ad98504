import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { getRegion } from './queries.ts'

/**
 * Says that a table typed from a decree was held against its text: the days off of a year, or the affairs. Every row that
 * was not checked yet is from now on (`V`); rows that were stay as they are. Answers how many there were.
 */
export async function checkTable(
  { tx, act }: { tx: Tx; act: Act },
  { table, year }: { table: 'holidays' | 'affairs'; year?: number | undefined },
): Promise<{ rows: number }> {
  if (table === 'holidays' && year === undefined) throw fieldFailure('year', 'required')
  const { tenant } = await getRegion(tx)
  act.about(tenant)
  const checked = { verified: 'V', rev: sql<number>`rev + 1` }
  const { numUpdatedRows } =
    table === 'affairs'
      ? await tx.updateTable('reference.affairs').set(checked).where('verified', '=', 'M').executeTakeFirst()
      : await tx
          .updateTable('reference.holidays')
          .set(checked)
          .where('verified', '=', 'M')
          .where('day', '>=', `${year}-01-01`)
          .where('day', '<=', `${year}-12-31`)
          .executeTakeFirst()
  return { rows: Number(numUpdatedRows) }
}
