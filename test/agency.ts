import type { Tx } from '../src/platform/database.ts'

/** The agency whose staff asks in the matrix; undefined in a region without one. What she may change must be hers. */
export async function agencyOfStaff(tx: Tx): Promise<string | undefined> {
  const staff = await tx
    .selectFrom('identity.memberships')
    .select('unit')
    .where('role', '=', 'opd')
    .where('unit', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return staff?.unit ?? undefined
}
