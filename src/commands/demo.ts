import type { Command } from '../command.ts'
import type { Config } from '../platform/config.ts'
import { filesOf, mustExist, openInstallation } from '../platform/installation.ts'
import { openStore } from '../platform/store.ts'
import { isShown, removeDemonstration } from '../slices/demo/removal.ts'
import { seedDemonstration } from '../slices/demo/seed.ts'

/** `jembatan demo seed|remove` */
export const demo: Command = async (config, [verb, ...words]) => {
  if (verb === 'seed' && words.length === 0) return await seed(config)
  if (verb === 'remove' && words.every((word) => word === '--yes')) {
    return await remove(config, { sure: words.length > 0 })
  }
  process.stderr.write('Usage: jembatan demo seed\n       jembatan demo remove [--yes]\n')
  return 2
}

async function seed(config: Config): Promise<number> {
  const installation = await openInstallation(config)
  try {
    const said = await seedDemonstration(installation.database, { store: openStore(filesOf(config)) })
    process.stdout.write(`Demonstration: ${said}.\n`)
    return 0
  } finally {
    await installation.close()
  }
}

async function remove(config: Config, { sure }: { sure: boolean }): Promise<number> {
  mustExist(config)
  const { ownerUrl, close } = await openInstallation(config)
  try {
    if (!sure && (await isShown(ownerUrl))) {
      process.stderr.write(
        'The demonstration is what visitors see now, and nothing was removed. Set up a region first ' +
          '(jembatan region add), start with JEMBATAN_DEMO=0, or say jembatan demo remove --yes.\n',
      )
      return 1
    }
    const { tables, accounts, jobs, files } = await removeDemonstration(ownerUrl, { files: filesOf(config) })
    if (tables.length === 0 && accounts === 0 && files === 0) {
      process.stdout.write('Nothing of the demonstration is left.\n')
      return 0
    }
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    for (const table of tables) process.stdout.write(`${table.name.padEnd(32)} ${table.rows}\n`)
    process.stdout.write(
      `The demonstration is gone: ${rows} rows of ${tables.length} tables, ${accounts} accounts, ${jobs} jobs, ${files} files.\n`,
    )
    return 0
  } finally {
    await close()
  }
}
