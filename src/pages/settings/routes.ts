import { read, type Route } from '../../platform/call.ts'
import { readPreparation } from './contract.ts'
import { getPreparation } from './queries.ts'

export const routes: Route[] = [
  read(readPreparation, async ({ tx, who, on }) => await getPreparation(tx, { on, account: who.account })),
]
