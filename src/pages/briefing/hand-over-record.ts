import type { Tx } from '../../platform/database.ts'
import type { Named } from '../../shared/names.ts'
import { listNextSteps, listOpenTasks } from '../../slices/followup/queries.ts'
import { getRegion } from '../../slices/reference/queries.ts'
import { listEnding, listRelations } from '../../slices/relations/queries.ts'
import { nameSubjects } from '../subjects/queries.ts'

/** So many of each; a region that has more hands over in lists (Unduh). */
const most = { relations: 100, tasks: 200, ending: 100 }

/** What a region has open on a day, for whoever takes over. */
export async function getHandOverRecord(tx: Tx, { on }: { on: string }) {
  const region = await getRegion(tx)
  const { rows, total } = await listRelations(tx, { on, limit: most.relations })
  const steps = await listNextSteps(tx, { subjects: rows.map(({ id }) => id), on })
  const tasks = await listOpenTasks(tx, { on, limit: most.tasks })
  const nameOf = await nameSubjects(tx, tasks.rows.map(({ subject }) => subject)) // prettier-ignore
  const ending = await listEnding(tx, { on, limit: most.ending })
  return {
    on,
    region: { name: region.name, names: region.names } as Named,
    relations: rows.map((row) => ({ ...row, next: steps.find(({ subject }) => subject === row.id) })),
    total,
    tasks: tasks.rows.map((task) => ({ ...task, whose: nameOf(task.subject) })),
    tasksTotal: tasks.total,
    ending: ending.rows,
    endingTotal: ending.total,
  }
}

export type HandOverRecord = Awaited<ReturnType<typeof getHandOverRecord>>
