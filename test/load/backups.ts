// How long the volume takes into a backup and out of it again, on the same disk.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
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
  // The reference's own tables are no part of an installation.
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const others = await owner<{ name: string; comment: string }[]>`
    select format('%I.%I', relnamespace::regnamespace::text, relname) as name, obj_description(oid, 'pg_class') as comment
    from pg_class where relkind = 'r' and relnamespace::regnamespace::text = 'plain'`
  const say = async (comment: (known: string) => string) => {
    for (const other of others)
      await owner.unsafe(`comment on table ${other.name} is '${comment(other.comment).replaceAll("'", "''")}'`)
  }
  try {
    await say((known) => `not ours: ${known}`)
    const folder = join(place, 'backup')
    const written = await seconds(async () => await writeBackup(ownerUrl, { folder, files: join(place, 'none') }))
    const { url } = await startPostgres({ home })
    const restored = await seconds(async () => await restoreBackup(url, { folder, files: join(place, 'files') }))
    return [
      limited('backup', { unit: 's', value: written, target: most }),
      limited('restore', { unit: 's', value: restored, target: most }),
    ]
  } finally {
    await say((known) => known)
    await owner.end()
    await stopPostgres(home)
    rmSync(place, { recursive: true, force: true })
  }
}
