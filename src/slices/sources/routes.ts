import { read, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { judge } from './judging.ts'
import { pasteText } from './pasting.ts'
import { readSource } from './reading.ts'
import { listSources } from './queries.ts'
import { getSheet, listDifferences } from './sheets.ts'

export const routes: Route[] = [
  read(contract.listSources, async ({ tx }, input) => await listSources(tx, input)),
  write(contract.addSource, async (call, input) => await does.fileSource(call, input)),
  read(contract.readSheet, async ({ tx }, input) => (await getSheet(tx, input)) as never),
  read(
    contract.listDifferences,
    async ({ tx }, { subject }) => ({ rows: await listDifferences(tx, subject) }) as never,
  ),
  write(
    contract.addProvenance,
    async (call, input) => await does.sayWhere(call, { ...input, language: call.language }),
  ),
  write(contract.dropProvenance, async (call, input) => await does.dropProvenance(call, input)),
  write(contract.judge, async (call, input) => await judge(call, { ...input, on: call.on })),
  // After the addresses with a word in this place.
  read(contract.readSource, async ({ tx }, { id }) => (await readSource(tx, id)) as never),
  write(contract.mendSource, async (call, input) => await does.mendSource(call, input)),
  write(contract.pasteText, async (call, input) => await pasteText(call, input)),
]
