import { sql } from 'kysely'
import type { Zone } from '../shared/dates.ts'
import { now } from './clock.ts'
import type { Database } from './database.ts'

/** How long an answer about the installation's mode is believed, in ms: setting up a region shows within it. */
const believedFor = 1000

/** Whether the installation is a demonstration: the configuration allows it, and no real region exists. */
export function openMode(database: Database): () => Promise<boolean> {
  let asked = { at: -believedFor, answer: false }
  return async () => {
    if (now() - asked.at < believedFor) return asked.answer
    const { rows } = await sql<{ now: boolean }>`select platform.is_demonstration() as now`.execute(database.identity)
    asked = { at: now(), answer: rows[0]?.now === true }
    return asked.answer
  }
}

/** The zone of each region; a region never changes its zone without a restart. */
export function openZones(database: Database): (tenant: string) => Promise<Zone> {
  const known = new Map<string, Zone>()
  return async (tenant) => {
    const zone = known.get(tenant)
    if (zone !== undefined) return zone
    const row = await database.identity
      .selectFrom('reference.regions')
      .select('zone')
      .where('tenant', '=', tenant)
      .executeTakeFirst()
    const found = (row?.zone ?? 'WIB') as Zone
    known.set(tenant, found)
    return found
  }
}
