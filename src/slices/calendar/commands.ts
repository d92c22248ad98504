import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { CallBeyond } from '../../platform/call.ts'
import type { IdentityDb, Tx } from '../../platform/database.ts'
import { enqueue } from '../../platform/jobs.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { makeLink, revokeLink } from '../links/commands.ts'
import { getRelation } from '../relations/queries.ts'
import { invitedMost, readAddresses, whyNotInvited, type Scope } from './model.ts'
import { findMeeting } from './queries.ts'

export { refuseTold } from './sending.ts'

type Acting = { tx: Tx; act: Act }

export interface NewFeed {
  scope: Scope
  relation?: string | undefined
  organisations: boolean
  hash: string
  party: string
  language: Language
  /** Who makes it; the feed shows what this account may read. */
  account: string
  on: string
}

/** Makes a secret calendar address. It has no end but its revocation. */
export async function makeFeed({ tx, act }: Acting, feed: NewFeed): Promise<{ id: string }> {
  const { scope, relation, organisations, hash, party, language, account, on } = feed
  if (relation !== undefined) await getRelation(tx, { id: relation, on })
  const id = newId()
  const link = await makeLink({ tx }, { purpose: 'calendar', subject: id, party, language, hash, by: account })
  await tx
    .insertInto('calendar.feeds')
    .values({ id, link: link.id, scope, relation: relation ?? null, account, organisations })
    .execute()
  act.about(relation ?? id)
  return { id }
}

/** Ends an address at once; whoever may make one may end any of the region. */
export async function revokeFeed({ tx, act }: Acting, id: string): Promise<{ id: string }> {
  const feed = await tx
    .selectFrom('calendar.feeds')
    .select(['link', 'relation'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (feed === undefined) throw new Failure('not_found')
  await revokeLink({ tx, act }, { id: feed.link })
  act.about(feed.relation ?? id)
  return { id }
}

export interface Inviting {
  activity: string
  members: readonly string[]
  addresses: string
  language: Language
}

/**
 * Invites by mail and puts the mails into the queue. Refused: a meeting without a day, past or called off (`not_yet`);
 * a line that is no address (`addresses.3`); more than 200. Who was invited before is not asked twice.
 */
export async function invite(
  { tx, act, on, who, database }: Pick<CallBeyond, 'tx' | 'act' | 'on' | 'who' | 'database'>,
  { activity, members, addresses, language }: Inviting,
): Promise<{ invited: number; already: number }> {
  // Held until the end: of two who invite at once, the second counts what the first invited.
  await sql`select from agenda.activities where id = ${activity}::uuid for update`.execute(tx)
  const meeting = await findMeeting(tx, activity)
  if (meeting === undefined) throw new Failure('not_found')
  const whyNot = whyNotInvited({ ...meeting, voided: meeting.cancelled }, on)
  if (whyNot !== undefined) throw new Failure('not_yet', { missing: [{ meeting: whyNot }] })
  const typed = readAddresses(addresses)
  if (typed.wrong[0] !== undefined) {
    throw new Failure('invalid', {
      fields: typed.wrong.slice(0, 20).map((line) => ({ path: `addresses.${line}`, fault: 'not_an_email' as const })),
    })
  }
  const people = await findPeople({ tx, identity: database.identity }, members)
  const wanted = [...people, ...typed.found.map(({ address, name }) => ({ address, name, language }))]
  const added = []
  for (const { address, name, language: own } of wanted) {
    const row = await tx
      .insertInto('calendar.invitations')
      .values({ id: newId(), activity, address, name: name ?? null, language: own, made_by: who.account })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant', 'activity', 'address'])
          .doUpdateSet((set) => ({ withdrawn: false, rev: set('calendar.invitations.rev', '+', 1) }))
          .where('calendar.invitations.withdrawn', '=', true),
      )
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) continue
    added.push(row.id)
    // Invited anew after a withdrawal: what was sent before does not count any more.
    await tx.deleteFrom('calendar.deliveries').where('invitation', '=', row.id).execute()
  }
  const { n } = await tx
    .selectFrom('calendar.invitations')
    .select((count) => count.fn.countAll<string>().as('n'))
    .where('activity', '=', activity)
    .executeTakeFirstOrThrow()
  if (Number(n) > invitedMost) throw fieldFailure('addresses', 'too_long')
  if (added.length > 0) await askToSend(tx, { tenant: who.tenant, activity })
  act.about(activity)
  return { invited: added.length, already: wanted.length - added.length }
}

/** People of the region by membership, with the address stored there and the language of their account. */
async function findPeople({ tx, identity }: { tx: Tx; identity: IdentityDb }, members: readonly string[]) {
  if (members.length === 0) return []
  const rows = await tx
    .selectFrom('identity.memberships')
    .select(['id', 'account', 'name', 'email as address'])
    .where(sql<boolean>`id = any(${[...members]}::uuid[])`)
    .where('ended_at', 'is', null)
    .limit(invitedMost)
    .execute()
  if (rows.length < new Set(members).size) throw fieldFailure('members', 'not_listed')
  const accounts = await identity
    .selectFrom('identity.accounts')
    .select(['id', 'language'])
    .where(sql<boolean>`id = any(${rows.map(({ account }) => account)}::uuid[])`)
    .execute()
  return rows.map(({ account, name, address }) => {
    const language = (accounts.find(({ id }) => id === account)?.language ?? 'id') as Language
    return { address, name, language }
  })
}

/** Tells somebody who was invited that they need not come. */
export async function withdrawInvitation(
  { tx, act, who }: Pick<CallBeyond, 'tx' | 'act' | 'who'>,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const row = await tx
    .selectFrom('calendar.invitations')
    .select(['activity', 'withdrawn', 'rev'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  act.about(row.activity)
  if (row.withdrawn) return { id, rev: row.rev }
  if (row.rev !== rev) throw new Failure('stale')
  await tx
    .updateTable('calendar.invitations')
    .set({ withdrawn: true, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  await askToSend(tx, { tenant: who.tenant, activity: row.activity })
  return { id, rev: rev + 1 }
}

/** The same job as the trigger on activities asks for: one waits at a time for each meeting. */
async function askToSend(tx: Tx, { tenant, activity }: { tenant: string; activity: string }): Promise<void> {
  await enqueue(tx as never, {
    task: 'calendar.send',
    payload: { tenant, activity },
    key: `calendar.send ${activity}`,
  })
}
