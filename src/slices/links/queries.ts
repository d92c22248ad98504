import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { isToken, type LinkState, type OpenLink, type Purpose } from './model.ts'

/** SHA-256 of a token, hexadecimal: what is stored in its place. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** What a token opens, also when it does not any more; undefined for a token that nobody was given. Looking uses nothing. */
export async function findLink(
  portal: PortalDb,
  token: string,
): Promise<(OpenLink & { state: LinkState }) | undefined> {
  if (!isToken(token)) return undefined
  const { rows } = await sql<OpenLink & { state: LinkState; expiresAt: string | null }>`
    select tenant, id, purpose, subject, party, language, expires_at as "expiresAt", state
    from links.told(decode(${hashOfToken(token)}, 'hex'))`.execute(portal)
  return rows[0] && { ...rows[0], expiresAt: rows[0].expiresAt ?? undefined }
}

export interface HandedOut {
  id: string
  purpose: Purpose
  party: string
  language: Language
  state: LinkState
  madeAt: string
  madeBy: string | null
  expiresAt: string | null
  uses: number
  usedAt: string | null
  rev: number
}

/**
 * The links handed out for these records, the newest first, with who made each (at most 100: what is over gives way to
 * what still opens).
 */
export async function listLinks(tx: Tx, subjects: readonly string[]): Promise<(HandedOut & { subject: string })[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<HandedOut & { subject: string }>`
    select l.id, l.subject, l.purpose, l.party, l.language, l.expires_at as "expiresAt", l.uses, l.used_at as "usedAt", l.rev,
      case when l.revoked_at is not null then 'revoked' when l.expires_at <= transaction_timestamp() then 'expired' else 'open' end as state,
      l.made_at as "madeAt",
      (select m.name from identity.memberships m where m.tenant = l.tenant and m.account = l.made_by
       order by (m.ended_at is null) desc, m.id desc limit 1) as "madeBy"
    from links.links l
    where l.subject = any(${[...subjects]}::uuid[])
    order by (l.revoked_at is null and (l.expires_at is null or l.expires_at > transaction_timestamp())) desc, l.id desc
    limit 100`.execute(tx)
  return rows.toSorted((one, other) => (one.id < other.id ? 1 : -1))
}
