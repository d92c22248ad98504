import { read, type Route } from '../../platform/call.ts'
import { readToday } from './contract.ts'
import { getToday } from './queries.ts'

export const routes: Route[] = [read(readToday, async ({ tx, on }) => await getToday(tx, on))]
