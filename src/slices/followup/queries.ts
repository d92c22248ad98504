import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { taskOn, type FollowUp } from './model.ts'
import { columns, present, type Row } from './rows.ts'

/** What followed from these records, the newest first (at most 200 in all). */
export async function listFollowUps(tx: Tx, subjects: readonly string[]): Promise<FollowUp[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    where f.subject = any(${[...subjects]}::uuid[])
    order by f.from_on desc, f.id desc limit 200`.execute(tx)
  return rows.map(present)
}

/** The leading follow-up of a record that has not ended, or undefined. */
export async function findNextStep(tx: Tx, subject: string): Promise<FollowUp | undefined> {
  return (await listFollowUps(tx, [subject])).find(({ leads, endedOn }) => leads && endedOn === undefined)
}

const countMost = 100

/**
 * What is to be done besides the next step of these records, as it stood on a day: what is open first, then what ended,
 * the newest first (at most 200 in all). A task that was handed over or moved stands once, as it was on that day.
 */
export async function listTasks(
  tx: Tx,
  { subjects, on }: { subjects: readonly string[]; on: DateText },
): Promise<FollowUp[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns}
    where f.subject = any(${[...subjects]}::uuid[]) and not f.leads and f.from_on <= ${on}
      and (f.ended_on is null or f.ended_on > ${on} or f.outcome <> 'replaced')
    order by (f.ended_on is null or f.ended_on > ${on}) desc, f.from_on desc, f.id desc limit 200`.execute(tx)
  return rows.map((row) => taskOn(present(row), on))
}

/** A follow-up that is no next step, by its id; undefined where there is none. */
export async function findTask(tx: Tx, id: string): Promise<FollowUp | undefined> {
  const { rows } = await sql<Row>`select ${columns} where f.id = ${id}::uuid and not f.leads`.execute(tx)
  return rows[0] && present(rows[0])
}

/** A follow-up by its id, a next step as well; undefined where there is none. */
export async function findFollowUp(tx: Tx, id: string): Promise<FollowUp | undefined> {
  const { rows } = await sql<Row>`select ${columns} where f.id = ${id}::uuid`.execute(tx)
  return rows[0] && present(rows[0])
}

/** The row in which a follow-up stands now, by any of its rows; undefined where there is none. */
export async function findCurrent(tx: Tx, id: string): Promise<FollowUp | undefined> {
  const { rows } = await sql<Row>`
    with seen as (select coalesce(root, id) as root from followup.follow_ups where id = ${id}::uuid)
    select ${columns} join seen on f.id = seen.root or f.root = seen.root
    order by (f.ended_on is null) desc, f.id desc limit 1`.execute(tx)
  return rows[0] && present(rows[0])
}

/**
 * What is to be done and open on a day under these records, next steps as well, the longest due first (at most 200 in
 * all). A meeting that carries on another asks with the subjects of both.
 */
export async function listOpenOf(
  tx: Tx,
  { subjects, on }: { subjects: readonly string[]; on: DateText },
): Promise<FollowUp[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns}
    where f.subject = any(${[...subjects]}::uuid[]) and f.what is not null and f.from_on <= ${on}
      and (f.ended_on is null or f.ended_on > ${on})
    order by f.due_on nulls last, f.id limit 200`.execute(tx)
  return rows.map((row) => taskOn(present(row), on))
}

/** How many open follow-ups a person of the region has (at most 500). */
export async function countOpenOf(tx: Tx, member: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from followup.follow_ups
      where member = ${member}::uuid and ended_on is null limit 500) f`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Whether an account kept a file itself. */
export async function isKeptBy(tx: Tx, { file, account }: { file: string; account: string }): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
      where c.row_id = ${file}::uuid and c.op = 'insert' and a.account = ${account}::uuid) as kept`.execute(tx)
  return rows[0]?.kept === true
}

export { findAnswerFile, listAnswers, listOfRegion } from './listing.ts'
export { findOpen, listCome, listDirections, listOwn } from './turns.ts'

/** What partners asked for and is open on a day without a date that has come, the longest asked first (at most 100). */
export async function listAsked(
  tx: Tx,
  on: DateText,
): Promise<{ id: string; subject: string; what: string; fromOn: DateText }[]> {
  const { rows } = await sql<{ id: string; subject: string; what: string; fromOn: DateText }>`
    select f.id, f.subject, f.what, f.from_on as "fromOn" from followup.follow_ups f
    where f.origin = 'asked' and f.ended_on is null and f.from_on <= ${on} and coalesce(f.due_on, '9999') > ${on}
    order by f.from_on, f.id limit ${countMost}`.execute(tx)
  return rows
}
