import { read, readListed, type Route } from '../../platform/call.ts'
import * as contract from './contract.ts'
import * as files from './list-files.ts'
import { getPreparation } from './queries.ts'

export const routes: Route[] = [
  read(contract.readPreparation, async ({ tx, who, on }) => await getPreparation(tx, { on, account: who.account })),
  readListed(contract.exportHolidays, async (call, input) => await files.holidaysFile(call, input)),
  readListed(contract.exportUnits, async (call, input) => await files.unitsFile(call, input)),
  readListed(contract.exportOfficials, async (call, input) => await files.officialsFile(call, input)),
  readListed(contract.exportAffairs, async (call, input) => await files.affairsFile(call, input)),
  readListed(contract.exportMembers, async (call, input) => await files.membersFile(call, input)),
]
