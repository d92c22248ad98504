import { read, type Route } from '../../platform/call.ts'
import { Failure } from '../../shared/failure.ts'
import { listNames } from '../../slices/relations/queries.ts'
import { listProgrammesOf, readProgrammes } from './contract.ts'
import { listProgrammes, tellParts } from './queries.ts'

export const routes: Route[] = [
  read(readProgrammes, async ({ tx, on }) => ({ parts: await tellParts(tx, { on }) })),
  read(listProgrammesOf, async ({ tx, on }, { relation, per = on }) => {
    if ((await listNames(tx, [relation])).length === 0) throw new Failure('not_found')
    return { rows: await listProgrammes(tx, { on: per, relations: [relation] }) }
  }),
]
