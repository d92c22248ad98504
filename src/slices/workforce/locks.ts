import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { isOwnAgency, type Obstacle } from './model.ts'

/** Who acts, as far as rules of this slice ask. */
export interface Keeper {
  role: string
  unit: string | undefined
}

/** The demonstration and jobs act as an officer would. */
export const system: Keeper = { role: 'system', unit: undefined }

/** Agency staff keep what is of their own agency. Throws forbidden. */
export function refuseOthers(who: Keeper, unit: string | null | undefined): void {
  if (!isOwnAgency(who, unit)) throw new Failure('forbidden')
}

/** What somebody else wrote since a row was read, as a refusal. */
export async function staleOf(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

/** A cohort, held until the act is done: of two counts at once the second sees the first. */
export async function lockCohort(tx: Tx, { id, who }: { id: string; who: Keeper }) {
  const row = await tx
    .selectFrom('workforce.cohorts')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  refuseOthers(who, row.unit)
  return row
}

/** Refuses with where it is written: at a field, or as what the law still wants. */
export function refuse(obstacle: Obstacle | undefined, path?: string): void {
  if (obstacle === undefined) return
  if (path === undefined) throw new Failure('not_yet', { missing: [obstacle] })
  const { details } = fieldFailure(path, 'wrong')
  throw new Failure('invalid', { ...details, by: obstacle })
}
