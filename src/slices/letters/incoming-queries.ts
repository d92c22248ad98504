import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import { listNames } from '../relations/queries.ts'
import { mailAnswered } from './answered.ts'
import { letterClosed } from './closed.ts'
import {
  mailState,
  type CorrespondentKind,
  type Direction,
  type MailFilter,
  type MailState,
  type Security,
} from './mailroom-model.ts'

/** A letter in a list, whichever way it went: registered, or drafted here. */
export interface MailLine {
  id: string
  direction: Direction
  drafted: boolean
  register: string | null
  number: string | null
  kind: CorrespondentKind | null
  partner: { id: string; name: string; names: Record<string, string> } | null
  correspondent: string | null
  subject: string
  datedOn: string | null
  passedOn: string | null
  answerBy: string | null
  mission: boolean
  security: Security | null
  state: MailState | 'draft'
}

export interface SoughtMail {
  direction: Direction
  q?: string | undefined
  filter?: MailFilter
  year?: number | undefined
  relation?: string | undefined
  after?: string | undefined
  limit: number
}

interface Row extends Omit<MailLine, 'state'> {
  key: string
  wants: boolean
  answered: boolean
  voided: boolean
  disposed: boolean
  open: number
  draft: boolean
}

/** A draft stands before what went out. */
const draftDay = '9999-12-31'
const countMost = 1001

/** Letters as they were registered; `lines` joins what a list shows of them. */
const registered = sql`
  select m.tenant, m.id, m.direction, false as drafted, m.number, m.kind, m.partner, m.correspondent, m.subject,
    m.dated_on, m.passed_on as key, m.passed_on, m.answer_by, m.mission, m.security, m.wants_answer as wants,
    ${mailAnswered} as answered, m.voided_on is not null as voided, m.thread, null::uuid as relation, false as draft
  from letters.mail m`

/** Letters that were written here: drafts first, cancelled ones with their number. */
const written = sql`
  select l.tenant, l.id, 'out' as direction, true as drafted, l.number, null as kind, x.partner, null as correspondent,
    coalesce(l.content ->> 'subject', l.content -> 'versions' -> 0 ->> 'title', l.kind) as subject,
    l.dated_on, coalesce(l.sent_on, case when l.state = 'draft' then ${draftDay} end, l.cancelled_on) as key,
    l.sent_on as passed_on, l.reply_by as answer_by, false as mission, null as security, l.reply_by is not null as wants,
    exists (select from letters.mail a where a.tenant = l.tenant and a.answers = l.id and a.voided_on is null) as answered,
    l.state = 'cancelled' as voided, l.thread, l.relation, l.state = 'draft' as draft
  from letters.letters l left join relations.relations x on x.tenant = l.tenant and x.id = l.relation`

const closed = letterClosed('b')

const registerNumber = sql`(select case when r.suffix = '' then r.number::text else r.number || '.' || r.suffix end
  from letters.register r where r.tenant = b.tenant and r.letter = b.id order by r.cancelled_on nulls first, r.id limit 1)`

const shown = sql`
  b.id, b.direction, b.drafted, b.number, b.kind, b.correspondent, b.subject, b.dated_on as "datedOn", b.key,
  b.passed_on as "passedOn", b.answer_by as "answerBy", ${closed} as mission, b.security, b.wants, b.answered, b.voided, b.draft,
  ${registerNumber} as register,
  exists (select from letters.dispositions d where d.tenant = b.tenant and d.mail = b.id) as disposed,
  (select count(*)::int from followup.follow_ups f where f.tenant = b.tenant and f.subject = b.id and f.ended_on is null) as open,
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'names', p.names) end as partner`

