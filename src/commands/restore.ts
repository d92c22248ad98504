import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { restoreBackup } from '../platform/backup.ts'
import { now } from '../platform/clock.ts'
import { filesOf, withServer } from '../platform/installation.ts'
import { printFaults, verifyAll } from './verify.ts'

/** `jembatan restore FOLDER`: into an empty database only; ends with a look at the ledger. */
export const restore: Command = async (config, [folder]) => {
  if (folder === undefined) {
    process.stderr.write('Usage: jembatan restore FOLDER\n')
    return 2
  }
  return await withServer(config, async ({ ownerUrl }) => {
    const began = now()
    const { tables, files, made } = await restoreBackup(ownerUrl, {
      folder: resolve(folder),
      files: filesOf(config),
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const faults = printFaults(await verifyAll(ownerUrl, filesOf(config)))
    process.stdout.write(
      `${tables.length} tables, ${rows} rows, ${files.length} files of ${made} restored in ${now() - began} ms; ${faults} faults in the ledger.\n`,
    )
    return faults === 0 ? 0 : 1
  })
}
