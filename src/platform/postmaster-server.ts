import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { environment } from './postmaster-cluster.ts'
import { openLog, readLogTail } from './postmaster-log.ts'
import { type PidFile, readPidFile, removeGarbledPidFile } from './postmaster-pid.ts'
import { sentenceFor } from './postmaster-trouble.ts'
import type { Owner } from './postmaster-owner.ts'

const defaults = {
  listen_addresses: '127.0.0.1', // this machine only: the database is not a service of the house
  unix_socket_directories: '', // a socket's path is limited to 107 bytes and its folder would be one more to own
  shared_buffers: '256MB', // a region's register fits in it whole; a laptop of 4 GB does not miss it
  max_connections: '60', // web pool, portal, oversight and jobs take about 30; each more costs memory
  autovacuum_analyze_scale_factor: '0.02', // tables grow by imports: at 10 % the planner would work on old figures
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off', // every five minutes a line, among which a warning would not be seen
  log_timezone: 'UTC',
  timezone: 'UTC', // dates are computed in the region's zone by us, never by the server's mood
}
const patience = 600_000 // ms; recovery after a power cut reads back what was not yet in place, minutes on slow disks
const pause = 15 // ms between two looks at postmaster.pid

type Start = {
  home: string
  data: string
  bin: string
  owner: Owner | undefined
  settings: Record<string, string>
  /** The port to take; without it a free one. */
  port?: number | undefined
}

/** The server of `data`, ready: one that runs already, or a new one (`started`). */
export async function startOrAttach(start: Start): Promise<{ started: boolean; server: PidFile }> {
  let said = ''
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = await awaitSettled(start.data)
    if (running) return { started: false, server: running }
    const { handle, from } = openLog(start.home)
    const server = await launch(start, handle)
    if (server) return { started: true, server }
    // It ended at once: another start was first, the port was taken meanwhile, or backends of a killed server linger.
    said = readLogTail(start.home, from)
    await sleep(50 * 2 ** attempt)
  }
  const sentence = sentenceFor(said, start.home)
  throw new Error(
    sentence ?? `PostgreSQL ended five times right after its start; its log in ${start.home} says:\n${said}`,
  )
}

/** Stops a server (fast: clients are cut off, the data are in order) and waits until it is gone. */
export async function stopServer(data: string, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < patience; waited += pause) {
    const seen = readPidFile(data)
    if (!seen?.alive || seen.pid !== pid) return
    await sleep(pause)
  }
  throw new Error(`PostgreSQL (process ${pid}) has not ended ${patience / 60_000} minutes after it was asked to stop.`)
}

/** Stops the server `pid` that we started, unless somebody else is connected or another server took its place. */
export async function stopUnlessUsed(data: string, pid: number, url: string): Promise<'stopped' | 'left running'> {
  const seen = readPidFile(data)
  if (!seen?.alive) return 'stopped'
  if (seen.pid !== pid || (await isUsed(url))) return 'left running'
  await stopServer(data, pid)
  return 'stopped'
}

// A pool that was closed a moment ago still shows for some milliseconds, so a client must be there for half a second.
async function isUsed(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 })
  try {
    for (let look = 0; look < 10; look++) {
      const others = await sql`
        select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`
      if (others.length === 0) return false
      await sleep(50)
    }
    return true
  } catch {
    return true // no connection left for us, so others hold them
  } finally {
    await sql.end({ timeout: 1 })
  }
}

// A server that starts or stops just now is waited for; undefined when none runs.
async function awaitSettled(data: string): Promise<PidFile | undefined> {
  await removeGarbledPidFile(data)
  for (let waited = 0; waited < patience; waited += pause) {
    const seen = readPidFile(data)
    if (!seen?.alive) return undefined
    if (seen.status === 'ready' && (await isAnswering(seen.port))) return seen
    await sleep(pause)
  }
  throw new Error(
    `A PostgreSQL server runs on ${data} and has not become ready for ${patience / 60_000} minutes: ` +
      'see postgres.log beside that folder; it may still be recovering, so look there before ending it.',
  )
}

// A server killed an instant ago still stands in the pid file, and its port may even accept: only a byte from it counts.
function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 })
    // SSLRequest: answered before any authentication, and not logged when we leave after it.
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])))
    socket.once('data', () => {
      resolve(true)
      socket.destroy()
    })
    socket.once('timeout', () => socket.destroy())
    socket.on('error', () => undefined) // close follows it
    socket.once('close', () => resolve(false))
  })
}

async function launch({ data, bin, owner, settings, port: wanted }: Start, log: number): Promise<PidFile | undefined> {
  const options = Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Whoever carries the number of the last server now (a zombie, or any process after a reboot) is not one: we looked.
  // PostgreSQL would take it for one and refuse, but passes over its grandparent; it still checks the shared memory.
  const port = wanted ?? (await findFreePort())
  const last = readPidFile(data)
  const stale = last && !last.alive ? { PG_GRANDPARENT_PID: String(last.pid) } : {} // another start may have won just now
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...owner,
    cwd: '/',
    env: { ...environment, ...stale },
    detached: true, // a signal to our process group (Ctrl-C) must not cut off the others' connections
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await once(child, 'spawn') // throws when the program cannot be run
  child.unref()
  for (;;) {
    await sleep(pause)
    const seen = readPidFile(data)
    if (seen?.alive && seen.pid === child.pid && seen.status === 'ready') return seen
    if (child.exitCode !== null || child.signalCode !== null) return undefined
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port on 127.0.0.1.')
  return address.port
}
