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
  release(): void
}

export interface Pool {
  reserve(): Promise<Reserved>
  end(options?: { timeout?: number }): Promise<void>
}

// Dates and instants stay the text PostgreSQL sent: parsing them costs a third of a list's CPU and shifts days.
const asText = (oid: number, from: number[]) => ({
  to: oid,
  from,
  serialize: (value: string) => value,
  parse: (value: string) => value,
})

/** Seconds between two tries to connect; the driver's own pause grows to twenty, long after the server is back. */
const pause = 0.2

interface Line {
  sql: postgres.Sql
  /** How often this line's connection closed. */
  closed: number
  cut: ((error: Error) => void) | undefined
}

/**
 * A pool of single lines. The driver's own pool hands a connection that was lost and opened again to the next caller
 * while the first still holds it: the rollback of the first would end the second's transaction. Here a holder notices.
 */
export function openPool(url: string, options: PoolOptions): Pool {
  const idle = Array.from({ length: options.max }, () => openLine(url, options))
  const lines = [...idle]
  const waiting: ((line: Line) => void)[] = []
  let ended = false

  const give = (line: Line) => {
    const next = waiting.shift()
    if (next === undefined) idle.push(line)
    else next(line)
  }
  return {
    async reserve() {
      const line = idle.pop() ?? (await new Promise<Line>((done) => waiting.push(done)))
      try {
        if (ended) throw lost('CONNECTION_ENDED')
        return await hold(line, give)
      } catch (error) {
        give(line)
        throw error
      }
    },
    async end({ timeout = 5 } = {}) {
      ended = true
      await Promise.all(lines.map((line) => line.sql.end({ timeout })))
    },
  }
}

function openLine(url: string, { prepare, connection }: PoolOptions): Line {
  const sql = postgres(url, {
    max: 1,
    prepare,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: (() => pause) as never,
    onnotice: () => {},
    onclose: () => {
      line.closed += 1
      line.cut?.(lost('CONNECTION_CLOSED'))
    },
    // Instants are written down (ledger, history) as the session prints them: one zone, whatever the server's.
    connection: { application_name: 'jembatan', TimeZone: 'UTC', ...connection },
    types: { date: asText(1082, [1082]), instant: asText(1184, [1184, 1114]) },
  })
  const line: Line = { sql: sql as never, closed: 0, cut: undefined }
  return line
}

async function hold(line: Line, give: (line: Line) => void): Promise<Reserved> {
  const inner = await line.sql.reserve()
  const { closed } = line
  const gone = new Promise<never>((_, fail) => (line.cut = fail))
  gone.catch(() => {})
  let held = true
  return {
    async unsafe(text, parameters = [], options) {
      if (!held || line.closed !== closed) throw lost('CONNECTION_CLOSED')
      // What waits behind a query inside the driver is forgotten when the connection closes, so closing answers too.
      return await Promise.race([inner.unsafe(text, parameters as never[], options).execute() as never, gone])
    },
    release() {
      if (!held) return
      held = false
      line.cut = undefined
      // A closed connection went back to the driver by itself; releasing it again would make two of it.
      if (line.closed === closed) inner.release()
      give(line)
    },
  }
}

function lost(code: 'CONNECTION_CLOSED' | 'CONNECTION_ENDED'): Error {
  return Object.assign(new Error('The connection to the database was lost.'), { code })
}
