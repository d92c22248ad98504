import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Drawing } from '../../platform/drawing.ts'
import type { PaperTable } from '../../platform/table-file.ts'
import { Failure } from '../../shared/failure.ts'
import type { Sheet } from './sheet.ts'

/** What is asked of the process beside: a Word file, a PDF, which placeholders a template has, or a PNG of a drawing. */
export type Job =
  | { kind: 'word'; template: Uint8Array; sheet: Sheet; emblem: Picture | undefined; photos?: Picture[] }
  | { kind: 'pdf'; sheet: Sheet; emblem: Picture | undefined; photos?: Picture[] }
  | { kind: 'placeholders'; template: Uint8Array }
  | { kind: 'png'; drawing: Drawing }
  | { kind: 'table'; table: PaperTable }

export interface Picture {
  kind: 'png' | 'jpeg'
  bytes: Uint8Array
}

/** `fault`: the template or picture cannot be used; `broken`: our own mistake, with its text. */
export type Reply = { made: Uint8Array } | { names: string[] } | { fault: string } | { broken: string }

export interface Renderer {
  render(job: Job): Promise<Reply>
  close(): void
}

export interface Limits {
  /** Milliseconds until a job counts as hanging and its process is killed. */
  patience: number
  /** Bytes the process may hold; beyond them it is killed, or after the job recycled. */
  memory: number
  /** Jobs after which a process is recycled: the typesetter keeps some memory of each. */
  jobs: number
  /** Milliseconds after which an idle process ends. */
  idle: number
  /** Jobs that may wait. */
  queue: number
}

const usual: Limits = { patience: 20_000, memory: 700 * 2 ** 20, jobs: 200, idle: 60_000, queue: 40 }
const root = join(import.meta.dirname, '..', '..', '..')

/**
 * A process beside ours for what is not ours to trust: it takes Word files apart and sets pages. It knows no setting and
 * no secret, may read the program's own files only, writes nothing, and does one job at a time. A job that hangs or
 * swells takes its process with it, and only that job fails (`unavailable`).
 */
export function openRenderer(
  program = join(import.meta.dirname, 'renderer-process.ts'),
  limits: Partial<Limits> = {},
): Renderer {
  const { patience, memory, jobs, idle, queue } = { ...usual, ...limits }
  let beside: ChildProcess | undefined
  let done = 0
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let resting: NodeJS.Timeout | undefined

  const drop = () => {
    beside?.kill('SIGKILL')
    beside = undefined
  }
  const take = (): ChildProcess => {
    if (beside?.connected === true) return beside
    done = 0
    beside = start(program)
    return beside
  }
  const run = async (job: Job): Promise<Reply> => {
    clearTimeout(resting)
    const reply = await ask(take(), job, { patience, memory }).catch((error: unknown) => {
      drop()
      throw error
    })
    done += 1
    if (done >= jobs || heldBy(beside) > memory / 2) drop()
    else resting = setTimeout(drop, idle).unref()
    return reply
  }
  return {
    async render(job) {
      if (waiting >= queue) throw new Failure('unavailable')
      waiting += 1
      const turn = last.then(() => run(job))
      last = turn.catch(() => {})
      return await turn.finally(() => (waiting -= 1))
    },
    close: drop,
  }
}

function start(program: string): ChildProcess {
  const readable = [root, join(root, 'node_modules')].map((folder) => `--allow-fs-read=${folder}`)
  const child = fork(program, [], {
    env: {},
    execArgv: ['--permission', ...readable, '--allow-addons', '--no-warnings', '--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Nobody waits for it at the end of ours; it ends when the channel closes.
  child.unref()
  child.channel?.unref()
  child.on('error', () => {})
  return child
}

async function ask(
  child: ChildProcess,
  job: Job,
  { patience, memory }: Pick<Limits, 'patience' | 'memory'>,
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const give = () => reject(new Failure('unavailable'))
  const until = performance.now() + patience
  const watch = setInterval(() => {
    if (performance.now() > until || heldBy(child) > memory) give()
  }, 50)
  child.once('message', resolve as (message: unknown) => void)
  child.once('exit', give)
  child.send(job, (error) => (error === null ? undefined : give()))
  try {
    return await promise
  } finally {
    clearInterval(watch)
    child.off('message', resolve as (message: unknown) => void)
    child.off('exit', give)
  }
}

/** Resident bytes of a process, where the system tells them (Linux); 0 elsewhere. */
function heldBy(child: ChildProcess | undefined): number {
  if (child?.pid === undefined || process.platform !== 'linux') return 0
  try {
    return Number(readFileSync(`/proc/${child.pid}/statm`, 'latin1').split(' ')[1] ?? 0) * 4096
  } catch {
    return 0
  }
}
