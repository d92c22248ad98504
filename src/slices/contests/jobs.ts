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
 * by real time: in the records and in what the ledger kept of them; again where something came after it. Who judged
 * stays, as do the marks. Without a day of its own it is half a year after the last known day of the contest.
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

/** The last day of a date of which perhaps only year or month was told. */
const lastDayOf = sql`c.contest_on || case length(c.contest_on) when 4 then '-12-31' when 7 then '-31' else '' end`

/** When somebody last entered or declared: the days of a contest may all be taken off again. */
const lastHeard = sql`to_char(greatest((select max(e.entered_at) from contests.entries e where e.contest = c.id),
  (select max(r.declared_at) from contests.jurors r where r.contest = c.id)), 'YYYY-MM-DD')`

async function listDue(tx: Tx, on: DateText): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from contests.contests c where (
        exists (select from contests.entries e where e.contest = c.id and coalesce(e.entrant, e.phone, e.words) is not null)
        or exists (select from contests.jurors r where r.contest = c.id and (coalesce(r.village, r.kecamatan, r.company) is not null or r.kin <> '{}'))
        or exists (select from contests.score_sheets s where s.contest = c.id and s.note is not null))
      and (c.purge_on < ${on} or (c.purge_on is null
        and coalesce(greatest(c.look_back_on, c.announce_on, c.closes_on, ${lastDayOf}), ${lastHeard}) < ${addDays(on, -purgeAfterDays)}))
    order by c.id limit 100`.execute(tx)
  return rows.map(({ id }) => id)
}
