import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import { mailAnswered } from './answered.ts'
import { matterClosed } from './closed.ts'
import { listOfThread } from './incoming-queries.ts'
import { threadStatus, type ThreadStatus } from './mailroom-model.ts'

interface ThreadRow {
  id: string
  title: string
  partner: { id: string; name: string; names: Record<string, string> } | null
  correspondent: string | null
  mission: boolean
  language: string | null
  dueOn: string | null
  endedOn: string | null
  rev: number
}

const columns = sql`t.id, t.title, t.correspondent, ${matterClosed('t')} as mission, t.language, t.due_on as "dueOn", t.ended_on as "endedOn", t.rev,
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'names', p.names) end as partner
  from letters.threads t left join partners.partners p on p.tenant = t.tenant and p.id = t.partner`

type Thread = ThreadRow & { status: ThreadStatus; letters: number; lastOn: string | null }

/** A page of matters, the one begun last first. Where each stands follows from its letters. */
export async function listThreads(
  tx: Tx,
  {
    q = '',
    status,
    after,
    limit,
  }: { q?: string | undefined; status: 'open' | 'ended' | 'all'; after?: string | undefined; limit: number },
): Promise<{ rows: Thread[]; next?: string }> {
  const narrowed = sql.join(
    [
      status === 'all' ? sql`true` : status === 'open' ? sql`t.ended_on is null` : sql`t.ended_on is not null`,
      after === undefined ? sql`true` : sql`t.id < ${after}::uuid`,
      ...soughtWords(q).map((word) => {
        const own = sql`partners.fold(t.title || ' ' || coalesce(t.correspondent, ''))`
        return sql`(${holdsWord(own, word)} or ${holdsWord(sql`coalesce(p.search, '')`, word)})`
      }),
    ],
    sql` and `,
  )
  const { rows } =
    await sql<ThreadRow>`select ${columns} where ${narrowed} order by t.id desc limit ${limit + 1}`.execute(tx)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const page = rows.slice(0, limit)
  const told = await listLast(tx, page.map(({ id }) => id)) // prettier-ignore
  return {
    rows: page.map((row) => {
      const found = told.find(({ thread }) => thread === row.id)
      const letters = found === undefined ? [] : [{ direction: found.direction, wantsAnswer: found.wants, answered: found.answered }] // prettier-ignore
      const ended = row.endedOn !== null
      return {
        ...row,
        status: threadStatus(letters, { ended }),
        letters: found?.letters ?? 0,
        lastOn: found?.lastOn ?? null,
      }
    }),
    ...(last !== undefined && { next: last.id }),
  }
}

interface Last {
  thread: string
  direction: 'in' | 'out'
  wants: boolean
  answered: boolean
  lastOn: string | null
  letters: number
}

/** The last letter of each matter, and how many it has; drafts and cancelled ones do not count. */
async function listLast(tx: Tx, threads: readonly string[]): Promise<Last[]> {
  if (threads.length === 0) return []
  const { rows } = await sql<Last>`
    select distinct on (b.thread) b.thread, b.direction, b.wants, b.answered, b.day as "lastOn",
      count(*) over (partition by b.thread)::int as letters
    from (
      select m.thread, m.id, m.direction, m.passed_on as day, m.wants_answer as wants,
        ${mailAnswered} as answered
      from letters.mail m where m.voided_on is null
      union all
      select l.thread, l.id, 'out', l.sent_on, l.reply_by is not null,
        exists (select from letters.mail a where a.tenant = l.tenant and a.answers = l.id and a.voided_on is null)
      from letters.letters l where l.state = 'sent') b
    where b.thread = any(${[...threads]}::uuid[])
    order by b.thread, b.day desc, b.id desc limit 100`.execute(tx)
  return rows
}

/** So many letters of a matter stand on its page, the newest. */
const shownMost = 200

/**
 * A matter with its letters, the oldest first; `more` where it has older ones beyond the limit. Throws not_found.
 */
export async function readThread(tx: Tx, { id, limit = shownMost }: { id: string; limit?: number }) {
  const { rows: known } = await sql<ThreadRow>`select ${columns} where t.id = ${id}::uuid`.execute(tx)
  const [thread] = known
  if (thread === undefined) throw new Failure('not_found')
  const found = await listOfThread(tx, { thread: id, limit: limit + 1 })
  const more = found.length > limit
  const rows = more ? found.slice(1) : found
  const standing = rows.filter(({ state }) => state !== 'voided' && state !== 'draft')
  const letters = standing.map(({ direction, wants, answered }) => ({ direction, wantsAnswer: wants, answered }))
  return {
    ...thread,
    status: threadStatus(letters, { ended: thread.endedOn !== null }),
    letters: more ? ((await listLast(tx, [id]))[0]?.letters ?? limit) : standing.length,
    more,
    lastOn: standing.at(-1)?.passedOn ?? null,
    rows,
  }
}
