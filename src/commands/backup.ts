import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { writeBackup } from '../platform/backup.ts'
import { now } from '../platform/clock.ts'
import { filesOf, mustExist, withServer } from '../platform/installation.ts'

/** `jembatan backup FOLDER`: while the product runs or not; one snapshot. */
export const backup: Command = async (config, [folder]) => {
  if (folder === undefined) {
    process.stderr.write('Usage: jembatan backup FOLDER\n')
    return 2
  }
  mustExist(config)
  return await withServer(config, async ({ ownerUrl }) => {
    const began = now()
    const { tables, files, version } = await writeBackup(ownerUrl, {
      folder: resolve(folder),
      files: filesOf(config),
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(
      `${tables.length} tables, ${rows} rows, ${files.length} files at ${version} in ${now() - began} ms.\n`,
    )
    return 0
  })
}
