import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Config } from './config.ts'
import { openDatabase, type Database } from './database.ts'
import { migrate, migrateJobs, roleUrls } from './migrate.ts'
import { defaultHome, startPostgres, type Postmaster } from './postmaster.ts'

/** The folder this program stands in. */
export const checkout = new URL('../../', import.meta.url).pathname.replace(/\/$/, '')

export interface Installation {
  home: string
  ownerUrl: string
  database: Database
  /** Closes the pools, then the server if this process started it and nobody else uses it. */
  close(): Promise<void>
}

/** The data folder: database, files, mail. */
export function homeOf(config: Config): string {
  return config.JEMBATAN_DATA ?? defaultHome(checkout, config)
}

/** The database of an installation: its own PostgreSQL, or the server it was told to use. Not yet migrated. */
export async function findServer(config: Config): Promise<{ ownerUrl: string; server: Postmaster | undefined }> {
  if (config.DATABASE_URL !== undefined) return { ownerUrl: config.DATABASE_URL, server: undefined }
  const server = await startPostgres({ home: homeOf(config) })
  return { ownerUrl: server.url, server }
}

/** Opens an installation at the newest version of its database. */
export async function openInstallation(config: Config): Promise<Installation> {
  const home = homeOf(config)
  const { ownerUrl, server } = await findServer(config)
  await mkdir(join(home, 'mail'), { recursive: true, mode: 0o700 })
  await migrate(ownerUrl)
  await allowDemonstration(ownerUrl, config.JEMBATAN_DEMO !== '0')
  await migrateJobs(ownerUrl)
  const database = openDatabase(roleUrls(ownerUrl), { max: config.DATABASE_POOL, prepare: config.DATABASE_PREPARE })
  return {
    home,
    ownerUrl,
    database,
    async close() {
      await database.close()
      await server?.stop()
    },
  }
}

/** Row policies ask the database whether it is a demonstration, so the configuration's word is kept there. */
async function allowDemonstration(ownerUrl: string, allowed: boolean): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`update platform.mode set allowed = ${allowed} where allowed is distinct from ${allowed}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
