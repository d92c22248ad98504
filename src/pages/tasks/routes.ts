import { read, readListed, type Route } from '../../platform/call.ts'
import { exportTasks, listTasks, readTask } from './contract.ts'
import { tasksFile } from './list-file.ts'
import { findTask, findTasks } from './queries.ts'

export const routes: Route[] = [
  read(listTasks, async (call, input) => await findTasks(call, input)),
  readListed(exportTasks, async (call, input) => await tasksFile(call, input)),
  read(readTask, async (call, { id }) => await findTask(call, id)),
]
