import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { RegisterLine } from './model.ts'

/** Writes the register line of a relation anew. Called by the commands of relations inside their own act. */
export async function keepRegisterLine(tx: Tx, line: RegisterLine): Promise<void> {
  const values = {
    id: line.relation,
    province: line.province,
    region_code: line.regionCode,
    region_name: line.regionName,
    partner_name: line.partnerName,
    country: line.country ?? null,
    kind: line.kind ?? null,
    status: line.status,
    soon_on: line.soonOn ?? 'infinity',
    ends_on: line.endsOn ?? 'infinity',
    after_end: line.afterEnd ?? null,
    holds_from: line.holdsFrom ?? null,
    stage: line.stage ?? null,
    sectors: line.sectors,
    last_activity_on: line.lastActivityOn ?? null,
    demonstration: line.demonstration,
  }
  await tx
    .insertInto('oversight.register')
    .values({ ...values, tenant: sql`nullif(current_setting('app.tenant', true), '')::uuid` })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'id']).doUpdateSet({ ...values, kept_at: sql`clock_timestamp()` }),
    )
    .execute()
}

/** Takes the line of a relation out that was taken back. */
export async function dropRegisterLine(tx: Tx, relation: string): Promise<void> {
  await tx.deleteFrom('oversight.register').where('id', '=', relation).execute()
}
