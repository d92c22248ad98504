import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../shared/permissions.ts'
import { Failure } from '../shared/failure.ts'
import { newId } from '../shared/ids.ts'
import { fixed, type Database, type Tx } from './database.ts'

/** The act of the running transaction; every fact row written in it is stored under its id. */
export interface Act {
  id: string
  /** Names the record the act is about, for its history. The last word counts. */
  about(subject: string): void
  /** Names the act that this one takes back. */
  undoes(act: string): void
}

export interface ActHeader {
  id: string
  /** A link without account is an actor of its own: `account` is then its id. */
  kind: 'person' | 'system' | 'link'
  verb: string
  account?: string | undefined
  role?: Role | undefined
  /** SHA-256 of what was asked; the same id with another body is refused. */
  bodyHash: string
}

/** What the ledger already knows under an act's id. */
interface KnownAct {
  bodyHash: string
  account: string | undefined
  verb: string
  answer: unknown
}

export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
}

interface StoredAct {
  body_hash: string
  account: string | null
  verb: string
  answer: unknown
}

const known = (row: StoredAct): KnownAct => ({
  bodyHash: row.body_hash,
  account: row.account ?? undefined,
  verb: row.verb,
  answer: row.answer,
})

// Both are part of every write.
const open = fixed('select ledger.open_act($1)')
const close = fixed(`insert into ledger.acts (tenant, id, kind, verb, account, role, body_hash, subject, undoes, answer)
  values (nullif(current_setting('app.tenant', true), '')::uuid, $1, $2, $3, $4, $5, $6, $7, $8, $9)`)

/** Opens the act of this transaction. Refused by the database when its id is known (isKnownAct). */
export async function openAct(tx: Tx, id: string): Promise<void> {
  await open(tx, [id])
}

/** Whether the database refused because the act has happened already. Nothing was done. */
export function isKnownAct(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === 'JB003'
}

/** What the work says of its act, to be written with it. */
export interface ActNote {
  subject?: string
  undoes?: string
}

/** The act as its work is handed it. What is said of it comes to stand in the note. */
export function actOf(id: string): { act: Act; note: ActNote } {
  const note: ActNote = {}
  const about = (subject: string) => void (note.subject = subject)
  const undoes = (act: string) => void (note.undoes = act)
  return { act: { id, about, undoes }, note }
}

/** Writes the act, at the end of its transaction. Without it COMMIT refuses what was changed; nothing changes it later. */
export async function closeAct(tx: Tx, act: ActHeader & { note: ActNote; answer: unknown }): Promise<void> {
  const { id, kind, verb, account = null, role = null, bodyHash, note, answer } = act
  const { subject = null, undoes = null } = note
  await close(tx, [id, kind, verb, account, role, bodyHash, subject, undoes, answer ?? {}])
}

/** Did act K happen? Asked after an error at or after COMMIT, and by callers that lost the answer. */
export async function findAct(tx: Tx, id: string): Promise<KnownAct | undefined> {
  const { rows } = await sql<StoredAct>`select body_hash, account, verb, answer from ledger.acts
    where tenant = nullif(current_setting('app.tenant', true), '')::uuid and id = ${id}::uuid`.execute(tx)
  return rows[0] ? known(rows[0]) : undefined
}

/** Runs work as the system (seeds, imports, jobs) in one region, under one act. */
export async function asSystem<Result>(
  database: Database,
  { tenant, verb }: { tenant: string; verb: string },
  work: (call: { tx: Tx; act: Act }) => Promise<Result>,
): Promise<Result> {
  return await database.inTenant({ tenant, write: true }, async (tx) => {
    const id = newId()
    const { act, note } = actOf(id)
    await openAct(tx, id)
    const result = await work({ tx, act })
    await closeAct(tx, { id, kind: 'system', verb, bodyHash: hashOf({ verb, id }), note, answer: {} })
    return result
  })
}

/**
 * Runs work as the holder of a link, under the act that the form brought: sent twice it happens once and answers the
 * same. `body` is what was asked; the same act with another one is refused as `reused`.
 */
export async function asLink<Result>(
  database: Database,
  { link, ...sent }: Omit<Sent, 'at'> & { link: string },
  work: (call: { tx: Tx; act: Act }) => Promise<Result>,
): Promise<Result> {
  return await once(database, { ...sent, kind: 'link', account: link }, work)
}

/**
 * The same for a public form: whoever sent it is nobody we know, so the act is one of the system. `at` is the visitor's
 * instant (`Visit.at`), which clock.at() follows in a demonstration.
 */
export async function asForm<Result>(
  database: Database,
  sent: Sent,
  work: (call: { tx: Tx; act: Act }) => Promise<Result>,
): Promise<Result> {
  return await once(database, { ...sent, kind: 'system' }, work)
}

interface Sent {
  tenant: string
  act: string
  verb: string
  body: unknown
  at?: string | undefined
}

async function once<Result>(
  database: Database,
  { tenant, act: id, verb, body, at, ...actor }: Sent & Pick<ActHeader, 'kind' | 'account'>,
  work: (call: { tx: Tx; act: Act }) => Promise<Result>,
): Promise<Result> {
  const bodyHash = hashOf([verb, body])
  try {
    return await database.inTenant({ tenant, at, write: true }, async (tx) => {
      const { act, note } = actOf(id)
      await openAct(tx, id)
      const answer = await work({ tx, act })
      await closeAct(tx, { id, ...actor, verb, bodyHash, note, answer: answer ?? {} })
      return answer
    })
  } catch (error) {
    if (!isKnownAct(error)) throw error
    const stored = await database.inTenant({ tenant }, async (tx) => await findAct(tx, id))
    if (stored?.bodyHash !== bodyHash || (stored.account ?? undefined) !== actor.account) throw new Failure('reused')
    return stored.answer as Result
  }
}
