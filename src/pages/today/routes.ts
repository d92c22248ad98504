import { read, type Route } from '../../platform/call.ts'
import { readToday } from './contract.ts'
import { getToday } from './queries.ts'

export const routes: Route[] = [
  read(readToday, async ({ tx, who, on }, { all, later }) => {
    return await getToday(tx, { who, on, all: all === true, later: later === true })
  }),
]
