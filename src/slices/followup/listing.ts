import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { FileKind } from '../files/model.ts'
import type { FollowUp, Said, Standing } from './model.ts'
import { columns, present, type Row } from './rows.ts'

/** Whose follow-ups somebody may see: all of the region, or those of her agency and her own. */
export type Scope = 'all' | { unit: string | undefined; member: string }

export interface AnswerLine {
  id: string
  /** The row to which it was answered, and the first of its rows. */
  followUp: string
  root: string
  said: Said
  note: string | null
  noteLang: Language
  /** To whom the link was given, or the name of the person of the region. */
  by: string
  byLink: boolean
  answeredOn: DateText
  file: { id: string; name: string; kind: FileKind; bytes: number } | null
}

export interface Sought {
  on: DateText
  scope: Scope
  standing: Standing
  /** An agency, and what only this person has. */
  unit?: string | undefined
  member?: string | undefined
  words?: string | undefined
  /** Records that the same words name: what is under them is found too. */
  named?: readonly string[] | undefined
  /** Under these records only. */
  subjects?: readonly string[] | undefined
}

const lastAnswer = sql`(select a.said from followup.answers a where a.tenant = f.tenant and a.follow_up = f.id order by a.position desc limit 1)`

/** Whether the day, the caller and her filters take a row in. What is only a reason has nobody to do it. */
function condition({ on, scope, standing, unit, member, words, named = [], subjects }: Sought) {
  const isOpen = sql`f.ended_on is null and f.from_on <= ${on}`
  const of: Record<Standing, ReturnType<typeof sql>> = {
    open: isOpen,
    overdue: sql`${isOpen} and f.due_on < ${on}`,
    unowned: sql`${isOpen} and ((f.unit is null and f.member is null and f.owner is null)
      or exists (select from identity.memberships o where o.tenant = f.tenant and o.id = f.member and o.ended_at is not null))`,
    stuck: sql`${isOpen} and f.state = 'stuck'`,
    answered: sql`${isOpen} and f.state is null and ${lastAnswer} = 'done'`,
    ended: sql`f.ended_on is not null and f.outcome <> 'replaced'`,
  }
  const parts = [sql`f.what is not null`, of[standing]]
  if (scope !== 'all') {
    parts.push(sql`(f.unit = ${scope.unit ?? null}::uuid or f.member = ${scope.member}::uuid)`)
  }
  if (unit !== undefined) parts.push(sql`f.unit = ${unit}::uuid`)
  if (member !== undefined) parts.push(sql`f.member = ${member}::uuid`)
  if (subjects !== undefined) parts.push(sql`f.subject = any(${[...subjects]}::uuid[])`)
  const searched = sql`platform.fold(concat_ws(' ', f.what, f.owner,
    (select u.name from reference.units u where u.tenant = f.tenant and u.id = f.unit),
    (select n.name from identity.memberships n where n.tenant = f.tenant and n.id = f.member)))`
  const held = soughtWords(words ?? '').map((word) => holdsWord(searched, word))
  if (held.length > 0) {
    parts.push(sql`((${sql.join(held, sql` and `)}) or f.subject = any(${[...named]}::uuid[]))`)
  }
  return sql.join(parts, sql` and `)
}

const counted = 1000

/**
 * The follow-ups of the region that are sought: open ones by their day, the longest due first and those without a day
 * last; ended ones the newest first. `after` is the id of the last one seen. Each with its last answer, and how many
 * there are (at most 1,001).
 */
export async function listOfRegion(
  tx: Tx,
  { after, limit, ...sought }: Sought & { after?: string | undefined; limit: number },
): Promise<{ rows: (FollowUp & { last: AnswerLine | undefined })[]; total: number; next: string | undefined }> {
  const isEnded = sought.standing === 'ended'
  const key = isEnded ? sql`(f.ended_on, f.id)` : sql`(coalesce(f.due_on, '9999'), f.id)`
  const from = isEnded
    ? sql`(select s.ended_on, s.id from followup.follow_ups s where s.id = ${after ?? null}::uuid)`
    : sql`(select coalesce(s.due_on, '9999'), s.id from followup.follow_ups s where s.id = ${after ?? null}::uuid)`
  const where = condition(sought)
  const { rows } = await sql<Row>`
    select ${columns}
    where ${where} and (${after ?? null}::uuid is null or ${key} ${isEnded ? sql`<` : sql`>`} ${from})
    order by ${isEnded ? sql`f.ended_on desc, f.id desc` : sql`coalesce(f.due_on, '9999'), f.id`}
    limit ${limit + 1}`.execute(tx)
  const { rows: count } = await sql<{ n: number }>`
    select count(*)::int as n from (select from followup.follow_ups f where ${where} limit ${counted + 1}) c`.execute(
    tx,
  )
  const shown = rows.slice(0, limit).map(present)
  const answers = await listAnswers(tx, { roots: shown.map(({ id, root = id }) => root), lastOnly: true })
  return {
    rows: shown.map((row) => ({ ...row, last: answers.find(({ root }) => root === (row.root ?? row.id)) })),
    total: count[0]?.n ?? 0,
    next: rows.length > limit ? shown.at(-1)?.id : undefined,
  }
}

/** What was answered to these follow-ups through all their rows, the newest first (at most 200 in all). */
export async function listAnswers(
  tx: Tx,
  { roots, lastOnly = false, link }: { roots: readonly string[]; lastOnly?: boolean; link?: string },
): Promise<AnswerLine[]> {
  if (roots.length === 0) return []
  const { rows } = await sql<AnswerLine>`
    select ${lastOnly ? sql`distinct on (coalesce(f.root, f.id))` : sql``} coalesce(f.root, f.id) as root, f.id as "followUp", a.id, a.said, a.note,
      a.note_lang as "noteLang", a.answered_on as "answeredOn", a.link is not null as "byLink",
      coalesce(l.party, m.name, '') as by,
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name, 'kind', k.kind, 'bytes', k.bytes) end as file
    from followup.answers a join followup.follow_ups f on f.tenant = a.tenant and f.id = a.follow_up
    left join links.links l on l.tenant = a.tenant and l.id = a.link
    left join identity.memberships m on m.tenant = a.tenant and m.id = a.member
    left join files.files k on k.tenant = a.tenant and k.id = a.file
    where coalesce(f.root, f.id) = any(${[...roots]}::uuid[]) ${link === undefined ? sql`` : sql`and a.link = ${link}::uuid`}
    order by ${lastOnly ? sql`coalesce(f.root, f.id), a.id desc` : sql`a.id desc`} limit 200`.execute(tx)
  return rows
}

/** The file of an answer, and the follow-up that it belongs to; undefined where there is none. */
export async function findAnswerFile(tx: Tx, id: string): Promise<{ file: string; followUp: string } | undefined> {
  const { rows } = await sql<{ file: string; followUp: string }>`
    select file, follow_up as "followUp" from followup.answers where id = ${id}::uuid and file is not null`.execute(tx)
  return rows[0]
}
