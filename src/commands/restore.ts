import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { restoreBackup } from '../platform/backup.ts'
import { now } from '../platform/clock.ts'
import { findServer } from '../platform/installation.ts'
import { verifyAll } from './verify.ts'

/** `jembatan restore FOLDER`: into an empty database only; ends with a look at the ledger. */
export const restore: Command = async (config, [folder]) => {
  if (folder === undefined) {
    process.stderr.write('Usage: jembatan restore FOLDER\n')
    return 2
  }
  const began = now()
  const { ownerUrl, server } = await findServer(config)
  const { tables, made } = await restoreBackup(ownerUrl, resolve(folder))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const faults = (await verifyAll(ownerUrl)).flatMap((region) => region.faults)
  process.stdout.write(
    `${tables.length} tables, ${rows} rows of ${made} restored in ${now() - began} ms; ${faults.length} faults in the ledger.\n`,
  )
  await server?.stop()
  return faults.length === 0 ? 0 : 1
}
