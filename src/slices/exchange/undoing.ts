import { sql } from 'kysely'
import type { AfterUndo, Touched } from '../ledger/commands.ts'
import { refuseOthers } from './locks.ts'

/** Refuses an undo of what is another agency's by now, or was kept for an agency that somebody has left. */
export const refuseStrange: AfterUndo = async ({ tx, who }, touched) => {
  const own = touched.filter(({ table_name: name }) => name.startsWith('exchange.'))
  if (own.length === 0) return
  const { rows } = await sql<{ unit: string | null }>`
    select unit from exchange.exchanges where id = any(${own.map(exchangeOf)}::uuid[])`.execute(tx)
  for (const { unit } of rows) refuseOthers(who, unit)
  // One that the undo took away is asked by what it was.
  for (const { table_name: table, after } of own) {
    if (table === 'exchange.exchanges' && after !== null) refuseOthers(who, after['unit'] as string | null)
  }
}

/** The exchange that a change belongs to. */
function exchangeOf({ row_id: id, before, after }: Touched): string {
  const { exchange } = (after ?? before ?? {}) as { exchange?: string }
  return exchange ?? id
}
