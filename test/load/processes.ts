import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { checkout } from '../../src/platform/installation.ts'
import { readPostmaster } from '../../src/platform/postmaster.ts'
import type { Load, LoadResult } from './http-load.ts'

export interface Running {
  pid: number
  port: number
  /** Seconds from the start of the process to its first line. */
  seconds: number
  stop(): Promise<void>
}

interface Starting {
  args: string[]
  env: Record<string, string>
  /** The line that says the port. */
  ready: RegExp
}

/** Starts a Node process and waits until it says where it listens. Sees nothing of our environment but what is named. */
async function start({ args, env, ready }: Starting): Promise<Running> {
  const began = performance.now()
  // Journeys share what is compiled; a bench sets no such folder and measures a start without it.
  const { NODE_COMPILE_CACHE: compiled } = process.env
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const found = ready.exec(line)
      if (found !== null) return Number(found[1])
    }
    throw new Error(`${args.at(-1)} ended before it listened`)
  })()
  const port = await said
  child.stdout.resume()
  const seconds = (performance.now() - began) / 1000
  return { pid: child.pid ?? 0, port, seconds, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** The product as `npm start` starts it, with its own PostgreSQL in `home`. */
export async function startProduct(home: string): Promise<Running> {
  const { scripts } = JSON.parse(readFileSync(`${checkout}/package.json`, 'utf8')) as { scripts: { start: string } }
  const args = (scripts.start.split('exec node ')[1] ?? '').split(' ')
  const env = { NODE_ENV: 'production', JEMBATAN_DATA: home, PORT: '0' }
  return await start({ args, env, ready: /^Jembatan: http:\/\/localhost:(\d+)$/ })
}

export async function startReference(ownerUrl: string): Promise<Running> {
  return await start({ args: [fileOf('reference.ts')], env: { DATABASE_URL: ownerUrl }, ready: /^port (\d+)$/ })
}

/** A load generator in a process of its own. */
export function openGenerator(): { run(load: Load): Promise<LoadResult>; close(): void } {
  const child = fork(fileOf('http-load.ts'), { env: {} })
  return {
    async run(load) {
      child.send(load)
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('the load generator ended')))
      const [result] = (await Promise.race([once(child, 'message'), ended])) as [LoadResult]
      return result
    },
    close: () => void child.kill(),
  }
}

/** CPU time of a process so far, in microseconds (user and system; Linux counts in ticks of 10 ms). */
export function cpuOf(pid: number): number {
  const fields = statOf(pid)
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** CPU time of the PostgreSQL of `home` so far, in microseconds: its server, all that it began, and what has ended. */
export function cpuOfDatabase(home: string): number {
  const server = readPostmaster(home)?.pid ?? 0
  const ended = Number(statOf(server)[13]) + Number(statOf(server)[14])
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(statOf(Number(name))[1]) === server,
  )
  return children.reduce((sum, pid) => sum + cpuOf(Number(pid)), cpuOf(server) + ended * 10_000)
}

/** What Linux says of a process, from its state on; zeros of a process that has just ended. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return Array<string>(15).fill('0')
  }
}

/** Memory of a process that is in use now, in MB of 1,000,000 bytes. */
export function memoryOf(pid: number): number {
  const kibi = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return (Number(kibi?.[1]) * 1024) / 1e6
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
