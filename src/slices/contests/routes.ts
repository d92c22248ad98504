import { read, readListed, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { entriesFile } from './list-file.ts'
import * as finds from './queries.ts'
import * as statements from './statements-contract.ts'

export const routes: Route[] = [
  read(contract.listContests, async ({ tx }, asked) => ({ rows: await finds.listContests(tx, asked) })),
  read(contract.readContest, async ({ tx, who }, { slug }) => await finds.getContest(tx, { slug, who })),
  write(contract.addContest, async (call, input) => await does.addContest(call, input)),
  write(contract.mendContest, async (call, input) => await does.mendContest(call, input)),
  write(contract.voidContest, async (call, input) => await does.voidContest(call, input)),
  write(contract.publishContest, async (call, input) => await does.publishContest(call, input)),
  write(contract.withdrawContest, async (call, input) => await does.withdrawContest(call, input)),
  write(contract.addCategory, async (call, input) => await does.addCategory(call, input)),
  write(contract.addSponsor, async (call, input) => await does.addSponsor(call, input)),
  write(statements.addStatement, async (call, input) => await does.addStatement(call, input)),
  write(statements.mendStatement, async (call, input) => await does.mendStatement(call, input)),
  write(contract.relateContest, async (call, input) => await does.relateContest(call, input)),
  write(contract.addLookBack, async (call, input) => await does.addLookBack(call, input)),
  write(contract.dropPart, async (call, input) => await does.dropPart(call, input)),
  read(contract.listEntries, async ({ tx, who }, asked) => await finds.listEntries(tx, { ...asked, who })),
  readListed(contract.exportEntries, async (call, input) => await entriesFile(call, input)),
  write(contract.addEntry, async ({ who, language, ...call }, input) =>
    does.addEntry({ ...call, who, account: who.account, language }, input),
  ),
  write(contract.checkEntry, async (call, input) => await does.checkEntry(call, input)),
  write(contract.withdrawEntry, async (call, input) => await does.withdrawEntry(call, input)),
  write(contract.addEntryPhoto, async (call, input) => await does.addEntryPhoto(call, input)),
]
