import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { addDays, daysBetween, firstDayOf, weekdayOf } from '../../shared/dates.ts'

/** A relation that is being explored or in process and has had no news for so long is silent (domain D-09). */
const silentAfterDays = 180
/** "At most seven lines, then 'dan 12 lagi'"; the count behind "lagi" stops here. */
const lines = 7
const countLimit = 100

interface SilentRow {
  id: string
  slug: string
  label: string | null
  partner: { name: string; names: Record<string, string> } | null
  lastOn: string
}

/** What waits on a day, computed from what is recorded up to it. Nothing is stored for it. */
export async function getToday(tx: Tx, on: string) {
  const before = addDays(on, -silentAfterDays)
  const { rows } = await sql<SilentRow>`
    select r.id, r.slug, r.label, r.last_on as "lastOn",
      case when p.id is null then null else json_build_object('name', p.name, 'names', p.names) end as partner
    from relations.relations r left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where r.last_on <= ${before} and r.not_continued_on is null
      and exists (select from relations.processes c where c.tenant = r.tenant and c.relation = r.id)
    order by r.last_on desc, r.id desc limit ${countLimit}`.execute(tx)
  const from = addDays(on, -((weekdayOf(on) + 6) % 7))
  const to = addDays(from, 6)
  const { rows: activities } = await sql<{
    id: string
    slug: string
    about: string
    occurredOn: string
    relationSlug: string
  }>`
    select a.id, a.slug, a.about, a.occurred_on as "occurredOn", r.slug as "relationSlug"
    from agenda.activities a
    join agenda.activity_relations l on l.tenant = a.tenant and l.activity = a.id
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    where a.occurred_on between ${from} and ${to} order by a.occurred_on, a.id limit 50`.execute(tx)
  const silent = rows.map((row) => ({ ...row, days: daysBetween(firstDayOf(row.lastOn), on) }))
  return {
    on,
    week: { from, to },
    silent: silent.slice(0, lines),
    more: Math.max(0, silent.length - lines),
    activities,
  }
}
