import { read, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  read(contract.listUnits, async ({ tx }) => ({ rows: (await finds.listUnits(tx)) as never })),
  write(contract.addUnit, async (call, input) => await does.addUnit(call, input)),
  read(contract.listOfficials, async ({ tx }) => ({ rows: await finds.listOfficials(tx) })),
  write(contract.addOfficial, async (call, input) => await does.addOfficial(call, input)),
]
