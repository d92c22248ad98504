import { read, readListed, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { exchangesFile } from './list-file.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  read(contract.listExchanges, async ({ tx, on }, input) => await finds.listExchanges(tx, { ...input, on })),
  readListed(contract.exportExchanges, async (call, input) => await exchangesFile(call, input)),
  read(contract.readExchange, async ({ tx, on, who }, { slug, per = on }) => {
    return await finds.getExchange(tx, { slug, on: per, who })
  }),
  write(contract.addExchange, async (call, input) => await does.addExchange(call, input)),
  write(contract.mendExchange, async (call, input) => await does.mendExchange(call, input)),
  write(contract.cancelExchange, async (call, input) => await does.cancelExchange(call, input)),
  write(contract.resumeExchange, async (call, input) => await does.resumeExchange(call, input)),
  write(contract.reportExchange, async (call, input) => await does.reportExchange(call, input)),
  write(contract.addApplied, async (call, input) => await does.addApplied(call, input)),
  write(contract.mendApplied, async (call, input) => await does.mendApplied(call, input)),
  write(contract.dropApplied, async (call, input) => await does.dropApplied(call, input)),
  write(contract.publishExchange, async (call, input) => await does.publishExchange(call, input)),
  write(contract.withdrawExchange, async (call, input) => await does.withdrawExchange(call, input)),
]
