import type { World } from './world.ts'

type Job = (payload: Record<string, unknown>) => Promise<unknown>

/** Runs what is queued of the notices, as the worker would, in its order; what fails stays in the queue. */
export async function workNotices(world: World, tasks: Readonly<Record<string, Job>>): Promise<void> {
  const jobs = await world.owner<{ id: string; task: string; payload: Record<string, unknown> }[]>`
    select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'notices.%' order by j.id`
  for (const { id, task, payload } of jobs) {
    const isDone = await tasks[task]?.(payload).then(
      () => true,
      () => false,
    )
    if (isDone === true) await world.owner`delete from graphile_worker._private_jobs where id = ${id}`
  }
}
