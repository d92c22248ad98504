import { read, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  read(contract.listCorrections, async ({ tx }, input) => await finds.listCorrections(tx, input)),
  write(contract.answerCorrection, async (call, input) => await does.answerCorrection(call, { ...input, on: call.on })),
]
