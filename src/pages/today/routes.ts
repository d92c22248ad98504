import { read, readListed, type Route } from '../../platform/call.ts'
import { exportToday, readToday } from './contract.ts'
import { todayFile } from './list-file.ts'
import { getToday } from './queries.ts'

export const routes: Route[] = [
  read(readToday, async ({ tx, who, on }, { all, later }) => {
    return await getToday(tx, { who, on, all: all === true, later: later === true })
  }),
  readListed(exportToday, async (call) => await todayFile(call)),
]
