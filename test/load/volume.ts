// The big database of the measurements, on the real disk with fsync on: made once, then found again.
// `node test/load/volume.ts` makes it and prints how long each part took. Never part of the product's own seeds.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { migrate, migrateJobs } from '../../src/platform/migrate.ts'
import { startPostgres, stopPostgres } from '../../src/platform/postmaster.ts'
import { templateName } from '../cluster.ts'

const asked = parseArgs({ options: { relations: { type: 'string' } }, strict: false, allowPositionals: true }).values
const relationCount = Number(asked.relations ?? 110_000)

/** /var/tmp is on the disk everywhere, also where /tmp is kept in memory. A smaller volume (--relations N) stands apart. */
export const volumeHome = join(
  '/var/tmp',
  `jembatan-volume-${userInfo().uid}${asked.relations === undefined ? '' : `-${relationCount}`}`,
)

const script = readFileSync(new URL('volume.sql', import.meta.url), 'utf8')

/** Changed migrations or another generator make another volume. */
function keyOf(relations: number): string {
  return `${templateName()} ${relations} ${createHash('sha256').update(script).digest('hex').slice(0, 12)}`
}

/**
 * Finds or makes the volume in `home`. Its server runs with the product's own settings afterwards; the caller stops it
 * with stopPostgres(home). `say` is told what happens, one line each.
 */
export async function openVolume({
  home = volumeHome,
  relations = relationCount,
  say,
}: {
  home?: string
  relations?: number
  say(line: string): void
}): Promise<{ ownerUrl: string }> {
  if (await isMade(home, relations)) return { ownerUrl: (await startPostgres({ home })).url }
  await stopPostgres(home)
  rmSync(home, { recursive: true, force: true })
  const began = performance.now()
  // Only for the filling: fewer checkpoints. The server is started again as the product starts it.
  const { url } = await startPostgres({ home, settings: { max_wal_size: '4GB', maintenance_work_mem: '256MB' } })
  await migrate(url)
  await migrateJobs(url)
  await fill(url, { relations, say })
  await stopPostgres(home)
  say(`volume of ${relations} relations made in ${seconds(began)} s`)
  return { ownerUrl: (await startPostgres({ home })).url }
}

async function isMade(home: string, relations: number): Promise<boolean> {
  const { url } = await startPostgres({ home })
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const there = await sql`select to_regclass('public.plain_made') is not null as there`
    if (there[0]?.['there'] !== true) return false
    return (await sql`select from public.plain_made where key = ${keyOf(relations)}`).length === 1
  } finally {
    await sql.end()
  }
}

async function fill(url: string, { relations, say }: { relations: number; say(line: string): void }): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { work_mem: '128MB' } })
  try {
    for (const part of script.split(/^-- ── /m).slice(1)) {
      const began = performance.now()
      await sql.unsafe(part.replace(/^/, '-- ').replaceAll(':relations', String(relations)))
      say(`  ${part.slice(0, part.indexOf('\n')).padEnd(12)} ${seconds(began)} s`)
    }
    await sql`insert into public.plain_made values (${keyOf(relations)})`
    const sizes = await sql`select pg_size_pretty(pg_database_size(current_database())) as size,
      (select count(*)::int from ledger.acts) as acts, (select count(*)::int from ledger.changes) as changes`
    say(`  ${sizes[0]?.['size']}, ${sizes[0]?.['acts']} acts, ${sizes[0]?.['changes']} changes`)
  } finally {
    await sql.end()
  }
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

if (import.meta.main) {
  await openVolume({ say: (line) => process.stdout.write(`${line}\n`) })
  await stopPostgres(volumeHome)
}
