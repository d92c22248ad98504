/** What belongs together as a row of meetings: a series, or the forums of one relation; and what goes from one to the next. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { addDays, firstDayOf } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { FollowUp } from '../followup/model.ts'
import { listTasks } from '../followup/queries.ts'
import { getCalendar } from '../reference/queries.ts'
import { isPlanned, type ActivityKind, type Point } from './model.ts'
import { listGiven } from './commitments-read.ts'
import { carriedTo, forumKinds, isBefore, nextMeetingDay, type Cadence, type InRow } from './plan-model.ts'
import { meeting, type Meeting } from './points-read.ts'

export interface Head extends InRow {
  rev: number
  kind: ActivityKind | undefined
  about: string
  place: string | undefined
  startsAt: string | undefined
  endsAt: string | undefined
  interpreter: string | undefined
  interpreterLangs: string[]
  series: string | undefined
}

/** What planning asks of an activity. Throws not_found. */
export async function findHead(tx: Tx, id: string): Promise<Head> {
  const row = await tx
    .selectFrom('agenda.activities')
    .select([
      'id',
      'rev',
      'kind',
      'about',
      'place',
      'occurred_on',
      'starts_at',
      'ends_at',
      'interpreter',
      'interpreter_langs',
      'series',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return {
    id,
    rev: row.rev,
    occurredOn: row.occurred_on,
    about: row.about,
    kind: (row.kind ?? undefined) as ActivityKind | undefined,
    place: row.place ?? undefined,
    startsAt: row.starts_at ?? undefined,
    endsAt: row.ends_at ?? undefined,
    interpreter: row.interpreter ?? undefined,
    interpreterLangs: row.interpreter_langs,
    series: row.series ?? undefined,
  }
}

/** So many meetings before one, and after it, are looked at. */
export const reach = 60

/**
 * The meetings of an activity's row that stand: of its series; without one, where it is a forum, the forums that share a
 * relation with it. Oldest first, itself among them; of a long row those nearest to it.
 */
export async function listRow(tx: Tx, { id, kind, series, occurredOn }: Head): Promise<Meeting[]> {
  const isForum = kind !== undefined && forumKinds.includes(kind)
  if (series === undefined && !isForum) return []
  const belongs =
    series === undefined
      ? sql`a.kind = any(${[...forumKinds]}::text[]) and exists (
          select from agenda.activity_relations l join agenda.activity_relations mine
            on mine.tenant = l.tenant and mine.relation = l.relation and mine.activity = ${id}::uuid
          where l.tenant = a.tenant and l.activity = a.id)`
      : sql`a.series = ${series}::uuid`
  const day = firstDayOf(occurredOn)
  const { rows } = await sql<{ meeting: Meeting }>`
    (select ${meeting} as meeting from agenda.activities a
      where ${belongs} and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${day}
      order by a.occurred_on desc, a.id desc limit ${reach})
    union all
    (select ${meeting} as meeting from agenda.activities a
      where ${belongs} and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') > ${day}
      order by a.occurred_on, a.id limit ${reach})`.execute(tx)
  return rows.map((row) => row.meeting).toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
}

export interface CarriedView {
  from: Meeting
  times: number
  point?: Point
  task?: FollowUp
}

/** What earlier meetings of its row left to an activity, as it stands on a day; the oldest first (at most 200). */
export async function listCarried(tx: Tx, { of, row, on }: { of: InRow; row: readonly Meeting[]; on: string }) {
  const earlier = row.filter((one) => one.id !== of.id && isBefore(one, of))
  if (earlier.length === 0) return []
  const ids = earlier.map(({ id }) => id)
  const { rows: points } = await sql<Point & { activity: string }>`
    select t.id, t.activity, t.position, t.theme, t.words, t.words_lang as "wordsLang", t.rev from agenda.topics t
    where t.activity = any(${ids}::uuid[]) order by t.activity, t.position, t.id limit 400`.execute(tx)
  const ofPoints = await listTasks(tx, { subjects: points.map(({ id }) => id), on }) // prettier-ignore
  const ofMeetings = await listTasks(tx, { subjects: ids, on })
  const given = await listGiven(tx, ids)
  const ofGiven = await listTasks(tx, { subjects: given.map(({ id }) => id), on }) // prettier-ignore
  const items = [
    ...points.map(({ activity, theme, ...point }) => {
      const task = ofPoints.find(({ subject }) => subject === point.id)
      const shown = { ...point, ...(theme !== null && { theme }) } as Point
      return { meeting: activity, closedOn: task?.endedOn, point: shown, ...(task !== undefined && { task }) }
    }),
    ...ofMeetings.map((task) => ({ meeting: task.subject, closedOn: task.endedOn, task })),
    ...ofGiven.flatMap((task) => {
      const meeting = given.find(({ id }) => id === task.subject)?.activity
      return meeting === undefined ? [] : [{ meeting, closedOn: task.endedOn, task }]
    }),
  ]
  return carriedTo(of, { row: earlier, items })
    .flatMap(({ item, from, times }): CarriedView[] => {
      const source = earlier.find(({ id }) => id === from)
      if (source === undefined) return []
      const { meeting: _, closedOn: __, ...what } = item
      return [{ from: source, times, ...what }]
    })
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 200)
}

/** The planned meeting of an activity's row that comes first after a day. */
export async function findNextOf(tx: Tx, { of, on }: { of: Head; on: string }): Promise<Meeting | undefined> {
  const row = await listRow(tx, of)
  return row.find((one) => one.id !== of.id && isBefore(of, one) && isPlanned(one, on))
}

/** What the next meeting would be, by the series or by what was usual last time. */
export async function proposeNext(tx: Tx, { id, on }: { id: string; on: string }) {
  const of = await findHead(tx, id)
  const series =
    of.series === undefined
      ? undefined
      : await tx.selectFrom('agenda.series').selectAll().where('id', '=', of.series).executeTakeFirst()
  const row = await listRow(tx, of)
  const newest = row.at(-1) ?? { ...of, slug: '' }
  const last = firstDayOf(newest.occurredOn)
  const calendar = await getCalendar(tx, { from: last < on ? on : last, to: addDays(last < on ? on : last, 800) })
  const cadence = (series?.cadence ?? undefined) as Cadence | undefined
  const { day, wished } = nextMeetingDay({ last, cadence, on }, calendar)
  const after = { id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', occurredOn: day }
  const left = await listCarried(tx, { of: after, row, on })
  const planned = row.find((one) => one.id !== of.id && isBefore(of, one) && isPlanned(one, on))
  const [startsAt, endsAt] = [
    series?.starts_at ?? of.startsAt,
    series === undefined ? of.endsAt : (series.ends_at ?? undefined),
  ]
  const place = series?.place ?? of.place
  return {
    occurredOn: day,
    ...(wished !== day && { wished }),
    ...(startsAt !== undefined && { startsAt }),
    ...(startsAt !== undefined && endsAt !== undefined && { endsAt }),
    ...(place !== undefined && { place }),
    about: series?.name ?? of.about,
    open: left.filter(({ task }) => task?.endedOn === undefined).length,
    ...(planned !== undefined && { planned: { slug: planned.slug, occurredOn: planned.occurredOn } }),
  }
}

/** The neighbours of an activity in its row. */
export function neighboursOf(of: InRow, row: readonly Meeting[]): { previous?: Meeting; following?: Meeting } {
  const previous = row.findLast((one) => one.id !== of.id && isBefore(one, of))
  const following = row.find((one) => one.id !== of.id && isBefore(of, one))
  return { ...(previous !== undefined && { previous }), ...(following !== undefined && { following }) }
}
