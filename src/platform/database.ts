import { CompiledQuery, Kysely, Transaction, type DatabaseConnection, type QueryResult } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import { openCopies, type Copying } from './copy.ts'
import { openPool, type Pool, type PoolOptions, type Reserved } from './pool.ts'
import type { DB } from './tables.gen.ts'

declare const scope: unique symbol
/** A transaction inside one region. Only `inTenant` makes one, so a query without a tenant does not compile. */
export type Tx = Transaction<DB> & { readonly [scope]: 'tenant' }
/** Reads of published rows as the portal's role. */
export type PortalDb = Kysely<DB> & { readonly [scope]: 'portal' }
/** Accounts, sessions and links, as the identity role. */
export type IdentityDb = Kysely<DB> & { readonly [scope]: 'identity' }

export interface Database {
  /**
   * A hot read: a function in SQL that enters the region of a session (its first parameter is the hash of the token) and
   * reads there, in one trip without a transaction around it. Undefined when nobody stands behind the session.
   */
  entered<Row>(statement: Fixed<Entered<Row>>, parameters: readonly unknown[]): Promise<Entered<Row> | undefined>
  /** The same as the oversight role, for the register of the caller's province. */
  overseen<Row>(statement: Fixed<Entered<Row>>, parameters: readonly unknown[]): Promise<Entered<Row> | undefined>
  /** A list as CSV, written by the database while it is read. Undefined when nobody stands behind the session. */
  copied(asked: Copying): Promise<ReadableStream<Uint8Array> | undefined>
  inTenant<Result>(tenancy: Tenancy, work: (tx: Tx) => Promise<Result>): Promise<Result>
  portal: PortalDb
  identity: IdentityDb
  /** Told after every writing transaction of this process, whether or not it could be committed. */
  onWrite(listener: () => void): void
  close(): Promise<void>
}

export interface Tenancy {
  tenant: string
  /** Read-only transactions refuse every write. */
  write?: boolean
  /** The demonstration visitor's instant for clock.at(), ISO 8601. */
  at?: string | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/

/** The statement that opens a transaction in a region. Values go in as literals after a strict look at their form. */
function opening({ tenant, write = false, at }: Tenancy): string {
  if (!uuid.test(tenant)) throw new Error('not a tenant')
  if (at !== undefined && !instant.test(at)) throw new Error('not an instant')
  const setAt = at === undefined ? '' : `; set local app.at = '${at}'`
  return `begin${write ? '' : ' read only'}; set local app.tenant = '${tenant}'${setAt}`
}

/**
 * A statement whose text never changes, for the reads that every page makes: its text is sent as it stands. Building and
 * compiling a query anew costs 40 to 90 µs a time, as much as asking PostgreSQL.
 */
export function fixed<Row>(text: string): Fixed<Row> {
  const ask = async (db: Kysely<DB>, parameters: readonly unknown[]) =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows
  return Object.assign(ask, { text })
}

export interface Fixed<Row> {
  (db: Kysely<DB>, parameters: readonly unknown[]): Promise<Row[]>
  text: string
}

/** One row of a hot read: who stands behind the session (as identity.enter() says it), and what she asked for. */
export interface Entered<Row> {
  who: unknown
  answer: Row | null
}

const counted = /^(INSERT|UPDATE|DELETE|MERGE)$/

/** A line as Kysely takes it. `sent` is told of each statement: work need not have waited for the last one. */
function connectionOf(reserved: Reserved, sent: (answer: Promise<unknown>) => void): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const answer = reserved.unsafe(query.sql, query.parameters, { prepare: true })
      sent(answer)
      const rows = await answer
      const result = Array.from(rows) as Row[]
      return counted.test(rows.command) ? { rows: result, numAffectedRows: BigInt(rows.count) } : { rows: result }
    },
    streamQuery() {
      throw new Error('streams are opened on a pool, not inside a transaction')
    },
  } as DatabaseConnection
}

/**
 * Runs work in a transaction. The opening statement is not awaited: it shares its flight with the first query (316 µs
 * against 1,073 µs awaited). Nor need work wait for its last statement, which shares its flight with COMMIT. After an
 * error at or after COMMIT the caller must ask "did act K happen?".
 */
export async function transact<Result>(
  pool: Pool,
  base: Kysely<DB>,
  { open, work }: { open: string; work: (tx: Transaction<DB>) => Promise<Result> },
): Promise<Result> {
  const reserved = await pool.reserve()
  const opening = reserved.unsafe(open)
  opening.catch(() => {})
  let last: Promise<unknown> = opening
  const connection = connectionOf(reserved, (answer) => void (last = answer))
  const executor = base.getExecutor().withConnectionProvider({
    provideConnection: async (use) => await use(connection),
  })
  const tx = new Transaction<DB>({ config: {}, driver: {}, dialect: {}, executor } as never)
  try {
    const result = await work(tx)
    await opening
    // A transaction that failed inside answers COMMIT with ROLLBACK, and no error: work swallowed one, or its last.
    const { command } = await reserved.unsafe('commit')
    if (command !== 'COMMIT') throw new Error('the transaction had failed before its end', { cause: await why(last) })
    return result
  } catch (error) {
    await reserved.unsafe('rollback').catch(() => {})
    throw error
  } finally {
    reserved.release()
  }
}

const why = async (asked: Promise<unknown>): Promise<unknown> =>
  await asked.then(
    () => undefined,
    (error: unknown) => error,
  )

export interface DatabaseUrls {
  app: string
  identity: string
  portal: string
  oversight: string
}

const limits = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 }

/** Queries over a pool, each on a connection of its own. */
export function over(pool: Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: (async () => pool) as never }) })
}

/** Opens one pool per role. No pool connects before its first query. */
export function openDatabase(urls: DatabaseUrls, { max, prepare }: PoolOptions): Database {
  const pools = {
    app: openPool(urls.app, { max, prepare, connection: limits }),
    identity: openPool(urls.identity, { max: Math.max(2, Math.ceil(max / 3)), prepare, connection: limits }),
    portal: openPool(urls.portal, { max: Math.max(2, Math.ceil(max / 2)), prepare, connection: limits }),
    oversight: openPool(urls.oversight, { max: 2, prepare, connection: limits }),
  }
  const app = over(pools.app)
  const listeners: (() => void)[] = []
  const copies = openCopies(app)
  return {
    entered: async ({ text }, parameters) => (await pools.app.ask(text, parameters))[0] as never,
    overseen: async ({ text }, parameters) => (await pools.oversight.ask(text, parameters))[0] as never,
    copied: async (asked) => await copies.begin(asked.of === 'region' ? pools.app : pools.oversight, asked),
    async inTenant(tenancy, work) {
      try {
        return await transact(pools.app, app, { open: opening(tenancy), work: (tx) => work(tx as unknown as Tx) })
      } finally {
        if (tenancy.write === true) for (const told of listeners) told()
      }
    },
    onWrite: (listener) => void listeners.push(listener),
    portal: over(pools.portal) as unknown as PortalDb,
    identity: over(pools.identity) as unknown as IdentityDb,
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.end({ timeout: 5 })))
    },
  }
}
