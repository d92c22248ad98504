// How long the volume takes into a backup and out of it again, on the same disk.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { restoreBackup, writeBackup } from '../../src/platform/backup.ts'
import { startPostgres, stopPostgres } from '../../src/platform/postmaster.ts'
import { limited, type Row } from './rounds.ts'

const most = 1800 // seconds: what a quarter of a night leaves for either

export async function measureBackup(ownerUrl: string): Promise<Row[]> {
  const place = mkdtempSync('/var/tmp/jembatan-backup-')
  chmodSync(place, 0o755) // as root the database runs as another user, who must pass
  const home = join(place, 'restored')
  const seconds = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  try {
    const folder = join(place, 'backup')
    const written = await seconds(async () => await writeBackup(ownerUrl, { folder, files: join(place, 'none') }))
    const { url } = await startPostgres({ home })
    const restored = await seconds(async () => await restoreBackup(url, { folder, files: join(place, 'files') }))
    return [
      limited('backup', { unit: 's', value: written, target: most }),
      limited('restore', { unit: 's', value: restored, target: most }),
    ]
  } finally {
    await stopPostgres(home)
    rmSync(place, { recursive: true, force: true })
  }
}
