import { open, read, write, writeBeyond, type Call, type Route } from '../../platform/call.ts'
import { enqueue } from '../../platform/jobs.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import type { Named } from '../../shared/names.ts'
import { may, permissions, type Permission } from '../../shared/permissions.ts'
import { getRegion, getUnit } from '../reference/queries.ts'
import {
  addMember,
  countInvitation,
  endLinks,
  endMembership,
  endSessions,
  ensureAccount,
  makeLink,
  mendMember as mendMembership,
} from './commands.ts'
import {
  endEverySession,
  endMember,
  inviteMember,
  listColleagues,
  listMembers,
  makeMemberLink,
  mendMember,
  readSession,
} from './contract.ts'
import { linkMinutes } from './model.ts'
import {
  findMemberAccount,
  isNewHere,
  listColleagues as findColleagues,
  listMembers as findMembers,
} from './queries.ts'

/** Gives what somebody has open to a colleague or an agency, inside the act that ends her membership. */
export type HandOver = (
  call: Call,
  given: { member: string; to: { member?: string | undefined; unit?: string | undefined } },
) => Promise<{ n: number }>

/** `handOver` is what the slices above do when somebody leaves: this one knows nothing of what she had. */
export const routesWith = ({ handOver }: { handOver: HandOver }): Route[] => [
  read(readSession, async ({ tx, who, on, chosen }) => {
    const { name, names, slug, code, demonstration, preparing } = await getRegion(tx)
    const held = (Object.keys(permissions) as Permission[]).filter((permission) => may(who.role, permission))
    return {
      name: who.name,
      role: who.role,
      language: who.language,
      region: { name, names: names as Named['names'] & object, slug, code },
      on,
      dayChosen: chosen,
      demonstration,
      preparing: preparing && may(who.role, 'reference.administer'),
      permissions: held,
    }
  }),
  open(endEverySession, async ({ database, who }) => await endSessions(database.identity, who.account)),
  read(listMembers, async ({ tx, who, sendsMail }) => ({ rows: await findMembers(tx, who), sendsMail })),
  writeBeyond(inviteMember, async (call, { email, name, role, unit }) => {
    if (unit !== undefined) await getUnit(call.tx, unit)
    const account = await ensureAccount(call.database.identity, { email, name })
    await countInvitation(call.database.identity, account.id)
    const member = await addMember(call, { account: account.id, email, name, role, unit })
    await endLinks(call.database.identity, account.id)
    await enqueue(call.tx as never, { task: 'identity.sendLink', payload: { account: account.id } })
    return member
  }),
  write(mendMember, async (call, input) => {
    if (typeof input.unit === 'string') await getUnit(call.tx, input.unit)
    return await mendMembership(call, input)
  }),
  open(makeMemberLink, async ({ database, who, language }, { id }) => {
    const { tenant } = who
    const member = await database.inTenant({ tenant }, async (tx) => await findMemberAccount(tx, id))
    if (member === undefined) throw new Failure('not_found')
    const { account } = member
    await countInvitation(database.identity, account)
    if (await isNewHere(database.identity, { account, tenant })) {
      const { token } = await makeLink(database.identity, account)
      return { path: `/${language}/masuk/tautan/${token}`, minutes: linkMinutes }
    }
    await enqueue(database.identity as never, { task: 'identity.sendLink', payload: { account } })
    return { minutes: linkMinutes }
  }),
  read(listColleagues, async ({ tx, who }) => ({
    rows: (await findColleagues(tx)).map((row) => ({ ...row, mine: row.id === who.membership })),
  })),
  write(endMember, async (call, { id, member, unit }) => {
    if (member === id) throw fieldFailure('member', 'has_left')
    // Ended first: from here on nothing new is given to her.
    await endMembership(call, { id })
    const isHandedOver = member !== undefined || unit !== undefined
    const { n } = isHandedOver ? await handOver(call, { member: id, to: { member, unit } }) : { n: 0 }
    return { id, handedOver: n }
  }),
]
