import { open, type Route } from '../../platform/call.ts'
import { getRegion } from '../reference/queries.ts'
import { listRegister } from './contract.ts'
import { listRegister as findRegister } from './queries.ts'

export const routes: Route[] = [
  open(listRegister, async ({ database, who }, input) => {
    const { province } = await database.inTenant({ tenant: who.tenant }, getRegion)
    return (await database.inProvince(province, (tx) => findRegister(tx, input))) as never
  }),
]
