import { sql } from 'kysely'
import { asSystem } from '../../platform/act.ts'
import { today } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import { zones, type Zone } from '../../shared/dates.ts'

/** How many rows one act erases. */
const atOnce = 500

/**
 * Erases who booked and who asked where the day has come, in every region: the columns are emptied, and what the ledger
 * kept of them goes with them. How many came stays. By real time: no chosen day of a demonstration erases anything.
 * Answers how many rows there were.
 */
export async function purgeDue(database: Database): Promise<number> {
  const regions = await database.identity
    .selectFrom('reference.regions')
    .select(['tenant', 'zone'])
    .limit(2000)
    .execute()
  let erased = 0
  for (const { tenant, zone } of regions) {
    const on = today(zones.find((one) => one === zone) ?? ('WIB' as Zone))
    while (await isDue(database, { tenant, on })) erased += await purge(database, { tenant, on })
  }
  return erased
}

const due = (on: string) => ({
  bookings: sql`select b.tenant, b.id from residents.bookings b join residents.services s on s.tenant = b.tenant and s.id = b.service
    where b.purged_at is null and s.purge_on < ${on}`,
  questions: sql`select q.tenant, q.id from residents.questions q where q.purged_at is null and q.purge_on < ${on}`,
})

async function isDue(database: Database, { tenant, on }: { tenant: string; on: string }): Promise<boolean> {
  const { bookings, questions } = due(on)
  return await database.inTenant({ tenant }, async (tx) => {
    const { rows } = await sql`(${bookings} limit 1) union all (${questions} limit 1)`.execute(tx)
    return rows.length > 0
  })
}

async function purge(database: Database, { tenant, on }: { tenant: string; on: string }): Promise<number> {
  const { bookings, questions } = due(on)
  return await asSystem(database, { tenant, verb: 'residents.purge' }, async ({ tx }) => {
    const gone = await sql<{ id: string }>`
      with due as (${bookings} limit ${atOnce})
      update residents.bookings b set name = null, contact = null, body = null, purged_at = transaction_timestamp(), rev = rev + 1
      from due where b.tenant = due.tenant and b.id = due.id returning b.id`.execute(tx)
    const asked = await sql<{ id: string }>`
      with due as (${questions} limit ${atOnce})
      update residents.questions q set words = null, contact = null, answer = null, purged_at = transaction_timestamp(), rev = rev + 1
      from due where q.tenant = due.tenant and q.id = due.id returning q.id`.execute(tx)
    const ids = [...gone.rows, ...asked.rows].map(({ id }) => id)
    await sql`select residents.forget(${ids}::uuid[])`.execute(tx)
    return ids.length
  })
}

/** The nightly job. */
export function keepPurged({ database }: { database: Database }): Task {
  return async () => {
    await purgeDue(database)
  }
}
