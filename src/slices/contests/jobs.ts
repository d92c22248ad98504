import { sql } from 'kysely'
import postgres from 'postgres'
import { asSystem } from '../../platform/act.ts'
import { today } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import { addDays, type DateText, type Zone } from '../../shared/dates.ts'
import { purgeAfterDays } from './model.ts'

/**
 * Erases names, numbers and words of entrants, and what jurors declared and noted, once a contest's purge day has passed
 * by real time: in the records and in what the ledger kept of them. Who judged stays, as do the marks. Without a day of its own it is half a year after the last known day of the contest.
 */
export function purge({ ownerUrl, database }: { ownerUrl: string; database: Database }): Task {
  return async () => {
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
    try {
      const regions = await owner<{ tenant: string; zone: Zone }[]>`select tenant, zone from reference.regions`
      for (const { tenant, zone } of regions) await purgeRegion(database, { tenant, on: today(zone) })
    } finally {
      await owner.end({ timeout: 5 })
    }
  }
}

/** The same for one region on a day; answers how many contests were purged. */
export async function purgeRegion(
  database: Database,
  { tenant, on }: { tenant: string; on: DateText },
): Promise<number> {
  const due = await database.inTenant({ tenant }, async (tx) => await listDue(tx, on))
  for (const id of due) {
    await asSystem(database, { tenant, verb: 'contests.purge' }, async ({ tx, act }) => {
      await tx.updateTable('contests.contests').set({ purged_on: on }).where('id', '=', id).execute()
      await tx
        .updateTable('contests.entries')
        .set({ entrant: null, phone: null, words: null })
        .where('contest', '=', id)
        .execute()
      await tx
        .updateTable('contests.jurors')
        .set({ village: null, kecamatan: null, company: null, kin: [] })
        .where('contest', '=', id)
        .execute()
      await tx.updateTable('contests.score_sheets').set({ note: null }).where('contest', '=', id).execute()
      await sql`select contests.forget(${id}::uuid)`.execute(tx)
      act.about(id)
    })
  }
  return due.length
}

async function listDue(tx: Tx, on: DateText): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from contests.contests c where c.purged_on is null
      and exists (select from contests.entries e where e.contest = c.id)
      and (c.purge_on < ${on} or (c.purge_on is null
        and greatest(c.look_back_on, c.announce_on, c.closes_on, left(c.contest_on, 10)) < ${addDays(on, -purgeAfterDays)}))
    order by c.id limit 100`.execute(tx)
  return rows.map(({ id }) => id)
}
