import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { taskOn, type FollowUp } from './model.ts'

type Row = { [Key in keyof FollowUp]: Exclude<FollowUp[Key], undefined> | null }

const columns = sql`f.id, f.subject, f.leads, f.what, f.reason, f.owner, f.due_on as "dueOn", f.from_on as "fromOn",
      f.ended_on as "endedOn", f.outcome, f.origin, f.note, f.rev,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit
    from followup.follow_ups f left join reference.units u on u.tenant = f.tenant and u.id = f.unit`

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

/** What partners asked for and is open on a day without a date that has come, the longest asked first (at most 100). */
export async function listAsked(tx: Tx, on: DateText): Promise<{ subject: string; what: string; fromOn: DateText }[]> {
  const { rows } = await sql<{ subject: string; what: string; fromOn: DateText }>`
    select f.subject, f.what, f.from_on as "fromOn" from followup.follow_ups f
    where f.origin = 'asked' and f.ended_on is null and f.from_on <= ${on} and coalesce(f.due_on, '9999') > ${on}
    order by f.from_on, f.id limit ${countMost}`.execute(tx)
  return rows
}

/** What is to be done and whose day has come on a day, the longest due first: the first of them, and how many (at most 100). */
export async function listDue(
  tx: Tx,
  { on, limit }: { on: DateText; limit: number },
): Promise<{ rows: { subject: string; what: string; dueOn: DateText }[]; total: number }> {
  const { rows } = await sql<{ subject: string; what: string; dueOn: DateText; total: number }>`
    with due as (select f.id, f.subject, f.what, f.due_on from followup.follow_ups f
      where f.due_on <= ${on} and f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on})
      order by f.due_on, f.id limit ${countMost})
    select subject, what, due_on as "dueOn", (select count(*)::int from due) as total
    from due order by due_on, id limit ${limit}`.execute(tx)
  return { rows: rows.map(({ subject, what, dueOn }) => ({ subject, what, dueOn })), total: rows[0]?.total ?? 0 }
}

function present(row: Row): FollowUp {
  return {
    ...(row as FollowUp),
    what: row.what ?? undefined,
    reason: row.reason ?? undefined,
    unit: row.unit ?? undefined,
    owner: row.owner ?? undefined,
    dueOn: row.dueOn ?? undefined,
    endedOn: row.endedOn ?? undefined,
    outcome: row.outcome ?? undefined,
    origin: row.origin ?? undefined,
    note: row.note ?? undefined,
  }
}
