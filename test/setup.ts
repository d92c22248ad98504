import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { openDatabase } from '../src/platform/database.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { openStore } from '../src/platform/store.ts'
import { seedDemonstration } from '../src/slices/demo/seed.ts'
import { closeCluster, openCluster, templateName, testHome } from './cluster.ts'

const seeded = `seeded_${process.pid}_${randomBytes(4).toString('hex')}`

/**
 * Vitest's global setup: one cluster for the whole run, stopped at its end, and in it a template with the demonstration
 * already told: each world is a copy of it instead of telling it once more.
 */
export async function setup(): Promise<void> {
  const cluster = await openCluster()
  await asOwner(cluster, async (admin) => {
    await admin.unsafe(`create database ${seeded} template ${templateName()} strategy file_copy`)
  })
  const database = openDatabase(roleUrls(cluster.replace(/\/postgres$/, `/${seeded}`)), { max: 4, prepare: true })
  try {
    // Without the invented region nothing has a file.
    await seedDemonstration(database, { store: openStore(testHome('no-files')), invented: false })
  } finally {
    await database.close()
  }
  process.env['TEST_SEEDED'] = seeded
  // The product is started many times as a process of its own: what it is made of is compiled once.
  process.env['NODE_COMPILE_CACHE'] ??= testHome('compiled')
}

export async function teardown(): Promise<void> {
  await asOwner(await openCluster(), async (admin) => {
    await admin.unsafe(`drop database if exists ${seeded} with (force)`)
  })
  await closeCluster()
}

async function asOwner(cluster: string, work: (admin: postgres.Sql) => Promise<void>): Promise<void> {
  const admin = postgres(cluster, { max: 1, onnotice: () => {} })
  try {
    await work(admin)
  } finally {
    await admin.end({ timeout: 5 })
  }
}
