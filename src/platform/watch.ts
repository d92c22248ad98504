import { readPostmaster, startPostgres, type Postmaster } from './postmaster.ts'

/** Between two looks, in ms: a dead database answers again within about a second. */
const pause = 400

export interface Watch {
  /** Ends the watch and answers the server it started last, if it had to. */
  stop(): Promise<Postmaster | undefined>
}

/**
 * Looks after our own PostgreSQL while the product runs: one that is gone is started again, on the port the pools
 * know. `note` is told once per failure and once when the server is back.
 */
export function watchPostgres(
  { home, port }: { home: string; port: number },
  note: (text: string, details: object) => void,
): Watch {
  let started: Postmaster | undefined
  let trouble: string | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking = Promise.resolve()

  const look = async () => {
    try {
      if (readPostmaster(home)?.alive !== true) {
        const server = await startPostgres({ home, port })
        if (server.outcome === 'started') started = server
        note('the database was gone and runs again', { outcome: server.outcome, port: server.port })
      }
      trouble = undefined
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      if (text !== trouble) note('the database is gone and does not start', { err: text })
      trouble = text
    }
  }
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      looking = look().then(next)
    }, pause).unref()
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
      return started
    },
  }
}
