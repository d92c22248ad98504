import { sql } from 'kysely'
import { newId } from '../shared/ids.ts'
import { actOf, openAct, type Act } from './act.ts'
import type { Database, PortalDb, Tenancy, Tx } from './database.ts'

/** Carries what was seen out of a transaction that must not be kept. */
class Rehearsed {
  readonly seen: unknown
  constructor(seen: unknown) {
    this.seen = seen
  }
}

/**
 * Shows what the world would see after some work that is not done: the work runs in a transaction, is read back as the
 * portal's role under the portal's policies, and is rolled back. Nothing of it, nor its act, is kept.
 */
export async function rehearse<Result>(
  database: Database,
  tenancy: Tenancy,
  { work, show }: { work: (call: { tx: Tx; act: Act }) => Promise<void>; show: (portal: PortalDb) => Promise<Result> },
): Promise<Result> {
  try {
    await database.inTenant({ ...tenancy, write: true }, async (tx) => {
      const id = newId()
      await openAct(tx, id)
      await work({ tx, act: actOf(id).act })
      await sql`set local role jembatan_portal`.execute(tx)
      throw new Rehearsed(await show(tx as unknown as PortalDb))
    })
  } catch (outcome) {
    if (outcome instanceof Rehearsed) return outcome.seen as Result
    throw outcome
  }
  throw new Error('a rehearsal was kept')
}
