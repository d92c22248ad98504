import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { Purpose } from './model.ts'

export interface NewLink {
  purpose: Purpose
  subject: string
  party: string
  language: Language
  /** SHA-256 of the token, hexadecimal. */
  hash: string
  /** For how many days it is good; without it until it is revoked. */
  days?: number | undefined
  /** An instant at which it ends, in place of days. */
  until?: string | undefined
  /** The account that hands it out. */
  by?: string | undefined
}

/** Keeps a link that somebody is handed. Whoever calls has checked the record and that the caller may share it. */
export async function makeLink({ tx }: { tx: Tx }, link: NewLink): Promise<{ id: string }> {
  const { purpose, subject, party, language, hash, days, until, by } = link
  const id = newId()
  const made = await tx
    .insertInto('links.links')
    .values({
      id,
      purpose,
      subject,
      party,
      language,
      token_hash: Buffer.from(hash, 'hex'),
      made_by: by ?? null,
      expires_at:
        until ?? (days === undefined ? null : sql`transaction_timestamp() + make_interval(days => ${days}::int)`),
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw fieldFailure('hash', 'taken')
  return made
}

/** Ends a link at once; it is told to its holder as taken back. */
export async function revokeLink(
  { tx, act }: { tx: Tx; act: Act },
  { id }: { id: string },
): Promise<{ id: string; rev: number }> {
  const link = await tx.selectFrom('links.links').select(['subject', 'rev']).where('id', '=', id).executeTakeFirst()
  if (link === undefined) throw new Failure('not_found')
  act.about(link.subject)
  const revoked = await tx
    .updateTable('links.links')
    .set((set) => ({ revoked_at: sql`transaction_timestamp()`, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  return { id, rev: revoked?.rev ?? link.rev }
}

/** Ends every open link of one purpose for these records: what they were for is over. */
export async function revokeLinksOf(
  tx: Tx,
  { subjects, purpose }: { subjects: readonly string[]; purpose: Purpose },
): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .updateTable('links.links')
    .set((set) => ({ revoked_at: sql`transaction_timestamp()`, rev: set('rev', '+', 1) }))
    .where(sql<boolean>`subject = any(${[...subjects]}::uuid[])`)
    .where('purpose', '=', purpose)
    .where('revoked_at', 'is', null)
    .execute()
}

/** The links of one purpose for a record end at another instant, those that had expired too; what was revoked stays so. */
export async function moveLinksOf(
  tx: Tx,
  { subject, purpose, until }: { subject: string; purpose: Purpose; until: string },
): Promise<void> {
  await tx
    .updateTable('links.links')
    .set((set) => ({ expires_at: until, rev: set('rev', '+', 1) }))
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('revoked_at', 'is', null)
    .where('expires_at', 'is distinct from', until)
    .execute()
}

/**
 * Counts an act by link, inside its transaction, and refuses one that expired or was revoked since it was looked up:
 * one atomic statement.
 */
export async function countUse(tx: Tx, { id }: { id: string }): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('links.links')
    .set((set) => ({ uses: set('uses', '+', 1), used_at: sql`transaction_timestamp()`, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`coalesce(expires_at > transaction_timestamp(), true)`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Failure('not_found')
}
