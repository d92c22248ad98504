import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { lockSubjects } from './commands.ts'
import type { Subjects } from './queries.ts'

/** The slices above answer for so many records at once. */
const atOnce = 100

/**
 * Refuses an undo after which something open would follow from what is not there, is voided or called off, or a point or
 * a commitment would have two open tasks: whether it opens the task again or takes the record away.
 */
export const refuseLooseWith =
  ({ listStanding, listSingle, listUnder }: Subjects): AfterUndo =>
  async ({ tx, who }, touched) => {
    const ids = touched.map(({ row_id }) => row_id)
    const under = await listUnder(tx, ids)
    const { rows } = await sql<{ subject: string }>`
      select distinct f.subject from followup.follow_ups f where f.ended_on is null and f.subject <> ${who.tenant}::uuid
        and (f.id = any(${ids}::uuid[]) or f.subject = any(${under}::uuid[]))`.execute(tx)
    if (rows.length === 0) return
    const subjects = rows.map(({ subject }) => subject)
    await lockSubjects(tx, subjects)
    for (let from = 0; from < subjects.length; from += atOnce) {
      const some = subjects.slice(from, from + atOnce)
      const standing = new Set(await listStanding(tx, some))
      const isLoose = some.some((subject) => !standing.has(subject))
      if (isLoose || (await isDouble(tx, await listSingle(tx, some)))) throw new Failure('stale')
    }
  }

/** Whether one of these records has two tasks that are open. */
async function isDouble(tx: Tx, subjects: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from followup.follow_ups where subject = any(${[...subjects]}::uuid[]) and not leads and ended_on is null
    group by subject having count(*) > 1 limit 1`.execute(tx)
  return rows.length > 0
}
