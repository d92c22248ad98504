/** What of the agenda waits for an officer: meetings that take something over, summaries that nobody answered. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { addDays, endOfDay, toLocalTime, type DateText, type Zone } from '../../shared/dates.ts'
import { getCalendar, getRegion } from '../reference/queries.ts'
import { dayOfItem } from './checklist-model.ts'
import { forumKinds } from './plan-model.ts'
import { reach } from './row-read.ts'

interface VisitName {
  id: string
  slug: string
  about: string
}

/** So many meetings of a week are looked at. */
const most = 20

/** What is open of something on a day beside the next step, as listTasks shows it. */
const isOpen = (on: DateText) => sql`not f.leads and f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on})`
const isShown = (on: DateText) => sql`not f.leads and f.from_on <= ${on}
  and (f.ended_on is null or f.ended_on > ${on} or f.outcome <> 'replaced')`

const isEarlier = sql`a.voided_on is null and (rpad(a.occurred_on, 10, '-01-01'), a.id) < (p.day, p.id)`

/**
 * Planned meetings between two days to which earlier ones of their row left something open, with how much: points that
 * nobody closed, and what is to be done for meetings and commitments. All in one question, and counted as `listCarried`
 * shows it.
 */
export async function listWithCarried(
  tx: Tx,
  { from, to, on }: { from: DateText; to: DateText; on: DateText },
): Promise<{ visit: VisitName; occurredOn: string; n: number }[]> {
  const { rows } = await sql<{ visit: VisitName; occurredOn: string; n: number }>`
    with planned as (
      select a.tenant, a.id, a.slug, a.about, a.kind, a.series, a.occurred_on, rpad(a.occurred_on, 10, '-01-01') as day
      from agenda.activities a
      where a.occurred_on > ${from} and a.occurred_on <= ${to} and a.voided_on is null
      order by a.occurred_on, a.id limit ${most}),
    earlier as (
      select p.id as planned, e.tenant, e.id from planned p cross join lateral (
        (select a.tenant, a.id from agenda.activities a
          where a.tenant = p.tenant and a.series = p.series and ${isEarlier}
          order by a.occurred_on desc, a.id desc limit ${reach})
        union all
        (select a.tenant, a.id from agenda.activities a
          where p.series is null and p.kind = any(${[...forumKinds]}::text[])
            and a.tenant = p.tenant and a.kind = any(${[...forumKinds]}::text[]) and ${isEarlier}
            and a.id in (select l.activity from agenda.activity_relations mine join agenda.activity_relations l
              on l.tenant = mine.tenant and l.relation = mine.relation where mine.tenant = p.tenant and mine.activity = p.id)
          order by a.occurred_on desc, a.id desc limit ${reach})) e),
    waits as (
      select e.planned from earlier e join agenda.topics t on t.tenant = e.tenant and t.activity = e.id
      where exists (select from followup.follow_ups f where f.tenant = t.tenant and f.subject = t.id and ${isOpen(on)})
        or not exists (select from followup.follow_ups f where f.tenant = t.tenant and f.subject = t.id and ${isShown(on)})
      union all
      select e.planned from earlier e join followup.follow_ups f on f.tenant = e.tenant and f.subject = e.id
      where ${isOpen(on)}
      union all
      select e.planned from earlier e join agenda.commitments c on c.tenant = e.tenant and c.activity = e.id
      join followup.follow_ups f on f.tenant = c.tenant and f.subject = c.id
      where c.side = 'ours' and c.voided_on is null and ${isOpen(on)})
    select json_build_object('id', p.id, 'slug', p.slug, 'about', p.about) as visit, p.occurred_on as "occurredOn",
      count(*)::int as n
    from planned p join waits w on w.planned = p.id
    group by p.id, p.slug, p.about, p.occurred_on order by p.occurred_on, p.id`.execute(tx)
  return rows
}

/** Summaries that were shared by a day and neither agreed on nor corrected since, the longest waiting first (at most 250). */
export async function listShared(tx: Tx, by: DateText): Promise<{ visit: VisitName; sharedOn: string }[]> {
  const zone = (await getRegion(tx)).zone as Zone
  const { rows } = await sql<{ visit: VisitName; sharedAt: string }>`
    select json_build_object('id', a.id, 'slug', a.slug, 'about', a.about) as visit, l.at as "sharedAt"
    from agenda.summaries s join agenda.activities a on a.tenant = s.tenant and a.id = s.activity
    cross join lateral (select min(k.made_at) as at from links.links k
      where k.tenant = s.tenant and k.subject = s.id and k.purpose = 'confirm_summary' and k.revoked_at is null) l
    where s.state = 'dibagikan' and a.voided_on is null and l.at <= ${endOfDay(by, zone)}::timestamptz
    order by l.at, s.id limit 50`.execute(tx)
  return rows.map(({ visit, sharedAt }) => ({ visit, sharedOn: toLocalTime(sharedAt, zone).date }))
}

/** What is to be prepared for a meeting, or done after it, by whom and from which day on. */
export interface DueItem {
  visit: VisitName & { occurredOn: DateText }
  unit?: { id: string }
  owner?: string
  dueOn: DateText
}

/** What was not done for so many days is told on the page of its meeting only. */
const toldFor = 60
/** How far before its counted day an item can stand, because nobody works in between. */
const moved = 30

/**
 * What of the checklists of meetings is due by a day and not done, by the meeting's day (at most 500); nothing of what
 * was called off or recorded by mistake, or of a meeting whose day is not wholly known.
 */
export async function listDueItems(tx: Tx, on: DateText): Promise<DueItem[]> {
  const { rows } = await sql<{ visit: DueItem['visit']; days: number; unit: string | null; owner: string | null }>`
    select json_build_object('id', a.id, 'slug', a.slug, 'about', a.about, 'occurredOn', a.occurred_on) as visit,
      i.days, i.unit, i.owner
    from agenda.activities a join agenda.checklist_items i on i.tenant = a.tenant and i.activity = a.id
    where a.voided_on is null and length(a.occurred_on) = 10 and (i.done_on is null or i.done_on > ${on})
      and a.occurred_on between ${addDays(on, -365 - toldFor)} and ${addDays(on, 365 + moved)}
      and i.days between (${on}::date - case when length(a.occurred_on) = 10 then a.occurred_on::date end) - ${toldFor}::int
        and (${on}::date - case when length(a.occurred_on) = 10 then a.occurred_on::date end) + ${moved}::int
    order by a.occurred_on, a.id, i.days, i.id limit 500`.execute(tx)
  if (rows.length === 0) return []
  const calendar = await getCalendar(tx, { from: addDays(on, -toldFor - moved), to: addDays(on, 2 * moved) })
  return rows.flatMap(({ visit, days, unit, owner }) => {
    const dueOn = dayOfItem({ days, visitOn: visit.occurredOn }, calendar)?.day
    if (dueOn === undefined || dueOn > on) return []
    return [{ visit, dueOn, ...(unit !== null && { unit: { id: unit } }), ...(owner !== null && { owner }) }]
  })
}
