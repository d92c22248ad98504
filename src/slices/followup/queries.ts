import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { taskOn, type FollowUp } from './model.ts'
import { columns, present, type Row } from './rows.ts'

/** What the slices above say of the records that something follows from; handed in where routes are wired. */
export interface Subjects {
  /** Those of these records that stand: they are there, and neither voided nor called off. */
  listStanding(tx: Tx, ids: readonly string[]): Promise<string[]>
  /** Those of them that have one open task at most. */
  listSingle(tx: Tx, ids: readonly string[]): Promise<string[]>
  /** What something may follow from under these rows, the rows themselves among them. */
  listUnder(tx: Tx, ids: readonly string[]): Promise<string[]>
  /** Those of them whose matter is closed to everybody outside: no link shows what follows from them. */
  listClosed(tx: Tx, ids: readonly string[]): Promise<string[]>
}

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
  const { rows } = await sql<Row>`
    select ${columns} where f.subject = ${subject}::uuid and f.leads and f.ended_on is null limit 1`.execute(tx)
  return rows[0] && present(rows[0])
}

/** The leading follow-ups of these records as they stood on a day, one of each at most; those without have none. */
export async function listNextSteps(
  tx: Tx,
  { subjects, on }: { subjects: readonly string[]; on: DateText },
): Promise<FollowUp[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (f.subject) ${columns}
    where f.subject = any(${[...subjects]}::uuid[]) and f.leads and f.from_on <= ${on}
      and (f.ended_on is null or f.ended_on > ${on})
    order by f.subject, f.from_on desc, f.id desc limit ${subjects.length}`.execute(tx)
  return rows.map((row) => taskOn(present(row), on))
}

/** What a region has to do besides its next steps and open on a day, the longest due first, and how much that is. */
export async function listOpenTasks(
  tx: Tx,
  { on, limit }: { on: DateText; limit: number },
): Promise<{ rows: FollowUp[]; total: number }> {
  const isOpen = sql`not f.leads and f.what is not null and f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on})`
  const { rows } = await sql<Row>`
    select ${columns} where ${isOpen} order by f.due_on nulls last, f.id limit ${limit}`.execute(tx)
  const { rows: count } = await sql<{ n: number }>`
    select count(*)::int as n from followup.follow_ups f where ${isOpen}`.execute(tx)
  return { rows: rows.map((row) => taskOn(present(row), on)), total: count[0]?.n ?? 0 }
}

const askedMost = 300

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
export { findOpen, listCome, listDirections, listOwn, listReminding } from './turns.ts'

/** What partners asked for and is open on a day without a date that has come, the longest asked first (at most 300). */
export async function listAsked(
  tx: Tx,
  on: DateText,
): Promise<{ id: string; subject: string; what: string; fromOn: DateText }[]> {
  const { rows } = await sql<{ id: string; subject: string; what: string; fromOn: DateText }>`
    select f.id, f.subject, f.what, f.from_on as "fromOn" from followup.follow_ups f
    where f.origin = 'asked' and f.ended_on is null and f.from_on <= ${on} and coalesce(f.due_on, '9999') > ${on}
    order by f.from_on, f.id limit ${askedMost}`.execute(tx)
  return rows
}
