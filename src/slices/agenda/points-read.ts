import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { ActivityKind, Point, WeekdayWord } from './model.ts'

/** An activity as its points and tasks name it. */
export interface Meeting {
  id: string
  slug: string
  kind?: ActivityKind
  about: string
  occurredOn: string
  weekday?: WeekdayWord
}

export const meeting = sql`json_strip_nulls(json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'about', a.about,
  'occurredOn', a.occurred_on, 'weekday', a.weekday))`
const pointOf = sql`json_strip_nulls(json_build_object('id', t.id, 'position', t.position, 'theme', t.theme,
  'words', t.words, 'wordsLang', t.words_lang, 'rev', t.rev, 'activity', ${meeting}))`

/** The points discussed at a relation's activities up to a day, the newest activity first (at most 200). */
export async function listPointsOf(
  tx: Tx,
  { relation, on }: { relation: string; on: string },
): Promise<(Point & { activity: Meeting })[]> {
  const { rows } = await sql<{ point: Point & { activity: Meeting } }>`
    select ${pointOf} as point from agenda.activity_relations l
    join agenda.activities a on a.tenant = l.tenant and a.id = l.activity
    join agenda.topics t on t.tenant = a.tenant and t.activity = a.id
    where l.relation = ${relation}::uuid and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, a.id desc, t.position, t.id limit 200`.execute(tx)
  return rows.map(({ point }) => point)
}

/** A relation's activities up to a day as their tasks name them, the newest first (at most 200). */
export async function listMeetings(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<Meeting[]> {
  const { rows } = await sql<{ meeting: Meeting }>`
    select ${meeting} as meeting from agenda.activity_relations l
    join agenda.activities a on a.tenant = l.tenant and a.id = l.activity
    where l.relation = ${relation}::uuid and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, a.id desc limit 200`.execute(tx)
  return rows.map((row) => row.meeting)
}

/** The first activity of a relation that is planned after a day. */
export async function findNextPlanned(
  tx: Tx,
  { relation, on }: { relation: string; on: string },
): Promise<Meeting | undefined> {
  const { rows } = await sql<{ meeting: Meeting }>`
    select ${meeting} as meeting from agenda.activity_relations l
    join agenda.activities a on a.tenant = l.tenant and a.id = l.activity
    where l.relation = ${relation}::uuid and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') > ${on}
    order by a.occurred_on, a.id limit 1`.execute(tx)
  return rows[0]?.meeting
}

/** The activity that a point belongs to; undefined where there is no such point. */
export async function findPointActivity(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('agenda.topics').select('activity').where('id', '=', id).executeTakeFirst()
  return row?.activity
}

/** Some points (at most 500) by id, each with its activity and the relation that this belongs to first. */
export async function listPointNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; slug: string; about: string; relation: string | null }>`
    select t.id, a.slug, a.about, (select l.relation from agenda.activity_relations l
      where l.tenant = a.tenant and l.activity = a.id order by l.id limit 1) as relation
    from agenda.topics t join agenda.activities a on a.tenant = t.tenant and a.id = t.activity
    where t.id = any(${[...ids]}::uuid[]) and a.voided_on is null limit 500`.execute(tx)
  return rows
}

/**
 * Relations with points that nobody has in hand on a day, those with the newest meeting first: the first of them with
 * how many points, and how many relations there are (counted to 100, or to the limit). A relation that is not continued does not wait.
 */
export async function listUnassigned(
  tx: Tx,
  { on, limit }: { on: string; limit: number },
): Promise<{ rows: { relation: string; n: number }[]; total: number }> {
  const { rows } = await sql<{ relation: string; n: number; total: number }>`
    with waiting as (select l.relation, count(*)::int as n, max(a.occurred_on) as newest
      from agenda.topics t
      join agenda.activities a on a.tenant = t.tenant and a.id = t.activity
      join agenda.activity_relations l on l.tenant = a.tenant and l.activity = a.id
      join relations.relations r on r.tenant = l.tenant and r.id = l.relation
      where a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
        and (r.not_continued_on is null or rpad(r.not_continued_on, 10, '-01-01') > ${on})
        and not exists (select from followup.follow_ups f where f.tenant = t.tenant and f.subject = t.id and not f.leads
          and f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on} or f.outcome <> 'replaced')
          and (f.unit is not null or f.owner is not null or f.ended_on <= ${on}))
      group by l.relation order by newest desc, l.relation limit ${Math.max(100, limit)})
    select relation, n, (select count(*)::int from waiting) as total from waiting
    order by newest desc, relation limit ${limit}`.execute(tx)
  return { rows: rows.map(({ relation, n }) => ({ relation, n })), total: rows[0]?.total ?? 0 }
}
