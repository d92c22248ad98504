import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Named } from '../../shared/names.ts'
import type { FollowUp } from '../../slices/followup/model.ts'
import { listFollowUps } from '../../slices/followup/queries.ts'
import { getRegion } from '../../slices/reference/queries.ts'
import { listEnding, listRelations } from '../../slices/relations/queries.ts'

/** So many of each; a region that has more hands over in lists (Unduh). */
const most = { relations: 100, tasks: 200, ending: 100 }

interface OpenTask {
  what: string
  dueOn: string | undefined
  owner: string | undefined
  whose: string | undefined
}

/** What a region has open on a day, for whoever takes over. */
export async function getHandOverRecord(tx: Tx, { on }: { on: string }) {
  const region = await getRegion(tx)
  const { rows, total } = await listRelations(tx, { on, limit: most.relations })
  const steps = await listFollowUps(tx, rows.map(({ id }) => id)) // prettier-ignore
  const nextOf = (id: string): FollowUp | undefined =>
    steps.find(({ subject, leads, fromOn, endedOn }) => {
      return subject === id && leads && fromOn <= on && (endedOn === undefined || endedOn > on)
    })
  const { tasks, tasksTotal } = await listOpenTasks(tx, on)
  return {
    on,
    region: { name: region.name, names: region.names } as Named,
    relations: rows.map((row) => ({ ...row, next: nextOf(row.id) })),
    total,
    tasks,
    tasksTotal,
    ending: (await listEnding(tx, { on, limit: most.ending })).rows,
  }
}

export type HandOverRecord = Awaited<ReturnType<typeof getHandOverRecord>>

/** What is open besides the next steps, the longest due first, with the partner or meeting it follows from. */
async function listOpenTasks(tx: Tx, on: string): Promise<{ tasks: OpenTask[]; tasksTotal: number }> {
  const { rows } = await sql<{ [Key in keyof OpenTask]: OpenTask[Key] | null } & { what: string; total: number }>`
    select f.what, f.due_on as "dueOn", coalesce(u.name, f.owner) as owner, count(*) over ()::int as total,
      coalesce(p.name, r.label, a.about, b.about) as whose
    from followup.follow_ups f
      left join reference.units u on u.tenant = f.tenant and u.id = f.unit
      left join relations.relations r on r.tenant = f.tenant and r.id = f.subject
      left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
      left join agenda.activities a on a.tenant = f.tenant and a.id = f.subject
      left join agenda.topics t on t.tenant = f.tenant and t.id = f.subject
      left join agenda.activities b on b.tenant = t.tenant and b.id = t.activity
    where not f.leads and f.what is not null and f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on})
    order by f.due_on nulls last, f.id limit ${most.tasks}`.execute(tx)
  const tasks = rows.map(({ what, dueOn, owner, whose }) => ({
    what,
    dueOn: dueOn ?? undefined,
    owner: owner ?? undefined,
    whose: whose ?? undefined,
  }))
  return { tasks, tasksTotal: rows[0]?.total ?? 0 }
}
