import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import postgres from 'postgres'

export interface PoolOptions {
  max: number
  prepare: boolean
  /** Sent when a connection opens. */
  connection?: Record<string, string | number>
}

type Row = Record<string, unknown>
type Rows = Row[] & { command: string; count: number }

/** One connection while somebody holds it. Once it is lost nothing more is sent, and every query is refused. */
export interface Reserved {
  unsafe(
    text: string,
    parameters?: readonly unknown[],
    options?: { prepare?: boolean; simple?: boolean },
  ): Promise<Rows>
  /** The bytes of COPY … TO STDOUT as they come. Whoever does not read them to their end must drop the line. */
  copy(text: string): Promise<Readable>
  /** Closes the connection and whatever runs on it: for an answer that nobody reads any more. */
  drop(): void
  release(): void
}

export interface Pool {
  reserve(): Promise<Reserved>
  /**
   * One prepared statement that is a transaction by itself, on a line that everybody shares. What is asked while the line
   * is busy goes out in one flight: each flight wakes a sleeping server process, which costs both sides more than a
   * short read.
   */
  ask(text: string, parameters: readonly unknown[]): Promise<Rows>
  end(options?: { timeout?: number }): Promise<void>
}

// Dates and instants stay the text PostgreSQL sent: parsing them costs a third of a list's CPU and shifts days.
const asText = (oid: number, from: number[]) => ({
  to: oid,
  from,
  serialize: (value: string) => value,
  parse: (value: string) => value,
})

/** The driver's handle of one connection. It is used for one life of the connection only, then thrown away. */
interface Life {
  sql: postgres.Sql
  socket: Socket | undefined
  over: boolean
  /** Whether it ever answered; a handle that never connected says nothing when it ends. */
  opened: boolean
  /** Told when the connection closes: whoever waits for an answer on it. */
  waiting: Set<(error: Error) => void>
}

interface Line {
  life: Life | undefined
}

/**
 * A pool of connections that notice their end. The driver's own pool lends a connection that was lost and opened again
 * to the next caller while the first still holds it, so the rollback of the first ends the transaction of the second;
 * and after a few deaths of the server its lines wait for ever. So each handle of the driver connects once and never
 * again.
 */
export function openPool(url: string, options: PoolOptions): Pool {
  const lines = Array.from({ length: options.max }, (): Line => ({ life: undefined }))
  const idle = [...lines]
  const shared: Line = { life: undefined }
  const waiting: ((line: Line) => void)[] = []

  // Whoever gets no line in time is told that nothing was done; waiting for ever would hold the request and the memory.
  const wait = async () =>
    await new Promise<Line>((done, fail) => {
      const turn = (line: Line) => {
        clearTimeout(timer)
        done(line)
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1)
        fail(lost('CONNECT_TIMEOUT'))
      }, patience)
      waiting.push(turn)
    })
  let ended = false

  const give = (line: Line) => {
    const next = waiting.shift()
    if (next === undefined) idle.push(line)
    else next(line)
  }
  return {
    async reserve() {
      const line = idle.pop() ?? (await wait())
      try {
        if (ended) throw lost('CONNECTION_ENDED')
        if (line.life === undefined || line.life.over) line.life = openLife(url, options)
        return await hold(line.life, () => give(line))
      } catch (error) {
        if (line.life !== undefined) line.life.over = true
        give(line)
        throw error
      }
    },
    async ask(text, parameters) {
      if (ended) throw lost('CONNECTION_ENDED')
      if (shared.life === undefined || shared.life.over) shared.life = openLife(url, { ...options, shared: true })
      return await askOn(shared.life, { text, parameters })
    },
    async end({ timeout = 5 } = {}) {
      ended = true
      await Promise.all([...lines, shared].map(async ({ life }) => await life?.sql.end({ timeout })))
    },
  }
}

