import { read, type Route } from '../../platform/call.ts'
import { listTasks, readTask } from './contract.ts'
import { findTask, findTasks } from './queries.ts'

export const routes: Route[] = [
  read(listTasks, async (call, input) => await findTasks(call, input)),
  read(readTask, async (call, { id }) => await findTask(call, id)),
]
