import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Config } from './config.ts'
import { openDatabase, type Database } from './database.ts'
import type { Log } from './log.ts'
import { migrate, migrateJobs, roleUrls } from './migrate.ts'
import { defaultHome, startPostgres, type Postmaster } from './postmaster.ts'
import { findCluster } from './postmaster-cluster.ts'
import { makeHome } from './postmaster-owner.ts'
import { watchPostgres, type Watch } from './watch.ts'

/** The folder this program stands in. */
export const checkout = new URL('../../', import.meta.url).pathname.replace(/\/$/, '')

export interface Installation {
  home: string
  ownerUrl: string
  database: Database
  /** From now on a database of our own that dies is started again. */
  keepRunning(log: Log): void
  /** Closes the pools, then the server if this process started it and nobody else uses it. */
  close(): Promise<void>
}

/** The data folder: database, files, mail. */
export function homeOf(config: Config): string {
  return config.JEMBATAN_DATA ?? defaultHome(checkout, config)
}

/** The folder of the files that regions keep; with a database elsewhere it still lies here. */
export function filesOf(config: Config): string {
  return config.JEMBATAN_FILES ?? join(homeOf(config), 'files')
}

/**
 * Refuses where no installation was begun yet: a command that only looks or mends must not make an empty one beside the
 * one that was meant. Throws an Error with one sentence; nothing is made.
 */
export function mustExist(config: Config): void {
  const home = homeOf(config)
  if (config.DATABASE_URL !== undefined || findCluster(home) !== undefined) return
  throw new Error(
    `There is no installation in ${home}: set JEMBATAN_DATA to the data folder of yours, or begin one with npm start.`,
  )
}

/** The database of an installation: its own PostgreSQL, or the server it was told to use. Not yet migrated. */
async function findServer(config: Config): Promise<{ ownerUrl: string; server: Postmaster | undefined }> {
  if (config.DATABASE_URL !== undefined) return { ownerUrl: config.DATABASE_URL, server: undefined }
  const server = await startPostgres({ home: homeOf(config) })
  return { ownerUrl: server.url, server }
}

/** Runs work on an installation's database; a server that was started for it stops again, whatever happens. */
export async function withServer<Result>(
  config: Config,
  work: (server: { ownerUrl: string; own: boolean }) => Promise<Result>,
): Promise<Result> {
  const { ownerUrl, server } = await findServer(config)
  try {
    return await work({ ownerUrl, own: server !== undefined })
  } finally {
    await server?.stop()
  }
}

/** Runs work that no other process of the installation does at the same time; the others wait for it. */
export async function alone<Result>(ownerUrl: string, what: string, work: () => Promise<Result>): Promise<Result> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: `jembatan ${what}` } })
  try {
    await sql`select pg_advisory_lock(hashtext(${`jembatan ${what}`}))`
    return await work()
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Opens an installation at the newest version of its database. */
export async function openInstallation(config: Config): Promise<Installation> {
  const home = homeOf(config)
  const { ownerUrl, server } = await findServer(config)
  try {
    // Made the way the database needs it, so that one start with a server outside does not lock the next one out.
    makeHome(home)
    await mkdir(join(home, 'mail'), { recursive: true, mode: 0o700 })
    await migrate(ownerUrl)
    await migrateJobs(ownerUrl)
  } catch (error) {
    await server?.stop()
    throw error
  }
  const database = openDatabase(roleUrls(ownerUrl), { max: config.DATABASE_POOL, prepare: config.DATABASE_PREPARE })
  let watch: Watch | undefined
  return {
    home,
    ownerUrl,
    database,
    keepRunning(log) {
      if (server !== undefined) watch = watchPostgres(server, (text, details) => log.warn(details, text))
    },
    async close() {
      const restarted = await watch?.stop()
      await database.close()
      await (restarted ?? server)?.stop()
    },
  }
}

/**
 * Row policies ask the database whether it is a demonstration, so the configuration's word is kept there. Said by who
 * serves alone: a command that is run beside it may have been given other settings.
 */
export async function allowDemonstration(ownerUrl: string, allowed: boolean): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`update platform.mode set allowed = ${allowed} where allowed is distinct from ${allowed}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