function openLife(url: string, { prepare, connection, shared = false }: PoolOptions & { shared?: boolean }): Life {
  let connected = false
  // What the driver calls to connect, and to connect again; not in its types.
  const socket = async (address: Address) => {
    if (connected) throw lost('CONNECTION_CLOSED')
    connected = true
    return (life.socket = await openSocket(address))
  }
  const sql = postgres(url, {
    ...({ socket } as object),
    max: 1,
    prepare,
    // Nobody lets go of the shared line, so there is no moment at which the driver could close it unseen.
    ...(shared ? { max_lifetime: null } : { idle_timeout: 60 }),
    connect_timeout: patience / 1000,
    onnotice: () => {},
    onclose: () => {
      life.over = true
      for (const fail of life.waiting) fail(lost('CONNECTION_CLOSED'))
    },
    // Instants are written down (ledger, history) as the session prints them: one zone, whatever the server's.
    connection: { application_name: 'jembatan', TimeZone: 'UTC', ...connection },
    types: { date: asText(1082, [1082]), instant: asText(1184, [1184, 1114]) },
  })
  const life: Life = { sql: sql as never, socket: undefined, over: false, opened: false, waiting: new Set() }
  return life
}

const patience = 10_000 // ms for a connection to open

type Address = { host: string[]; port: number[]; path?: string | false }

/** A connected socket; of several hosts the first that answers. */
async function openSocket({ host, port, path }: Address): Promise<Socket> {
  const places = path ? [{ path }] : host.map((name, at) => ({ host: name, port: port[at] ?? 5432 }))
  for (const [at, place] of places.entries()) {
    const socket = connect(place)
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(patience) })
      return Object.assign(socket, place) // TLS asks the socket for its host's name
    } catch (error) {
      socket.destroy()
      if (at < places.length - 1) continue
      throw error instanceof Error && error.name === 'AbortError' ? lost('CONNECT_TIMEOUT') : error
    }
  }
  throw lost('CONNECTION_CLOSED')
}

async function askOn(
  life: Life,
  { text, parameters }: { text: string; parameters: readonly unknown[] },
): Promise<Rows> {
  mustHaveValues(text, parameters)
  return await new Promise<Rows>((answer, fail) => {
    life.waiting.add(fail)
    life.sql.unsafe<Rows>(text, parameters as never[], { prepare: true }).then(
      (rows) => {
        life.opened = true
        life.waiting.delete(fail)
        answer(rows)
      },
      (error: Error) => {
        if (!life.opened && !(error instanceof postgres.PostgresError)) life.over = true
        life.waiting.delete(fail)
        fail(error)
      },
    )
  })
}

async function hold(life: Life, give: () => void): Promise<Reserved> {
  const inner = await life.sql.reserve()
  const gone = new Promise<never>((_, fail) => life.waiting.add(fail))
  gone.catch(() => {})
  let held = true
  return {
    async unsafe(text, parameters = [], options) {
      if (!held || life.over) throw lost('CONNECTION_CLOSED')
      mustHaveValues(text, parameters)
      // What waits behind a query inside the driver is forgotten when the connection closes, so closing answers too.
      const answer: Promise<Rows> = inner.unsafe<Rows>(text, parameters as never[], options).execute()
      return await Promise.race([answer, gone])
    },
    async copy(text) {
      if (!held || life.over) throw lost('CONNECTION_CLOSED')
      const asked = inner.unsafe(text).readable()
      const stream = await Promise.race([asked, gone])
      life.waiting.add((error) => stream.destroy(error))
      return stream
    },
    drop() {
      if (!held) return
      life.over = true
      // Politely asked, the driver would wait for a server that itself waits until somebody reads.
      life.socket?.destroy()
    },
    release() {
      if (!held) return
      held = false
      life.waiting.clear()
      if (!life.over) inner.release()
      give()
    },
  }
}

/** The driver finds a missing value while it sends, and then whatever was sent behind it waits for ever. */
function mustHaveValues(text: string, parameters: readonly unknown[]): void {
  const at = parameters.indexOf(undefined)
  if (at >= 0) throw new TypeError(`$${at + 1} has no value in: ${text.slice(0, 200)}`)
}

function lost(code: 'CONNECTION_CLOSED' | 'CONNECTION_ENDED' | 'CONNECT_TIMEOUT'): Error {
  return Object.assign(new Error('The connection to the database was lost.'), { code })
}
