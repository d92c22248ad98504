import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import type { FollowUp } from './model.ts'

type Row = { [Key in keyof FollowUp]: Exclude<FollowUp[Key], undefined> | null }

/** What followed from these records, the newest first (at most 200 in all). */
export async function listFollowUps(tx: Tx, subjects: readonly string[]): Promise<FollowUp[]> {
  const { rows } = await sql<Row>`
    select f.id, f.subject, f.leads, f.what, f.reason, f.owner, f.due_on as "dueOn", f.from_on as "fromOn",
      f.ended_on as "endedOn", f.outcome, f.rev,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit
    from followup.follow_ups f left join reference.units u on u.tenant = f.tenant and u.id = f.unit
    where f.subject = any(${[...subjects]}::uuid[])
    order by f.from_on desc, f.id desc limit 200`.execute(tx)
  return rows.map(present)
}

/** The leading follow-up of a record that has not ended, or undefined. */
export async function findNextStep(tx: Tx, subject: string): Promise<FollowUp | undefined> {
  return (await listFollowUps(tx, [subject])).find(({ leads, endedOn }) => leads && endedOn === undefined)
}

const countMost = 100

/** Next steps whose day has come on a day, the longest due first: the first of them, and how many (at most 100). */
export async function listDue(
  tx: Tx,
  { on, limit }: { on: DateText; limit: number },
): Promise<{ rows: { subject: string; what: string; dueOn: DateText }[]; total: number }> {
  const { rows } = await sql<{ subject: string; what: string; dueOn: DateText; total: number }>`
    with due as (select f.id, f.subject, f.what, f.due_on from followup.follow_ups f
      where f.leads and f.due_on <= ${on} and f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on})
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
  }
}
