import type { Zone } from '../shared/dates.ts'
import { now } from './clock.ts'
import type { Database } from './database.ts'

/** How long an answer about the installation's mode is believed, in ms: setting up a region shows within it. */
const believedFor = 1000

/** Whether the installation is a demonstration: allowed by configuration, and no real region exists. */
export function openMode(database: Database, { allowed }: { allowed: boolean }): () => Promise<boolean> {
  let asked = { at: -believedFor, answer: false }
  return async () => {
    if (!allowed) return false
    if (now() - asked.at < believedFor) return asked.answer
    const row = await database.identity.selectFrom('platform.mode').select('real_since').executeTakeFirst()
    asked = { at: now(), answer: row?.real_since === null }
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
