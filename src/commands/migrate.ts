import type { Command } from '../command.ts'
import { withServer } from '../platform/installation.ts'
import { migrate, migrateJobs } from '../platform/migrate.ts'

/** `jembatan migrate` */
export const migrateOnly: Command = async (config) =>
  await withServer(config, async ({ ownerUrl }) => {
    const { applied, version } = await migrate(ownerUrl)
    await migrateJobs(ownerUrl)
    process.stdout.write(`${applied.length} migrations applied; the database is at ${version}.\n`)
    return 0
  })
