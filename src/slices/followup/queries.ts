import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
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
