import type { Command } from '../command.ts'
import postgres from 'postgres'
import { withServer } from '../platform/installation.ts'
import { migrate, migrateJobs } from '../platform/migrate.ts'
import { findPolicyFaults } from '../platform/policies.ts'

/** `jembatan migrate` */
export const migrateOnly: Command = async (config) =>
  await withServer(config, async ({ ownerUrl }) => {
    const mended = await forgetTemplate(ownerUrl)
    const { applied, version } = await migrate(ownerUrl)
    await migrateJobs(ownerUrl)
    process.stdout.write(`${applied.length} migrations applied; the database is at ${version}.\n`)
    if (mended > 0) process.stdout.write(`Row policies were put right: ${mended}.\n`)
    return 0
  })

/** Where policies are not as the template puts them, its mark is taken away, so that it is put on again. Answers how many. */
async function forgetTemplate(ownerUrl: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql`select to_regclass('platform.migrations') is not null as there`
    const faults = row?.['there'] === true ? await findPolicyFaults(sql) : []
    if (faults.length > 0) await sql`comment on schema platform is null`
    return faults.length
  } finally {
    await sql.end({ timeout: 5 })
  }
}
