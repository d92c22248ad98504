import type { Command } from '../command.ts'
import { findServer } from '../platform/installation.ts'
import { migrate, migrateJobs } from '../platform/migrate.ts'

/** `jembatan migrate` */
export const migrateOnly: Command = async (config) => {
  const { ownerUrl, server } = await findServer(config)
  const { applied, version } = await migrate(ownerUrl)
  await migrateJobs(ownerUrl)
  process.stdout.write(`${applied.length} migrations applied; the database is at ${version}.\n`)
  await server?.stop()
  return 0
}
