import type { Tx } from '../../platform/database.ts'
import { addDays, weekdayOf } from '../../shared/dates.ts'
import { listBetween } from '../../slices/agenda/queries.ts'
import { listSilent } from '../../slices/relations/queries.ts'

/** "At most seven lines, then 'dan 12 lagi'." */
const lines = 7

/** What waits on a day, computed from what is recorded up to it. Nothing is stored for it. */
export async function getToday(tx: Tx, on: string) {
  const from = addDays(on, -((weekdayOf(on) + 6) % 7))
  const week = { from, to: addDays(from, 6) }
  const { rows: silent, total } = await listSilent(tx, { on, limit: lines })
  return { on, week, silent, more: Math.max(0, total - lines), activities: await listBetween(tx, week) }
}
