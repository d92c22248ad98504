import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What postmaster.pid says; `status` is PostgreSQL's word (starting, ready, stopping), `alive` is ours. */
export type PidFile = { pid: number; port: number; status: string; alive: boolean }

/** Reads `data`/postmaster.pid; undefined when there is none or its first line names no process. */
export function readPidFile(data: string): PidFile | undefined {
  const lines = readText(join(data, 'postmaster.pid'))?.split('\n') ?? []
  const pid = Math.abs(Number(lines[0])) // negative when PostgreSQL runs on the folder without a server
  if (!Number.isSafeInteger(pid) || pid === 0) return undefined
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim(), alive: isPostmaster(pid, data) }
}

/** Removes a postmaster.pid without a readable first line, on which PostgreSQL would refuse to start. */
export async function removeGarbledPidFile(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid')
  const text = readText(path)
  if (text === undefined || readPidFile(data)) return
  await sleep(100) // a starting server leaves it empty for an instant, between creating and writing it
  // Should a server live after all, PostgreSQL finds its shared memory by the folder's inode and refuses to start.
  if (readText(path) === text) rmSync(path, { force: true })
}

/** A name for a living process that its successor under the same number does not share; undefined for the dead. */
export function markOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  if (process.platform !== 'linux') return `${pid}-0`
  const [state, ...rest] =
    readText(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ') ?? []
  return !state || state === 'Z' ? undefined : `${pid}-${rest[18]}` // the time it started, in ticks since boot
}

// A number alone proves nothing: after a power cut it may belong to anything, and a killed postmaster nobody waited
// for (a container without init) answers signals for ever. A zombie has an empty command line, so it fails here too.
function isPostmaster(pid: number, data: string): boolean {
  if (!markOf(pid)) return false
  if (process.platform !== 'linux') return readCommand(pid).includes(data)
  const [program = '', ...options] = readText(`/proc/${pid}/cmdline`)?.split('\0') ?? []
  if (basename(program) !== 'postgres') return false
  try {
    // The working folder tells of a server started by hand as well; reading it needs a right that containers withhold.
    return statSync(`/proc/${pid}`).uid === statSync(data).uid && (options.includes(data) || isAt(pid, data))
  } catch {
    return false // it ended meanwhile
  }
}

function isAt(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch {
    return false
  }
}

function readCommand(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
