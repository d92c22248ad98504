import { setTimeout as sleep } from 'node:timers/promises'
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
  const end = new AbortController()
  let started: Postmaster | undefined
  let trouble: string | undefined

  const look = async () => {
    if (readPostmaster(home)?.alive === true) return
    const server = await startPostgres({ home, port })
    if (server.outcome === 'started') started = server
    trouble = undefined
    note('the database was gone and runs again', { outcome: server.outcome, port: server.port })
  }
  const watch = async () => {
    while (!end.signal.aborted) {
      await sleep(pause, undefined, { ref: false, signal: end.signal }).catch(() => {})
      if (end.signal.aborted) return
      try {
        await look()
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error)
        if (text !== trouble) note('the database is gone and does not start', { err: text })
        trouble = text
      }
    }
  }
  const watching = watch()
  return {
    async stop() {
      end.abort()
      await watching
      return started
    },
  }
}
