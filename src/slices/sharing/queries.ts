import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { listLinks } from '../links/queries.ts'
import { getRelation } from '../relations/queries.ts'
import { languageOfCountry, orderParts, type AnswerState, type PartId, type Saying } from './model.ts'
import { composeParts } from './parts.ts'

interface Page {
  id: string
  relation: string
  link: string
  parts: PartId[]
}

const kept = (partner: string) =>
  sql`coalesce((select s.same_as from partners.same_as s where s.partner = ${sql.ref(partner)}), ${sql.ref(partner)})`

/**
 * The page that a link opens; undefined for a link of another kind, and while the relation is not with the partner the
 * link was handed to, or with one that is the same: whoever holds it is a stranger to the next partner.
 */
export async function findPage(tx: Tx, link: string): Promise<Page | undefined> {
  const { rows } = await sql<Page>`
    select p.id, p.relation, p.link, p.parts from sharing.pages p
    join relations.relations r on r.tenant = p.tenant and r.id = p.relation
    where p.link = ${link}::uuid and ${kept('p.partner')} = ${kept('r.partner')}`.execute(tx)
  return rows[0] && { ...rows[0], parts: orderParts(rows[0].parts) }
}

/** What the partner of a relation may be shown, and to whom it was handed, the open ones first. Throws not_found. */
export async function readPage(tx: Tx, { relation, on }: { relation: string; on: DateText }) {
  const { partner } = await getRelation(tx, { id: relation, on })
  const parts = await composeParts(tx, { relation, on })
  const links = await listLinks(tx, [relation])
  const rows = await tx
    .selectFrom('sharing.pages')
    .select(['id', 'link', 'parts', 'shared_on as sharedOn'])
    .where('relation', '=', relation)
    .where(sql<boolean>`link = any(${links.map(({ id }) => id)}::uuid[])`)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  const linkOf = new Map(links.map((link) => [link.id, link]))
  const pages = rows.flatMap((page) => {
    const link = linkOf.get(page.link)
    if (link === undefined) return []
    const { party, language, state, expiresAt, uses, usedAt, rev } = link
    const handed = { party, language, state, expiresAt, uses, usedAt, linkRev: rev }
    return [{ ...page, parts: orderParts(page.parts), ...handed }]
  })
  return {
    ...(parts !== undefined && { parts }),
    language: languageOfCountry(partner?.country),
    pages: pages.toSorted((one, other) => Number(other.state === 'open') - Number(one.state === 'open')),
  }
}

interface Row {
  id: string
  number: number
  said: Saying
  part: PartId | null
  seen: string | null
  changed: boolean
  title: string | null
  words: string | null
  wordsLang: Language
  field: string | null
  name: string | null
  role: string | null
  file: { id: string; name: string } | null
  party: string
  answeredAt: string
  state: AnswerState
  settledOn: string | null
  reason: string | null
  followUp: string | null
  rev: number
}

/** What a partner said of its page, the newest first, each with whether that part says something else by now. */
export async function listAnswers(
  tx: Tx,
  { relation, after, limit, on }: { relation: string; after?: string | undefined; limit: number; on: DateText },
) {
  const parts = await composeParts(tx, { relation, on })
  const { rows } = await sql<Row>`
    select a.id, a.position as number, a.said, a.part, a.seen, a.changed, a.title, a.words, a.words_lang as "wordsLang",
      a.field, a.name, a.role, case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as file,
      l.party, a.answered_at as "answeredAt", a.state, a.settled_on as "settledOn", a.reason, a.follow_up as "followUp", a.rev
    from sharing.answers a
    join sharing.pages p on p.tenant = a.tenant and p.id = a.page
    join links.links l on l.tenant = p.tenant and l.id = p.link
    left join files.files f on f.tenant = a.tenant and f.id = a.file
    where a.relation = ${relation}::uuid
      and ${after === undefined ? sql`true` : sql`a.position < (select b.position from sharing.answers b where b.id = ${after}::uuid and b.relation = ${relation}::uuid)`}
    order by a.position desc limit ${limit + 1}`.execute(tx)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return {
    rows: rows.slice(0, limit).map(({ seen, ...row }) => {
      const now = parts?.find(({ id }) => id === row.part)
      return { ...row, behind: seen !== null && now?.version !== seen }
    }),
    waiting: await countWaiting(tx, relation),
    ...(next !== undefined && { next }),
  }
}

async function countWaiting(tx: Tx, relation: string): Promise<number> {
  const { n } = await tx
    .selectFrom('sharing.answers')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('relation', '=', relation)
    .where('state', '=', 'baru')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Relations whose partner said something that nobody settled, the longest waiting first (at most 100), with how much. */
export async function listWaiting(tx: Tx, on: DateText): Promise<{ relation: string; n: number; since: string }[]> {
  const { rows } = await sql<{ relation: string; n: number; since: string }>`
    select relation, count(*)::int as n, min(answered_on) as since from sharing.answers
    where state = 'baru' and answered_on <= ${on} group by relation order by min(answered_on), relation limit 100`.execute(
    tx,
  )
  return rows
}

/** The number and kind of an answer that a link sent, for its receipt: never its words. */
export async function findReceipt(
  tx: Tx,
  { page, number }: { page: string; number: number },
): Promise<{ number: number; said: Saying; changed: boolean; answeredAt: string } | undefined> {
  const row = await tx
    .selectFrom('sharing.answers')
    .select(['position as number', 'said', 'changed', 'answered_at as answeredAt'])
    .where('page', '=', page)
    .where('position', '=', number)
    .executeTakeFirst()
  return row && { ...row, said: row.said as Saying }
}

/** The file that came with an answer. Throws not_found. */
export async function getAnswerFile(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom('sharing.answers').select('file').where('id', '=', id).executeTakeFirst()
  if (row?.file == null) throw new Failure('not_found')
  return row.file
}
