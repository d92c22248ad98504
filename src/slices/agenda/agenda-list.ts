/** The agenda: what is coming, what is past, a month, a day. What was called off is listed as such; a wrong record is not. */
import { sql, type RawBuilder } from 'kysely'
import type { Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { addDays, lastDayOf, type DateText } from '../../shared/dates.ts'
import { getCalendar, getRegion, listForeignHolidays, listNamedDays } from '../reference/queries.ts'
import { isPlanned, type ActivityKind, type WeekdayWord } from './model.ts'
import { dayOff, type Cadence } from './plan-model.ts'
import { card, refuseUnknown, type RelationCard } from './queries.ts'

export interface Sought {
  kind?: ActivityKind | undefined
  relation?: string | undefined
  series?: string | undefined
  mine?: boolean | undefined
  q?: string | undefined
}

type Asked = Sought & { on: DateText; who: Pick<Who, 'account' | 'unit'> }

interface Row {
  id: string
  slug: string
  kind: ActivityKind | null
  about: string
  place: string | null
  occurredOn: string
  endedOn: string | null
  startsAt: string | null
  endsAt: string | null
  weekday: WeekdayWord | null
  closedOn: string | null
  cancelled: string | null
  series: { id: string; name: string; cadence?: Cadence } | null
  relations: RelationCard[]
}

const columns = sql`a.id, a.slug, a.kind, a.about, a.place, a.occurred_on as "occurredOn", a.ended_on as "endedOn",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.weekday, a.closed_on as "closedOn",
  case when a.cancelled then a.voided_reason end as cancelled,
  (select json_strip_nulls(json_build_object('id', s.id, 'name', s.name, 'cadence', s.cadence)) from agenda.series s
    where s.tenant = a.tenant and s.id = a.series) as series,
  coalesce((select json_agg(${card} order by r.id) from agenda.activity_relations l
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where l.tenant = a.tenant and l.activity = a.id), '[]') as relations`

const present = (on: DateText) => (row: Row) => {
  const { occurredOn, relations } = row
  const said = Object.entries(row).filter(([, value]) => value !== null)
  return { ...(Object.fromEntries(said) as Present), relations, planned: isPlanned({ occurredOn }, on) }
}

type Present = { [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key] } & {
  [Key in keyof Row as null extends Row[Key] ? Key : never]?: Exclude<Row[Key], null>
}

/** The first day of an activity as text that sorts. */
const firstDay = sql`rpad(a.occurred_on, 10, '-01-01')`

/** Planned, of this day, or begun and not over: what somebody still expects. */
const isComing = (on: DateText) =>
  sql`(${firstDay} > ${on} or a.occurred_on = ${on} or (length(coalesce(a.ended_on, '')) = 10 and a.ended_on >= ${on}))`

function matching({ kind, relation, series, mine, q = '', who }: Asked): RawBuilder<unknown> {
  const of = [
    sql`(a.voided_on is null or a.cancelled)`,
    ...(kind === undefined ? [] : [sql`a.kind = ${kind}`]),
    ...(series === undefined ? [] : [sql`a.series = ${series}::uuid`]),
    ...(relation === undefined
      ? []
      : [
          sql`exists (select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id
          and l.relation = ${relation}::uuid)`,
        ]),
    ...(mine === true ? [isMine(who)] : []),
    ...soughtWords(q).map((word) => holdsWord(searched, word)),
  ]
  return sql.join(of, sql` and `)
}

/** What an activity is found by: what it is about, where, its series and its partners. */
const searched = sql`platform.fold(concat_ws(' ', a.about, a.place,
  (select s.name from agenda.series s where s.tenant = a.tenant and s.id = a.series),
  (select string_agg(concat_ws(' ', p.name, p.native_name, p.names::text, r.label), ' ') from agenda.activity_relations l
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where l.tenant = a.tenant and l.activity = a.id)))`

function isMine({ account, unit }: Asked['who']): RawBuilder<unknown> {
  const ofBody =
    unit === undefined
      ? sql`false`
      : sql`exists (select from agenda.checklist_items i where i.tenant = a.tenant and i.activity = a.id and i.unit = ${unit}::uuid)
        or exists (select from followup.follow_ups f where f.tenant = a.tenant and f.unit = ${unit}::uuid and f.ended_on is null
          and (f.subject = a.id or exists (select from agenda.topics t where t.tenant = a.tenant and t.activity = a.id and t.id = f.subject)))`
  return sql`(exists (select from ledger.acts d where d.tenant = a.tenant and d.subject = a.id and d.account = ${account}::uuid)
    or ${ofBody})`
}

/** How many are counted; more is said as "more than". */
const countMost = 1000

export async function listAgenda(
  tx: Tx,
  asked: Asked & { when: 'coming' | 'past'; year?: number | undefined; after?: string | undefined; limit: number },
) {
  const { when, year, after, limit, on } = asked
  const isPast = when === 'past'
  const side = isPast ? sql`not ${isComing(on)}` : isComing(on)
  const ofYear = year === undefined ? sql`true` : sql`left(a.occurred_on, 4) = ${String(year)}`
  const order = sql`(a.occurred_on, coalesce(a.starts_at, ''), a.id)`
  const last = sql`(select b.occurred_on, coalesce(b.starts_at, ''), b.id from agenda.activities b where b.id = ${after ?? null}::uuid)`
  const from = after === undefined ? sql`true` : isPast ? sql`${order} < ${last}` : sql`${order} > ${last}`
  const way = isPast ? sql`desc` : sql`asc`
  const { rows } = await sql<Row>`
    select ${columns} from agenda.activities a where ${matching(asked)} and ${side} and ${ofYear} and ${from}
    order by a.occurred_on ${way}, coalesce(a.starts_at, '') ${way}, a.id ${way} limit ${limit + 1}`.execute(tx)
  if (after !== undefined && rows.length === 0) await refuseUnknown(tx, after)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select from agenda.activities a
      where ${matching(asked)} and ${side} and ${ofYear} limit ${countMost + 1}) found`.execute(tx)
  const { rows: years } =
    after === undefined && isPast
      ? await sql<{ year: number }>`
          select distinct left(a.occurred_on, 4)::int as year from agenda.activities a
          where (a.voided_on is null or a.cancelled) and not ${isComing(on)} order by 1 desc limit 60`.execute(tx)
      : { rows: [] }
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return {
    rows: rows.slice(0, limit).map(present(on)),
    total: counted[0]?.n ?? 0,
    years: years.map((row) => row.year),
    zone: (await getRegion(tx)).zone as 'WIB',
    ...(next !== undefined && { next }),
  }
}

interface Span {
  from: DateText
  to: DateText
}

/** How many activities of a span of days one answer holds. */
const spanMost = 300

/** What falls into the days, also what began before them and is not over. */
const within = (asked: Asked & Span) => sql`${matching(asked)} and a.occurred_on <= ${asked.to}
  and (a.occurred_on >= ${asked.from} or (length(coalesce(a.ended_on, '')) = 10 and a.ended_on >= ${asked.from}))`

/** What is on a span of whole days, several-day visits that reach into it among them (at most 300 unless told otherwise). */
export async function listSpan(tx: Tx, asked: Asked & Span & { limit?: number }) {
  const { on, limit = spanMost } = asked
  const { rows } = await sql<Row>`
    select ${columns} from agenda.activities a
    where ${within(asked)}
    order by a.occurred_on, coalesce(a.starts_at, ''), a.id limit ${limit}`.execute(tx)
  return rows.map(present(on))
}

/** How many of them the screen does not show, so that it can say so. */
async function countBeyond(tx: Tx, { shown, ...asked }: Asked & Span & { shown: number }): Promise<number> {
  if (shown < spanMost) return 0
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from agenda.activities a where ${within(asked)}`.execute(tx) // prettier-ignore
  return (rows[0]?.n ?? shown) - shown
}

