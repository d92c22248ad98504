import { read, readAtOnce, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  readAtOnce(contract.readRelation, {
    statement: finds.relationEntered,
    parameters: ({ id }) => [id],
    answer: (found, { on }) => finds.presentOne(found, on),
  }),
  read(contract.listRelations, async ({ tx, on }, input) => (await finds.listRelations(tx, { ...input, on })) as never),
  read(contract.listFields, async ({ tx, on }, { id }) => {
    await finds.getRelation(tx, { id, on })
    return {
      rows: (await finds.listFields(tx, { relation: id, on })).map(({ sector, name, ...field }) => ({
        ...field,
        sector: sector ?? null,
        name: name ?? null,
      })),
    }
  }),
  write(contract.mendRelation, async (call, input) => await does.mendRelation(call, input)),
  write(contract.addField, async (call, input) => await does.addField(call, { ...input, occurredOn: call.on })),
  write(contract.mendField, async (call, input) => await does.mendField(call, { ...input, on: call.on })),
  write(contract.dropField, async (call, input) => await does.dropField(call, input)),
]
