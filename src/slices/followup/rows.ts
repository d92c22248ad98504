import { sql } from 'kysely'
import type { FollowUp } from './model.ts'

export type Row = { [Key in keyof FollowUp]: Exclude<FollowUp[Key], undefined> | null }

/** What is read of a follow-up, `f` the row itself. */
export const columns = sql`f.id, coalesce(f.root, f.id) as root, f.subject, f.leads, f.what, f.reason, f.owner, f.due_on as "dueOn",
      f.from_on as "fromOn", f.ended_on as "endedOn", f.outcome, f.origin, f.note, f.state, f.rev,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
      case when m.id is not null then json_build_object('id', m.id, 'name', m.name, 'left', m.ended_at is not null) end as member
    from followup.follow_ups f left join reference.units u on u.tenant = f.tenant and u.id = f.unit
    left join identity.memberships m on m.tenant = f.tenant and m.id = f.member`

/** A row as the product knows it: absent instead of null. */
export function present(row: Row): FollowUp {
  return {
    ...(row as FollowUp),
    what: row.what ?? undefined,
    reason: row.reason ?? undefined,
    unit: row.unit ?? undefined,
    member: row.member ?? undefined,
    owner: row.owner ?? undefined,
    state: row.state ?? undefined,
    dueOn: row.dueOn ?? undefined,
    endedOn: row.endedOn ?? undefined,
    outcome: row.outcome ?? undefined,
    origin: row.origin ?? undefined,
    note: row.note ?? undefined,
  }
}
