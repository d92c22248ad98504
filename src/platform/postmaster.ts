// PostgreSQL without an administrator: npm brings the programs, this file starts them and finds them again.
// The server outlives the process that started it (a killed Node leaves it running), so each start first looks for one.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { findPackage, prepareBinaries } from './postmaster-binaries.ts'
import { clusterFolder, findCluster, initialiseCluster, readPassword } from './postmaster-cluster.ts'
import { findOwner, isRoot, makeHome } from './postmaster-owner.ts'
import { type PidFile, readPidFile } from './postmaster-pid.ts'
import { startOrAttach, stopServer, stopUnlessUsed } from './postmaster-server.ts'
import { sweepStages } from './postmaster-staging.ts'
import { explaining } from './postmaster-trouble.ts'

/** A running server: `url` is the superuser's, of database `postgres`; `stop` leaves a server that others use. */
export type Postmaster = {
  url: string
  port: number
  pid: number
  outcome: 'initialised' | 'started' | 'attached'
  home: string
  stop: () => Promise<'stopped' | 'left running'>
}

type PostgresStart = { home: string; settings?: Record<string, string>; port?: number }
type Environment = { XDG_DATA_HOME?: string | undefined; HOME?: string | undefined }

/** Where the checkout's database lives: /var/lib/jembatan/<name>-<8 hex of its path> for root, else the user's data home. */
export function defaultHome(checkout: string, env: Environment): string {
  const path = resolve(checkout)
  const name = `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`
  if (isRoot) return join('/var/lib/jembatan', name)
  return join(env.XDG_DATA_HOME || join(env.HOME || homedir(), '.local/share'), 'jembatan', name)
}

/**
 * Starts the PostgreSQL of `home`, or attaches to the one that runs there; makes the cluster at the first start.
 * `settings` are server settings beyond ours, as { fsync: 'off' }; `port` is for clients that know the server already.
 * Any number of processes may call it at once.
 * Throws an Error whose sentence says what happened, why and what to do.
 */
export function startPostgres({ home, settings = {}, port }: PostgresStart) {
  return explaining(home, async (): Promise<Postmaster> => {
    const found = findPackage()
    const place = makeHome(home)
    const data = clusterFolder(place, found.major)
    const owner = findOwner(data, place)
    sweepStages(place)
    const bin = await prepareBinaries(place, found, owner)
    const durable = settings['fsync'] !== 'off'
    const isNew = !existsSync(join(data, 'PG_VERSION'))
    const made = isNew && (await initialiseCluster({ home: place, data, bin, owner, durable }))
    const password = readPassword(place)

    const { started, server } = await startOrAttach({ home: place, data, bin, owner, settings, port })
    const url = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`
    return {
      url,
      port: server.port,
      pid: server.pid,
      outcome: !started ? 'attached' : made ? 'initialised' : 'started',
      home,
      stop: async () => (started ? stopUnlessUsed(data, server.pid, url) : 'left running'),
    }
  })
}

/** Stops the server of `home`, whoever started it and whoever is connected; nothing happens when none runs. */
export async function stopPostgres(home: string): Promise<void> {
  const data = findCluster(home)
  const server = data === undefined ? undefined : readPidFile(data)
  if (data !== undefined && server?.alive) await stopServer(data, server.pid)
}

/** What is known of the server of `home` without starting it; undefined when none ran or the last one ended in order. */
export function readPostmaster(home: string): PidFile | undefined {
  const data = findCluster(home)
  return data === undefined ? undefined : readPidFile(data)
}
