import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import type { Command } from '../command.ts'
import { openPool, transact } from '../platform/database.ts'
import { findServer } from '../platform/installation.ts'
import type { DB } from '../platform/tables.gen.ts'
import type { Verification } from '../slices/ledger/model.ts'
import { verifyRegion } from '../slices/ledger/verify.ts'

/** Verifies the ledger of every region as the owner of the database; nothing is written. */
export async function verifyAll(ownerUrl: string): Promise<(Verification & { code: string })[]> {
  const pool = openPool(ownerUrl, { max: 1, prepare: false })
  const db = new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: pool as never }) })
  try {
    const regions = await db.selectFrom('reference.regions').select(['tenant', 'code']).orderBy('code').execute()
    const found = []
    for (const { tenant, code } of regions) {
      const open = `begin isolation level repeatable read read only; select set_config('app.tenant', '${tenant}', true)`
      found.push({ code, ...(await transact(pool, db, { open, work: (tx) => verifyRegion(tx) })) })
    }
    return found
  } finally {
    await pool.end({ timeout: 5 })
  }
}

/** `jembatan verify` */
export const verify: Command = async (config) => {
  const { ownerUrl, server } = await findServer(config)
  const regions = await verifyAll(ownerUrl)
  const faults = regions.flatMap(({ code, faults }) => faults.map((fault) => ({ code, ...fault })))
  for (const { code, table, id, what } of faults) process.stdout.write(`${code} ${table} ${id}: ${what}\n`)
  const sum = (of: 'acts' | 'changes' | 'heads' | 'personal' | 'unchained') =>
    regions.reduce((total, region) => total + region[of], 0)
  process.stdout.write(
    `${regions.length} regions, ${sum('acts')} acts, ${sum('changes')} changes, ${sum('heads')} heads, ` +
      `${sum('personal')} personal values; ${sum('unchained')} acts wait for the chain. ` +
      `${faults.length === 0 ? 'The ledger holds.' : `${faults.length} faults.`}\n`,
  )
  await server?.stop()
  return faults.length === 0 ? 0 : 1
}