/** A month with its days off. What is known to the month only stands in it as well. */
export async function listMonth(tx: Tx, { month, ...asked }: Asked & { month: string }) {
  const [from, to] = [`${month}-01`, lastDayOf(month)]
  const calendar = await getCalendar(tx, { from, to })
  const called = await listNamedDays(tx, { from, to })
  const days = Array.from({ length: Number(to.slice(8)) }, (_, index) => addDays(from, index))
  const rows = await listSpan(tx, { ...asked, from: month, to })
  return {
    rows,
    more: await countBeyond(tx, { ...asked, from: month, to, shown: rows.length }),
    holidays: days.flatMap((day) => {
      if (dayOff(day, calendar) === undefined) return []
      return called.filter((one) => one.day === day).slice(0, 1)
    }),
    beside: await listBeside(tx, month),
    zone: (await getRegion(tx)).zone as 'WIB',
  }
}

/** The days off of Japan and Korea in a month, by the day. */
async function listBeside(tx: Tx, month: string) {
  const found = []
  for (const country of ['JP', 'KR'] as const) {
    const rows = await listForeignHolidays(tx, { country, year: Number(month.slice(0, 4)) })
    for (const { day, name, names, dropped } of rows) {
      if (day.startsWith(month) && !dropped) found.push({ country, day, name, names })
    }
  }
  return found.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Whether a day is a working day, and what is on it already. */
export async function readDay(tx: Tx, { day, ...asked }: Asked & { day: DateText }) {
  const found = dayOff(day, await getCalendar(tx, { from: day, to: day }))
  const called = await listNamedDays(tx, { from: day, to: day })
  const names = called.filter(({ name }, at) => called.findIndex((one) => one.name === name) === at)
  const off = found && { weekend: found.weekend, names: names.map(({ name, names: all }) => ({ name, names: all })) }
  const rows = await listSpan(tx, { ...asked, from: day, to: day })
  return { ...(off !== undefined && { off }), rows: rows.slice(0, 50) }
}

/** The series for a page: what stands beyond its bound is counted. */
export async function readSeries(tx: Tx, on: DateText, most = 200) {
  const rows = await listSeries(tx, on, most)
  if (rows.length < most) return { rows, more: 0 }
  const { n } = await tx
    .selectFrom('agenda.series')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { rows, more: Number(n) - rows.length }
}

/** The series of the region by name, with the meetings around a day (at most 200 unless told otherwise). */
export async function listSeries(tx: Tx, on: DateText, limit = 200) {
  const of = (way: 'last' | 'next') => {
    const [side, order] = way === 'last' ? [sql`<=`, sql`desc`] : [sql`>`, sql`asc`]
    return sql`(select json_build_object('id', a.id, 'slug', a.slug, 'occurredOn', a.occurred_on) from agenda.activities a
      where a.tenant = s.tenant and a.series = s.id and a.voided_on is null and ${firstDay} ${side} ${on}
      order by a.occurred_on ${order}, a.id ${order} limit 1)`
  }
  interface Met {
    id: string
    slug: string
    occurredOn: string
  }
  const { rows } = await sql<{
    id: string
    name: string
    cadence: Cadence | null
    rev: number
    meetings: number
    last: Met | null
    next: Met | null
  }>`
    select s.id, s.name, s.cadence, s.rev, ${of('last')} as last, ${of('next')} as next,
      (select count(*)::int from agenda.activities a where a.tenant = s.tenant and a.series = s.id and a.voided_on is null) as meetings
    from agenda.series s order by s.name, s.id limit ${limit}`.execute(tx)
  return rows.map(({ cadence, last, next, ...row }) => ({
    ...row,
    ...(cadence !== null && { cadence }),
    ...(last !== null && { last }),
    ...(next !== null && { next }),
  }))
}