/** A page of letters in one direction, the newest first; drafts of ours stand before what went out. */
export async function listMail(
  tx: Tx,
  { direction, q = '', filter = 'all', year, relation, after, limit }: SoughtMail,
): Promise<{ rows: MailLine[]; total: number; next?: string }> {
  // Throws not_found for a relation that is not there.
  if (relation !== undefined && (await listNames(tx, [relation])).length === 0) throw new Failure('not_found')
  const both = direction === 'in' ? registered : sql`${registered} union all ${written}`
  const narrowed = sql.join(
    [
      sql`b.direction = ${direction}`,
      ...(year === undefined
        ? []
        : [sql`left(coalesce(b.passed_on, b.dated_on, ${String(year)}), 4) = ${String(year)}`]),
      ...(relation === undefined ? [] : [ofRelation(relation)]),
      ...filters[filter],
      ...soughtWords(q).map(holds),
    ],
    sql` and `,
  )
  const matching = sql`from (${both}) b left join partners.partners p on p.tenant = b.tenant and p.id = b.partner where ${narrowed}`
  const [day = '', last = ''] = after?.split('~') ?? []
  const from = after === undefined ? sql`true` : sql`(b.key, b.id) < (${day}, ${last}::uuid)`
  const { rows } = await sql<Row>`select ${shown} ${matching} and ${from}
    order by b.key desc, b.id desc limit ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select ${matching} limit ${countMost}) x`.execute(tx)
  const end = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit).map(present),
    total: counted[0]?.n ?? 0,
    ...(end !== undefined && { next: `${end.key}~${end.id}` }),
  }
}

/** The newest letters of a matter, as many as asked for, in one line of time, the oldest first. */
export async function listOfThread(
  tx: Tx,
  { thread, limit }: { thread: string; limit: number },
): Promise<(MailLine & { wants: boolean; answered: boolean })[]> {
  const { rows } = await sql<Row>`select ${shown} from (${registered} union all ${written}) b
    left join partners.partners p on p.tenant = b.tenant and p.id = b.partner
    where b.thread = ${thread}::uuid order by b.key desc, b.id desc limit ${limit}`.execute(tx)
  return rows.toReversed().map((row) => ({ ...present(row), wants: row.wants, answered: row.answered }))
}

const withoutDisposition = sql`b.direction = 'in' and not b.voided and not b.answered
  and not exists (select from letters.dispositions d where d.tenant = b.tenant and d.mail = b.id)`
const withoutFollowUp = sql`not exists (select from followup.follow_ups f
  where f.tenant = b.tenant and f.subject = b.id and f.ended_on is null)`

const filters: Record<MailFilter, RawBuilder<unknown>[]> = {
  all: [],
  unanswered: [sql`b.direction = 'in' and b.wants and not b.answered and not b.voided`],
  // What mailState calls so: of one that wants an answer it is told that it has none, and of one in hand neither.
  undisposed: [sql`${withoutDisposition} and not b.wants and ${withoutFollowUp}`],
  waiting: [sql`b.direction = 'out' and b.wants and not b.answered and not b.voided and not b.draft`],
}

const ofRelation = (
  relation: string,
) => sql`(b.relation = ${relation}::uuid or exists (select from letters.mail_relations o
  where o.tenant = b.tenant and o.mail = b.id and o.relation = ${relation}::uuid))`

function holds(word: string): RawBuilder<unknown> {
  const own = sql`partners.fold(b.subject || ' ' || coalesce(b.number, '') || ' ' || coalesce(b.correspondent, ''))`
  return sql`(${holdsWord(own, word)} or ${holdsWord(sql`coalesce(p.search, '')`, word)})`
}

function present({ wants, answered, voided, disposed, open, draft, ...row }: Row): MailLine {
  const standing = { direction: row.direction, voided, wantsAnswer: wants, answered, disposed, open }
  return { ...row, state: draft ? 'draft' : mailState(standing) }
}

/** A letter that waits: theirs for us (in), or ours for them (out). */
export interface Unanswered {
  id: string
  direction: Direction
  drafted: boolean
  register: string | null
  subject: string
  partner: { id: string; name: string; names: Record<string, string> } | null
  correspondent: string | null
  mission: boolean
  passedOn: string
  /** Until when an answer is wanted, where somebody said so. */
  answerBy: string | null
}

