/** What of the agenda waits for an officer: meetings that take something over, summaries that nobody answered. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { findHead, listCarried, listRow } from './row-read.ts'

interface VisitName {
  id: string
  slug: string
  about: string
}

/** So many meetings of a week are looked at. */
const most = 20

/** Planned meetings between two days to which earlier ones of their row left something open, with how much. */
export async function listWithCarried(
  tx: Tx,
  { from, to, on }: { from: DateText; to: DateText; on: DateText },
): Promise<{ visit: VisitName; occurredOn: string; n: number }[]> {
  const { rows } = await sql<VisitName & { occurredOn: string }>`
    select a.id, a.slug, a.about, a.occurred_on as "occurredOn" from agenda.activities a
    where a.occurred_on > ${from} and a.occurred_on <= ${to} and a.voided_on is null
    order by a.occurred_on, a.id limit ${most}`.execute(tx)
  const found: { visit: VisitName; occurredOn: string; n: number }[] = []
  for (const { occurredOn, ...visit } of rows) {
    const of = await findHead(tx, visit.id)
    const carried = await listCarried(tx, { of, row: await listRow(tx, of), on })
    const n = carried.filter(({ task }) => task?.endedOn === undefined).length
    if (n > 0) found.push({ visit, occurredOn, n })
  }
  return found
}

/** Summaries that were shared by a day and neither agreed on nor corrected since, the longest waiting first (at most 50). */
export async function listShared(tx: Tx, by: DateText): Promise<{ visit: VisitName; sharedOn: string }[]> {
  const { rows } = await sql<{ visit: VisitName; sharedOn: string }>`
    select json_build_object('id', a.id, 'slug', a.slug, 'about', a.about) as visit, l.on::text as "sharedOn"
    from agenda.summaries s join agenda.activities a on a.tenant = s.tenant and a.id = s.activity
    cross join lateral (select min(k.made_at)::date as on from links.links k
      where k.tenant = s.tenant and k.subject = s.id and k.purpose = 'confirm_summary' and k.revoked_at is null) l
    where s.state = 'dibagikan' and a.voided_on is null and l.on <= ${by}::date order by l.on, s.id limit 50`.execute(
    tx,
  )
  return rows
}
