import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../shared/permissions.ts'
import { newId } from '../shared/ids.ts'
import { fixed, type Database, type Tx } from './database.ts'

/** The act of the running transaction; every fact row written in it is stored under its id. */
export interface Act {
  id: string
  /** Names the record the act is about, for its history. The last word counts. */
  about(subject: string): void
}

export interface ActHeader {
  id: string
  kind: 'person' | 'system'
  verb: string
  account?: string | undefined
  role?: Role | undefined
  /** SHA-256 of what was asked; the same id with another body is refused. */
  bodyHash: string
}

/** What the ledger already knows under an act's id. */
export interface KnownAct {
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
const open = fixed<{ known: StoredAct | null }>('select ledger.open_act($1, $2, $3, $4, $5, $6) as known')
const close = fixed(`update ledger.acts set subject = $1, answer = $2
  where tenant = nullif(current_setting('app.tenant', true), '')::uuid and id = $3`)

/** Opens the act of this transaction. Answers `undefined` when it is new, else what was stored under the id. */
export async function openAct(tx: Tx, header: ActHeader): Promise<KnownAct | undefined> {
  const { id, kind, verb, account = null, role = null, bodyHash } = header
  const [row] = await open(tx, [id, kind, verb, account, role, bodyHash])
  const stored = row?.known
  return stored ? known(stored) : undefined
}

/** Completes the act inside its own transaction; afterwards the database refuses every change to it. */
export async function closeAct(
  tx: Tx,
  act: { id: string; subject: string | undefined; answer: unknown },
): Promise<void> {
  await close(tx, [act.subject ?? null, act.answer ?? {}, act.id])
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
    let subject: string | undefined
    await openAct(tx, { id, kind: 'system', verb, bodyHash: hashOf({ verb, id }) })
    const result = await work({ tx, act: { id, about: (record) => (subject = record) } })
    await closeAct(tx, { id, subject, answer: {} })
    return result
  })
}