interface Waiting {
  on: string
  limit: number
}

/**
 * Letters without an answer on a day, of one direction or both: those with a date first, the earliest of them first, then
 * by age; the first of them, and how many (counted to 100, or to the limit where that is more).
 */
export async function listUnanswered(
  tx: Tx,
  { direction, ...asked }: Waiting & { direction?: Direction },
): Promise<{ rows: Unanswered[]; total: number }> {
  const theirs = sql`${registered} where m.wants_answer and m.voided_on is null`
  const from =
    direction === 'in' ? theirs : sql`${theirs} union all ${written} where l.reply_by is not null and l.state = 'sent'`
  const which = direction === undefined ? sql`true` : sql`b.direction = ${direction}`
  return await listWaiting(tx, { ...asked, from, where: sql`${which} and b.wants and not b.answered and not b.voided` })
}

/**
 * Letters that came in by a day and that were given to nobody, the oldest first, and how many. Of those that want an
 * answer it is told elsewhere that they have none; `wanting` takes them in, for whoever is not told that.
 */
export async function listUndisposed(
  tx: Tx,
  { wanting, ...asked }: Waiting & { wanting: boolean },
): Promise<{ rows: Unanswered[]; total: number }> {
  const from = sql`${registered} where m.direction = 'in' and m.voided_on is null`
  const where = sql`${withoutDisposition} and ${withoutFollowUp} and (${wanting} or not b.wants)`
  return await listWaiting(tx, { ...asked, from, where })
}

async function listWaiting(
  tx: Tx,
  { on, limit, from, where }: Waiting & { from: RawBuilder<unknown>; where: RawBuilder<unknown> },
): Promise<{ rows: Unanswered[]; total: number }> {
  const order = sql`b.answer_by nulls last, b.passed_on, b.id`
  const { rows } = await sql<Unanswered & { total: number }>`
    with waiting as (select b.* from (${from}) b where ${where} and b.passed_on <= ${on}
      order by ${order} limit ${Math.max(100, limit)})
    select b.id, b.direction, b.drafted, b.subject, b.correspondent, ${closed} as mission, b.passed_on as "passedOn",
      b.answer_by as "answerBy", (select count(*)::int from waiting) as total, ${registerNumber} as register,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'names', p.names) end as partner
    from waiting b left join partners.partners p on p.tenant = b.tenant and p.id = b.partner
    order by ${order} limit ${limit}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/**
 * Registered letters (at most 500) by id, as other lists name them. What is exchanged with a diplomatic mission, and what
 * is not for everybody, is named by its number in our register only.
 */
export async function listMailNames(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string; mission: boolean }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; name: string; mission: boolean }>`
    select b.id, ${closed} as mission, case when not ${closed} and b.security = 'biasa' then b.subject
      else 'Surat ' || coalesce((select r.number || case when r.suffix = '' then '' else '.' || r.suffix end || '/' || r.year
        from letters.register r where r.tenant = b.tenant and r.letter = b.id order by r.cancelled_on nulls first limit 1), '') end as name
    from letters.mail b where b.id = any(${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows
}

/** Those of these registered letters (at most 200) that were not cancelled, by id. */
export async function listStandingMail(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from letters.mail where id = any(${[...ids]}::uuid[]) and voided_on is null limit 200`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Letters that came in from the same writer with the same subject on the same day (at most five). */
export async function listAlike(
  tx: Tx,
  { correspondent, subject, datedOn }: { correspondent: string; subject: string; datedOn: string | null },
): Promise<{ id: string; subject: string }[]> {
  return await tx
    .selectFrom('letters.mail')
    .select(['id', 'subject'])
    .where('direction', '=', 'in')
    .where('voided_on', 'is', null)
    .where('dated_on', 'is not distinct from', datedOn)
    .where('correspondent', '=', correspondent)
    .where('subject', '=', subject)
    .limit(5)
    .execute()
}
