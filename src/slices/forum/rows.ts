/** How issues are read: a row with whose it is, where it came up, what answers it and what was decided, on a day. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import type { RelationCard } from '../agenda/queries.ts'
import type { FollowUp } from '../followup/model.ts'
import { standingOf, type Outcome, type Standing, type Theme } from './model.ts'

/** A meeting at which an issue came up, with the point it was there. */
export interface Raised {
  point: string
  words: string
  id: string
  slug: string
  about: string
  occurredOn: string
}

export interface Decision {
  id: string
  outcome: Outcome
  reason?: string | undefined
  decidedOn: DateText
}

/** What answers an issue, as lists tell it. */
export type TaskLine = Pick<
  FollowUp,
  'id' | 'what' | 'unit' | 'member' | 'owner' | 'state' | 'dueOn' | 'fromOn' | 'endedOn' | 'outcome' | 'note' | 'rev'
> & { root: string; said?: 'done' | 'running' | 'stuck' | undefined }

export interface Issue {
  id: string
  slug: string
  theme?: Theme | undefined
  words: string
  wordsLang: string
  raisedOn: string
  rev: number
  relations: RelationCard[]
  raised: Raised[]
  task?: TaskLine | undefined
  decided?: Decision | undefined
  /** Open processes that it became. */
  agreement?: { id: string; openedOn: DateText } | undefined
  standing: Standing
  published: boolean
}

type Row = { [Key in keyof Omit<Issue, 'standing'>]-?: Exclude<Issue[Key], undefined> | null } & Pick<
  Issue,
  'id' | 'slug' | 'words' | 'wordsLang' | 'raisedOn' | 'rev' | 'relations' | 'raised' | 'published'
>

/** So many issues a region's list looks through at most. */
export const mostIssues = 1000

/** The subjects whose follow-ups answer an issue `i`: its points, and itself. */
const subjects = sql`(array(select p.point from forum.issue_points p where p.tenant = i.tenant and p.issue = i.id) || i.id)`

const taskOf = (on: DateText) => sql`(
  select json_strip_nulls(json_build_object('id', f.id, 'root', coalesce(f.root, f.id), 'what', f.what, 'owner', f.owner,
    'dueOn', f.due_on, 'fromOn', f.from_on, 'state', f.state, 'rev', f.rev,
    'endedOn', case when f.ended_on <= ${on} then f.ended_on end,
    'outcome', case when f.ended_on <= ${on} then f.outcome end, 'note', case when f.ended_on <= ${on} then f.note end,
    'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
    'member', case when m.id is not null then json_build_object('id', m.id, 'name', m.name, 'left', m.ended_at is not null) end,
    'said', (select a.said from followup.answers a join followup.follow_ups g on g.tenant = a.tenant and g.id = a.follow_up
      where g.tenant = f.tenant and a.follow_up = f.id and a.answered_on <= ${on} order by a.id desc limit 1)))
  from followup.follow_ups f
  left join reference.units u on u.tenant = f.tenant and u.id = f.unit
  left join identity.memberships m on m.tenant = f.tenant and m.id = f.member
  where f.subject = any(${subjects}) and not f.leads and f.from_on <= ${on}
    and (f.ended_on is null or f.ended_on > ${on} or f.outcome <> 'replaced')
  order by (f.ended_on is null or f.ended_on > ${on}) desc, f.from_on desc, f.id desc limit 1)`

const relationCards = sql`coalesce((
  select json_agg(json_strip_nulls(json_build_object('id', r.id, 'slug', r.slug, 'name', coalesce(p.name, r.label), 'names', p.names)) order by l.id)
  from forum.issue_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
  left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
  where l.tenant = i.tenant and l.issue = i.id), '[]')`

const raisedAt = sql`coalesce((
  select json_agg(json_build_object('point', t.id, 'words', t.words, 'id', a.id, 'slug', a.slug, 'about', a.about,
    'occurredOn', a.occurred_on) order by q.id)
  from forum.issue_points q join agenda.topics t on t.tenant = q.tenant and t.id = q.point
  join agenda.activities a on a.tenant = t.tenant and a.id = t.activity
  where q.tenant = i.tenant and q.issue = i.id and a.voided_on is null), '[]')`

const columns = (
  on: DateText,
) => sql`i.id, i.slug, i.theme, i.words, i.words_lang as "wordsLang", i.raised_on as "raisedOn",
  i.rev, ${relationCards} as relations, ${raisedAt} as raised, ${taskOf(on)} as task,
  (select json_strip_nulls(json_build_object('id', d.id, 'outcome', d.outcome, 'reason', d.reason, 'decidedOn', d.decided_on))
    from forum.issue_decisions d where d.tenant = i.tenant and d.issue = i.id and d.decided_on <= ${on}
    order by d.decided_on desc, d.id desc limit 1) as decided,
  (select json_build_object('id', g.id, 'openedOn', g.opened_on) from forum.agreement_issues k
    join forum.agreements g on g.tenant = k.tenant and g.id = k.agreement
    where k.tenant = i.tenant and k.issue = i.id and g.opened_on <= ${on} and (g.closed_on is null or g.closed_on > ${on})
    order by g.id desc limit 1) as agreement,
  exists (select from forum.published b where b.tenant = i.tenant and b.id = i.id and b.document is not null) as published
  from forum.issues i`

function present(row: Row): Issue {
  const { theme, task, decided, agreement, ...rest } = row
  return {
    ...rest,
    ...(theme !== null && { theme }),
    ...(task !== null && { task }),
    ...(decided !== null && { decided }),
    ...(agreement !== null && { agreement }),
    standing: standingOf({ decided: decided?.outcome, task: task ?? undefined }),
  }
}

/** Issues that meet a condition over `i`, as they stood on a day, the newest raised first. */
export async function selectIssues(
  tx: Tx,
  { where, on, limit }: { where: RawBuilder<unknown>; on: DateText; limit: number },
): Promise<Issue[]> {
  const { rows } = await sql<Row>`
    select ${columns(on)} where ${where} and rpad(i.raised_on, 10, '-01-01') <= ${on}
    order by i.raised_on desc, i.id desc limit ${limit}`.execute(tx)
  return rows.map(present)
}
