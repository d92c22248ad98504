import { sql, type Kysely } from 'kysely'
import type { Command } from '../command.ts'
import { over, transact } from '../platform/database.ts'
import { findDamaged } from '../platform/backup-files.ts'
import { filesOf, mustExist, withServer } from '../platform/installation.ts'
import { openPool } from '../platform/pool.ts'
import type { DB } from '../platform/tables.gen.ts'
import type { Fault, Verification } from '../slices/ledger/model.ts'
import { verifyRegion } from '../slices/ledger/verify.ts'

type Verified = Verification & { code: string }

/**
 * Verifies the ledger of every region as the owner of the database; nothing is written. Rows whose region does not
 * exist are looked at as well: moving a row to another tenant must not hide it. With the folder of `files` each row's
 * bytes are hashed too.
 */
export async function verifyAll(ownerUrl: string, files?: string): Promise<Verified[]> {
  const pool = openPool(ownerUrl, { max: 1, prepare: false })
  const db = over(pool)
  try {
    const { rows: regions } = await sql<{ tenant: string; code: string }>`
      select tenant, coalesce(r.code, '?') as code from (
        select tenant from reference.regions union select tenant from ledger.acts union select tenant from ledger.changes
        union select tenant from ledger.heads union select tenant from ledger.personal) t
      left join reference.regions r using (tenant) order by 2, 1`.execute(db)
    const found: Verified[] = []
    for (const { tenant, code } of regions) {
      const open = `begin isolation level repeatable read read only; select set_config('app.tenant', '${tenant}', true)`
      const verified = await transact(pool, db, { open, work: (tx) => verifyRegion(tx) })
      const lost = files === undefined ? [] : await lostFiles(db, { tenant, files })
      found.push({ code, ...verified, faults: [...verified.faults, ...lost] })
    }
    return found
  } finally {
    await pool.end()
  }
}

/** Rows of a region whose bytes are gone from the folder, or differ from their hash. */
async function lostFiles(db: Kysely<DB>, { tenant, files }: { tenant: string; files: string }): Promise<Fault[]> {
  const { rows } = await sql<{ id: string; tenant: string; sha256: string }>`
    select id::text, tenant::text, sha256 from files.files where tenant = ${tenant}::uuid order by id`.execute(db)
  const damaged = new Set((await findDamaged(rows, files)).map(({ sha256 }) => sha256))
  return rows
    .filter(({ sha256 }) => damaged.has(sha256))
    .map(({ id }) => ({ table: 'files.files', id, what: 'file' as const }))
}

/** Prints a line per fault, with its region, table and id; answers how many there are. */
export function printFaults(regions: readonly Verified[]): number {
  let count = 0
  for (const { code, faults } of regions) {
    for (const { table, id, what } of faults) process.stdout.write(`${code} ${table} ${id}: ${what}\n`)
    count += faults.length
  }
  return count
}

/** `jembatan verify` */
export const verify: Command = async (config) => {
  mustExist(config)
  return await withServer(config, async ({ ownerUrl }) => {
    const regions = await verifyAll(ownerUrl, filesOf(config))
    const faults = printFaults(regions)
    const sum = (of: 'acts' | 'changes' | 'heads' | 'personal' | 'unchained') =>
      regions.reduce((total, region) => total + region[of], 0)
    process.stdout.write(
      `${regions.length} regions, ${sum('acts')} acts, ${sum('changes')} changes, ${sum('heads')} heads, ` +
        `${sum('personal')} personal values; acts that wait for the chain: ${sum('unchained')}. ` +
        `${faults === 0 ? 'The ledger holds.' : `${faults} faults.`}\n`,
    )
    return faults === 0 ? 0 : 1
  })
}
