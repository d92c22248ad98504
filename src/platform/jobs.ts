import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker'
import type { Log } from './log.ts'

/** A job's work. It may run more than once: asking twice must be the same as asking once. */
export type Task = (payload: Record<string, unknown>) => Promise<void>

export interface JobParts {
  ownerUrl: string
  tasks: Record<string, Task>
  /** Task name to cron pattern (UTC). */
  schedule: Record<string, string>
  log: Log
}

export interface Jobs {
  stop(): Promise<void>
}

/** Starts the worker. It listens for new jobs (1 ms from commit to start) and stops gracefully. */
export async function startJobs({ ownerUrl, tasks, schedule, log }: JobParts): Promise<Jobs> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 3, application_name: 'jembatan jobs' })
  // Without listeners a database that goes away ends the process.
  const note = (error: Error) => log.warn({ err: error.message }, 'jobs lost a connection')
  pool.on('error', note)
  pool.on('connect', (client) => client.on('error', note))
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 10_000,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown) => task(payload as Record<string, unknown>),
      ]),
    ),
    parsedCronItems: parseCronItems(Object.entries(schedule).map(([task, match]) => ({ task, match }))),
    // The worker's own words go where all others go, and only where they matter.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ jobs: message }, 'jobs')
    }),
  })
  return {
    async stop() {
      await runner.stop().catch(() => {})
      await pool.end()
    },
  }
}

/** Puts a job in the queue inside the caller's transaction; a job key replaces a waiting twin. */
export async function enqueue(
  db: Kysely<never> | Pick<Kysely<never>, 'getExecutor'>,
  { task, payload, key }: { task: string; payload: Record<string, unknown>; key?: string },
): Promise<void> {
  await sql`select platform.enqueue(${task}, ${payload}::json, ${key ?? null})`.execute(db as Kysely<never>)
}
