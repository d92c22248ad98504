import { sql } from 'kysely'
import { Failure } from '../../shared/failure.ts'
import type { AfterUndo, Touched } from '../ledger/commands.ts'
import { listCounts } from './cohort-queries.ts'
import { refuseOthers } from './locks.ts'
import { costsMost, fallOf } from './model.ts'

/**
 * Refuses an undo that no act would do: of what is another agency's by now, one after which the world would still
 * read what is no more or was voided, a count that falls without a reason, or one line of costs too many.
 */
export const refuseUnheld: AfterUndo = async ({ tx, who }, touched) => {
  const own = touched.filter(({ table_name: name }) => name.startsWith('workforce.'))
  if (own.length === 0) return
  const cohorts = [...new Set(own.flatMap((change) => cohortOf(change) ?? []))]
  const { rows: agencies } = await sql<{ unit: string | null }>`
    select unit from workforce.cohorts where id = any(${cohorts}::uuid[])
    union all select unit from workforce.requests where id = any(${own.map(({ row_id }) => row_id)}::uuid[])`.execute(
    tx,
  )
  for (const { unit } of agencies) refuseOthers(who, unit)
  // What the undo took away is asked by what it was.
  for (const { table_name: table, after } of own) {
    const isKept = table === 'workforce.cohorts' || table === 'workforce.requests'
    if (isKept && after !== null) refuseOthers(who, after['unit'] as string | null)
  }
  const isOverview = own.some(({ table_name: name }) => overview.has(name))
  const { rows: ghosts } = await sql`
    select from workforce.published p, jsonb_array_elements(p.document -> 'counts') c
    where p.id = any(${cohorts}::uuid[]) and not exists (
      select from workforce.counts k where k.id = (c ->> 'id')::uuid and k.voided_on is null)
    union all select from workforce.published_overviews p, jsonb_array_elements((p.document -> 'lines') || (p.document -> 'figures')) l
    where ${isOverview} and not exists (select from workforce.standings s where s.id = (l ->> 'id')::uuid and s.voided_on is null)
      and not exists (select from workforce.figures f where f.id = (l ->> 'id')::uuid and f.voided_on is null)
    limit 1`.execute(tx)
  if (ghosts.length > 0) throw new Failure('stale')
  const counted = own.filter(({ table_name: name }) => name === 'workforce.counts').map(({ row_id: id }) => id)
  for (const cohort of counted.length === 0 ? [] : cohorts) {
    const counts = await listCounts(tx, cohort)
    const backAgain = counts.filter(({ id, reason }) => counted.includes(id) && !reason)
    const falls = (count: (typeof counts)[number]) => fallOf(counts, { ...count, number: count.number ?? null })
    if (backAgain.some((count) => falls(count) !== undefined)) throw new Failure('stale')
  }
  const { rows: full } = await sql`
    select from workforce.costs where cohort = any(${cohorts}::uuid[]) group by cohort having count(*) > ${costsMost}`.execute(
    tx,
  )
  if (full.length > 0) throw new Failure('too_large')
}

/** What the public overview is made of, and that itself. */
const overview = new Set(['workforce.standings', 'workforce.figures', 'workforce.published_overviews'])

/** The cohort that a change belongs to. */
function cohortOf({ table_name: table, row_id: id, before, after }: Touched): string | undefined {
  if (table === 'workforce.cohorts' || table === 'workforce.published' || table === 'workforce.withdrawn') return id
  const { cohort } = (after ?? before ?? {}) as { cohort?: unknown }
  return typeof cohort === 'string' ? cohort : undefined
}
