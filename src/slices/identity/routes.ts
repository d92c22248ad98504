import { open, read, write, type Route } from '../../platform/call.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Named } from '../../shared/names.ts'
import { may, permissions, type Permission } from '../../shared/permissions.ts'
import { getRegion, getUnit } from '../reference/queries.ts'
import { addMember, countInvitation, endMembership, endSessions, ensureAccount } from './commands.ts'
import { endEverySession, endMember, inviteMember, listMembers, readSession } from './contract.ts'
import { listMembers as findMembers } from './queries.ts'

export const routes: Route[] = [
  read(readSession, async ({ tx, who, on }) => {
    const { name, names, slug, code, demonstration } = await getRegion(tx)
    const held = (Object.keys(permissions) as Permission[]).filter((permission) => may(who.role, permission))
    return {
      name: who.name,
      role: who.role,
      language: who.language,
      region: { name, names: names as Named['names'] & object, slug, code },
      on,
      demonstration,
      permissions: held,
    }
  }),
  open(endEverySession, async ({ database, who }) => await endSessions(database.identity, who.account)),
  read(listMembers, async ({ tx }) => ({ rows: await findMembers(tx) })),
  write(inviteMember, async (call, { email, name, role, unit }) => {
    if (unit !== undefined) await getUnit(call.tx, unit)
    const account = await ensureAccount(call.database.identity, { email, name })
    await countInvitation(call.database.identity, account.id)
    const member = await addMember(call, { account: account.id, email, name, role, unit })
    await enqueue(call.tx as never, { task: 'identity.sendLink', payload: { account: account.id } })
    return member
  }),
  write(endMember, async (call, input) => await endMembership(call, input)),
]
