import { read, write, type Route } from '../../platform/call.ts'
import { findAccountById } from '../identity/queries.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { getChoice } from './queries.ts'

export const routes: Route[] = [
  read(contract.readChoice, async ({ tx, database, who, sendsMail }) => {
    const account = await findAccountById(database.identity, who.account)
    return { ...(await getChoice(tx, who.membership)), email: account?.email ?? '', sendsMail }
  }),
  write(contract.choose, async ({ who, ...call }, input) => {
    return await does.choose(call, { ...input, membership: who.membership })
  }),
  write(contract.putOff, async ({ who, ...call }, input) => {
    return await does.putOff(call, { ...input, membership: who.membership })
  }),
  write(contract.bringBack, async ({ who, ...call }, input) => {
    return await does.bringBack(call, { ...input, membership: who.membership })
  }),
]
