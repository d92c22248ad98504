import { sql } from 'kysely'
import type { Who } from '../../platform/call.ts'
import { fixed, type Database, type Entered, type IdentityDb, type Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import type { Role } from '../../shared/permissions.ts'
import { hashToken } from './tokens.ts'

// Asked with every request. Who counts as signed in is said once, in the database (0003_identity.sql).
const enter = fixed<Entered<never>>('select identity.enter($1) as who, null as answer')

/** Who stands behind a session's token: an open membership of an account that is not disabled. */
export async function findWho(database: Database, token: string): Promise<Who | undefined> {
  return whoOf((await database.entered(enter, [hashToken(token)]))?.who)
}

/** The person that identity.enter() found; undefined when it found nobody. */
export function whoOf(found: unknown): Who | undefined {
  if (found === null || found === undefined) return undefined
  const { session, account, tenant, membership, role, unit, name, language } = found as Omit<Who, 'unit'> & {
    unit: string | null
  }
  return { session, account, tenant, membership, role, unit: unit ?? undefined, name, language }
}

export interface Account {
  id: string
  email: string
  name: string
  language: Language
  passwordHash: string | undefined
  demonstration: boolean
}

/** An account by its stored address. */
export async function findAccount(identity: IdentityDb, email: string): Promise<Account | undefined> {
  const row = await identity
    .selectFrom('identity.accounts')
    .select(['id', 'email', 'name', 'language', 'password_hash', 'demonstration'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { password_hash, language, ...rest } = row
  return { ...rest, language: language as Language, passwordHash: password_hash ?? undefined }
}

/** An account by its id. */
export async function findAccountById(identity: IdentityDb, id: string): Promise<Account | undefined> {
  const row = await identity.selectFrom('identity.accounts').select('email').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : await findAccount(identity, row.email)
}

/**
 * The regions an account may work in, oldest membership first (at most 50). Regions of the demonstration count only
 * while there is a demonstration.
 */
export async function listOpenMemberships(identity: IdentityDb, account: string) {
  return await identity
    .selectFrom('identity.memberships as m')
    .innerJoin('reference.regions as r', 'r.tenant', 'm.tenant')
    .select(['m.tenant', 'm.id', 'm.role'])
    .where('m.account', '=', account)
    .where('m.ended_at', 'is', null)
    .where(sql<boolean>`(not r.demonstration or (select platform.is_demonstration()))`)
    .orderBy('m.id')
    .limit(50)
    .execute()
}

/** The people of the caller's region, with their roles (at most 500). */
export async function listMembers(tx: Tx, { account: own }: { account: string }) {
  const rows = await tx
    .selectFrom('identity.memberships')
    .select(['id', 'name', 'email', 'role', 'unit', 'ended_at as endedAt', 'rev', 'account'])
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map(({ account, ...row }) => ({ ...row, role: row.role as Role, mine: account === own }))
}

/** Who works in the caller's region now, by name and body alone (at most 500). */
export async function listColleagues(tx: Tx) {
  const rows = await tx
    .selectFrom('identity.memberships as m')
    .leftJoin('reference.units as u', (on) => on.onRef('u.tenant', '=', 'm.tenant').onRef('u.id', '=', 'm.unit'))
    .select(['m.id', 'm.name', 'm.role', 'u.id as unit', 'u.name as unitName'])
    .where('m.ended_at', 'is', null)
    .where('m.role', '!=', 'provinsi')
    .orderBy('m.name')
    .orderBy('m.id')
    .limit(500)
    .execute()
  return rows.map(({ unit, unitName, role, ...row }) => ({
    ...row,
    role: role as Role,
    ...(unit !== null && unitName !== null && { unit: { id: unit, name: unitName } }),
  }))
}

/** People of the caller's region by their membership, with whether it has ended (at most 200). */
export async function listMembersById(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('identity.memberships')
    .select(['id', 'name', 'unit', 'ended_at'])
    .where(sql<boolean>`id = any(${ids.slice(0, 200)}::uuid[])`)
    .execute()
  return rows.map(({ id, name, unit, ended_at }) => ({ id, name, unit: unit ?? undefined, left: ended_at !== null }))
}

/** The account behind an open membership of the caller's region. */
export async function findMemberAccount(tx: Tx, id: string): Promise<{ account: string } | undefined> {
  return await tx
    .selectFrom('identity.memberships')
    .select('account')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/**
 * Whether an account has never had a password and works in this region alone. Only then may its administrator see a
 * link: whoever holds one may choose the password, and with it go wherever the account may go.
 */
export async function isNewHere(
  identity: IdentityDb,
  { account, tenant }: { account: string; tenant: string },
): Promise<boolean> {
  const found = await identity
    .selectFrom('identity.accounts as a')
    .select('a.id')
    .where('a.id', '=', account)
    .where('a.password_hash', 'is', null)
    .where('a.disabled_at', 'is', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('identity.memberships as m')
            .select('m.id')
            .whereRef('m.account', '=', 'a.id')
            .where('m.tenant', '!=', tenant),
        ),
      ),
    )
    .executeTakeFirst()
  return found !== undefined
}
