import { sql } from 'kysely'
import type postgres from 'postgres'
import type { Act } from '../../platform/act.ts'
import type { IdentityDb, Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { Role } from '../../shared/permissions.ts'
import { limits, linkMinutes, passwordFault, sessionHours, type Limit } from './model.ts'
import { fitsPassword, hashPassword } from './passwords.ts'
import { findAccount, listOpenMemberships } from './queries.ts'
import { hashToken, newToken } from './tokens.ts'

/** Counts one try and refuses when the bucket is full. One atomic statement. */
async function countTry(identity: IdentityDb, bucket: string, { tries, seconds }: Limit): Promise<void> {
  const { rows } = await sql<{ allowed: boolean }>`
    select identity.count_try(${bucket}, ${tries}::int, ${seconds}::int) as allowed`.execute(identity)
  if (rows[0]?.allowed !== true) throw new Failure('too_many', { seconds })
}

/** Signs in with address and password. Answers the session's token; the same refusal whatever was wrong. */
export async function signIn(
  identity: IdentityDb,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<{ token: string }> {
  await countTry(identity, `sign-in address ${address}`, limits.signInPerAddress)
  const account = await findAccount(identity, email)
  const name = account?.id ?? hashToken(email).toString('hex')
  await countTry(identity, `sign-in account ${name} ${address}`, limits.signInPerAccountAndAddress)
  await countTry(identity, `sign-in account ${name}`, limits.signInPerAccount)
  const fits = await fitsPassword(account?.passwordHash, password)
  if (!fits || account === undefined) throw fieldFailure('password', 'wrong')
  return await openSession(identity, account.id)
}

/** Signs in as a role account of the demonstration; the caller has made sure that there is one. */
export async function signInByRole(
  identity: IdentityDb,
  { email, address }: { email: string; address: string },
): Promise<{ token: string }> {
  await countTry(identity, `role address ${address}`, limits.rolePerAddress)
  const account = await findAccount(identity, email)
  if (account === undefined || !account.demonstration) throw new Failure('not_found')
  return await openSession(identity, account.id)
}

/** Opens a session in the account's first region. The token is new at every sign-in and stored as its hash only. */
export async function openSession(identity: IdentityDb, account: string): Promise<{ token: string }> {
  const membership = (await listOpenMemberships(identity, account))[0]
  if (membership === undefined) throw new Failure('forbidden')
  const { token, hash } = newToken(32)
  await identity
    .insertInto('identity.sessions')
    .values({
      token_hash: hash,
      id: newId(),
      account,
      tenant: membership.tenant,
      membership: membership.id,
      expires_at: sql`clock_timestamp() + make_interval(hours => ${sessionHours}::int)`,
    })
    .execute()
  await identity
    .deleteFrom('identity.sessions')
    .where('expires_at', '<', sql<string>`clock_timestamp()`)
    .execute()
  return { token }
}

/** Ends one session; asking twice is the same as asking once. */
export async function endSession(identity: IdentityDb, token: string): Promise<void> {
  await identity.deleteFrom('identity.sessions').where('token_hash', '=', hashToken(token)).execute()
}

/** Ends every session of an account, on all devices, at once. */
export async function endSessions(identity: IdentityDb, account: string): Promise<{ ended: number }> {
  const { numDeletedRows } = await identity
    .deleteFrom('identity.sessions')
    .where('account', '=', account)
    .executeTakeFirst()
  return { ended: Number(numDeletedRows) }
}

/** Counts a request for a one-time link. Whether the account exists is decided later, in the job that sends the mail. */
export async function askForLink(
  identity: IdentityDb,
  { email, address }: { email: string; address: string },
): Promise<{ account: string | undefined }> {
  await countTry(identity, `link address ${address}`, limits.linkPerAddress)
  const account = await findAccount(identity, email)
  await countTry(identity, `link account ${account?.id ?? hashToken(email).toString('hex')}`, limits.linkPerAccount)
  return { account: account?.id }
}

/** Makes a one-time link for choosing a password; only its hash is stored. */
export async function makeLink(identity: IdentityDb, account: string): Promise<{ token: string }> {
  const { token, hash } = newToken(16)
  const expires_at = sql<string>`clock_timestamp() + make_interval(mins => ${linkMinutes}::int)`
  await identity
    .insertInto('identity.links')
    .values({ token_hash: hash, purpose: 'password', account, expires_at })
    .execute()
  await identity
    .deleteFrom('identity.links')
    .where('expires_at', '<', sql<string>`clock_timestamp()`)
    .execute()
  return { token }
}

/** Ends the links of an account that nobody used: whoever was handed one must not enter another region with it. */
export async function endLinks(identity: IdentityDb, account: string): Promise<void> {
  await identity.deleteFrom('identity.links').where('account', '=', account).where('used_at', 'is', null).execute()
}

/** Whether a link can still be used; looking does not use it. */
export async function findLink(identity: IdentityDb, token: string) {
  return await identity
    .selectFrom('identity.links as l')
    .innerJoin('identity.accounts as a', 'a.id', 'l.account')
    .select(['a.id', 'a.email', 'a.name'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', sql<string>`clock_timestamp()`)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Counts an invitation like a request for a link: nobody's mailbox is filled by inviting and ending in a loop. */
export async function countInvitation(identity: IdentityDb, account: string): Promise<void> {
  await countTry(identity, `link account ${account}`, limits.linkPerAccount)
}

/** Counts a word from a reader who is not signed in. */
export async function countCorrection(identity: IdentityDb, address: string): Promise<void> {
  await countTry(identity, `correction address ${address}`, limits.correctionPerAddress)
}

/** Counts an act of somebody who holds a link and has no account. */
export async function countLinkAct(identity: IdentityDb, address: string): Promise<void> {
  await countTry(identity, `link act ${address}`, limits.linkPerNetwork)
}

/** Counts an entry to a contest, or a photograph of one, by somebody who is not signed in. */
export async function countEntry(identity: IdentityDb, address: string): Promise<void> {
  await countTry(identity, `entry address ${address}`, limits.entryPerNetwork)
}

/** Uses a link once to set a password; every open session and every other link of the account ends. */
export async function choosePassword(
  identity: IdentityDb,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const person = await findLink(identity, token)
  if (person === undefined) throw new Failure('not_found')
  const fault = passwordFault(password, person)
  if (fault !== undefined) throw fieldFailure('password', fault)
  const password_hash = await hashPassword(password)
  await identity.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('identity.links')
      .set({ used_at: sql`clock_timestamp()` })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows !== 1n) throw new Failure('not_found')
    await tx.updateTable('identity.accounts').set({ password_hash }).where('id', '=', person.id).execute()
    await tx.deleteFrom('identity.sessions').where('account', '=', person.id).execute()
    await tx.deleteFrom('identity.links').where('account', '=', person.id).where('used_at', 'is', null).execute()
  })
}

/** Removes what has expired: sessions, links and counters. Expired ones were refused all along. */
export async function sweepExpired(identity: IdentityDb): Promise<void> {
  const past = sql<string>`clock_timestamp()`
  await identity.deleteFrom('identity.sessions').where('expires_at', '<', past).execute()
  await identity.deleteFrom('identity.links').where('expires_at', '<', past).execute()
  await identity.deleteFrom('identity.attempts').where('opens_at', '<', past).execute()
}

export interface NewAccount {
  email: string
  name: string
  language?: Language
  demonstration?: boolean
}

/** The account with this address, made if there is none. An existing account is never changed by an invitation. */
export async function ensureAccount(identity: IdentityDb, account: NewAccount): Promise<{ id: string }> {
  const { email, name, language = 'id', demonstration = false } = account
  const made = await identity
    .insertInto('identity.accounts')
    .values({ id: newId(), email, name, language, demonstration })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return made
  return await identity
    .selectFrom('identity.accounts')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
}

export interface NewMember {
  account: string
  role: Role
  name: string
  email: string
  unit?: string | undefined
}

/** Gives an account a role in the caller's region. */
export async function addMember({ tx, act }: { tx: Tx; act: Act }, member: NewMember): Promise<{ id: string }> {
  const { account, role, name, email, unit } = member
  const id = newId()
  const added = await tx
    .insertInto('identity.memberships')
    .values({ id, account, role, name, email, unit: unit ?? null })
    .onConflict((conflict) => conflict.columns(['tenant', 'account']).where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw fieldFailure('email', 'taken')
  act.about(id)
  return { id }
}

export interface MemberMend {
  id: string
  rev: number
  role?: Role | undefined
  unit?: string | null | undefined
}

/** Changes somebody's role or body, from the next request on. The last administrator of a region stays one. */
export async function mendMember({ tx, act }: { tx: Tx; act: Act }, mend: MemberMend) {
  const { id, rev, role, unit } = mend
  if (role !== undefined && role !== 'admin_daerah') await keepAdministrator(tx, id)
  const mended = await tx
    .updateTable('identity.memberships')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(role !== undefined && { role }),
      ...(unit !== undefined && { unit }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('ended_at', 'is', null)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) {
    const there = await tx.selectFrom('identity.memberships').select('id').where('id', '=', id).executeTakeFirst()
    throw new Failure(there === undefined ? 'not_found' : 'stale')
  }
  act.about(id)
  return mended
}

/** Refuses to take away the only administrator: nobody in the region could undo that. Of two at once one waits here. */
async function keepAdministrator(tx: Tx, id: string): Promise<void> {
  const administrators = await tx
    .selectFrom('identity.memberships')
    .select('id')
    .where('role', '=', 'admin_daerah')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (administrators.some((one) => one.id === id) && administrators.length === 1) {
    throw new Failure('not_yet', { missing: [{ role: 'admin_daerah' }] })
  }
}

/**
 * Ends a membership: the person's sessions in this region are refused from the next request on. The last administrator
 * of a region stays.
 */
export async function endMembership(
  { tx, act }: { tx: Tx; act: Act },
  { id }: { id: string },
): Promise<{ id: string }> {
  await keepAdministrator(tx, id)
  const ended = await tx
    .updateTable('identity.memberships')
    .set((set) => ({ ended_at: sql`clock_timestamp()`, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (ended === undefined) {
    const there = await tx.selectFrom('identity.memberships').select('id').where('id', '=', id).executeTakeFirst()
    if (there === undefined) throw new Failure('not_found')
  }
  act.about(id)
  return { id }
}

/**
 * Removes accounts whose memberships are gone, with their sessions, links and counters, in a transaction of the
 * database's owner. Answers how many there were.
 */
export async function forgetAccounts(tx: postgres.TransactionSql, accounts: readonly string[]): Promise<number> {
  await tx`
    delete from identity.attempts
    where exists (select from unnest(${[...accounts]}::text[]) gone where position(gone in bucket) > 0)`
  return (await tx`delete from identity.accounts where id = any(${[...accounts]}::uuid[])`).count
}
