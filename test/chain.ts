import { setTimeout as sleep } from 'node:timers/promises'
import { chainActs } from '../src/slices/ledger/jobs.ts'
import type { World } from './world.ts'

/** How many acts of a world are not in the chain yet. */
export async function countWaiting({ owner }: World): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from ledger.acts a where not exists (
      select from ledger.heads h where h.tenant = a.tenant and h.act = a.id)`
  return row?.n ?? 0
}

/** Chains everything. Open transactions of other databases of the cluster hold the chain back too; they end soon. */
export async function chainAll(world: World): Promise<void> {
  for (let look = 0; look < 300; look++) {
    await chainActs(world.ownerUrl)
    if ((await countWaiting(world)) === 0) return
    await sleep(50)
  }
  throw new Error('acts still wait for the chain after 15 s')
}
