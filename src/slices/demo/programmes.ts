import { asSystem, type Act } from '../../platform/act.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Store } from '../../platform/store.ts'
import { evidenceSeed } from './contoh-evidence.ts'
import { exchangeSeeds } from './exchange-stories.ts'
import { contestSeeds } from './contests-stories.ts'
import { csrSeeds } from './csr-stories.ts'
import { forumSeeds } from './forum-stories.ts'
import { judgingSeeds } from './judging-stories.ts'
import { demoRegions } from './regions.ts'
import { residentsSeeds } from './residents-stories.ts'
import { workforceSeeds } from './workforce-stories.ts'

/** What a story tells of one part of Program in one region, entered after the story itself. */
export interface ProgrammeSeed {
  region: string
  /** Whether it was entered before: an older demonstration is filled up, and nothing is entered twice. */
  isThere(tx: Tx): Promise<boolean>
  enter(call: { tx: Tx; act: Act; store: Store; tenant: string }): Promise<void>
}

/** One act each, in this order. */
const seeds: readonly ProgrammeSeed[] = [
  ...csrSeeds,
  evidenceSeed,
  ...workforceSeeds,
  ...exchangeSeeds,
  ...contestSeeds,
  ...judgingSeeds,
  ...forumSeeds,
  ...residentsSeeds,
]

/** Enters what is missing; says whether anything was. */
export async function seedProgrammes(database: Database, store: Store): Promise<boolean> {
  let entered = false
  for (const { region: slug, isThere, enter } of seeds) {
    const tenant = demoRegions.find((region) => region.slug === slug)?.tenant
    if (tenant === undefined || (await database.inTenant({ tenant }, isThere))) continue
    await asSystem(database, { tenant, verb: 'demo.seed' }, async (call) => await enter({ ...call, store, tenant }))
    entered = true
  }
  return entered
}
