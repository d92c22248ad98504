import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { staleOf, type Keeper } from './locks.ts'
import { mayName, type Shareable, type Step } from './model.ts'

interface Acting {
  tx: Tx
  act: Act
  on: DateText
  who: Keeper
}

/** How many names a cohort takes. */
export const namesMost = 500

interface Kept {
  step: Step
  consentOn: DateText
  mayShare: readonly Shareable[]
}

/** Names of a cohort, for its source agency alone: not for officers either. Throws forbidden, not_found. */
export async function listNames({ tx, who }: Pick<Acting, 'tx' | 'who'>, cohort: string) {
  await refuseStrangers(tx, { cohort, who })
  const rows = await tx
    .selectFrom('workforce.listed')
    .select(['id', 'name', 'step', 'consent_on as consentOn', 'may_share as mayShare', 'rev'])
    .where('cohort', '=', cohort)
    .orderBy('id')
    .limit(namesMost)
    .execute()
  return rows.map((row) => ({ ...row, step: row.step as Step, mayShare: row.mayShare as Shareable[] }))
}

/** Lists somebody who agreed to it. A day of consent that is still to come is none. */
export async function addName(
  { tx, act, on, who }: Acting,
  { id: cohort, name, ...kept }: Kept & { id: string; name: string },
): Promise<{ id: string }> {
  await refuseStrangers(tx, { cohort, who, held: true })
  refuseAhead(kept, on)
  const { n } = await tx
    .selectFrom('workforce.listed')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('cohort', '=', cohort)
    .executeTakeFirstOrThrow()
  if (Number(n) >= namesMost) throw new Failure('too_large')
  const id = newId()
  await tx
    .insertInto('workforce.listed')
    .values({ id, cohort, name, ...columnsOf(kept) })
    .execute()
  act.about(cohort)
  return { id }
}

/** Corrects what is kept of somebody. */
export async function mendName(
  { tx, act, on, who }: Acting,
  { id, rev, name, ...kept }: Kept & { id: string; rev: number; name?: string | undefined },
): Promise<{ id: string; rev: number }> {
  const row = await lockName(tx, { id, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  refuseAhead(kept, on)
  await tx
    .updateTable('workforce.listed')
    .set({ ...columnsOf(kept), ...(name !== undefined && { name }), rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  act.about(row.cohort)
  return { id, rev: rev + 1 }
}

/** Erases one name, and what the ledger kept of it: this cannot be taken back, and the chain still verifies. */
export async function dropName(
  { tx, act, who }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const row = await lockName(tx, { id, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  await tx.deleteFrom('workforce.listed').where('id', '=', id).execute()
  await sql`select workforce.forget(${id}::uuid)`.execute(tx)
  act.about(row.cohort)
  return { id }
}

const columnsOf = ({ step, consentOn, mayShare }: Kept) => ({
  step,
  consent_on: consentOn,
  may_share: [...new Set(mayShare)],
})

function refuseAhead({ consentOn }: Kept, on: DateText): void {
  if (consentOn > on) throw fieldFailure('consentOn', 'wrong_order')
}

async function refuseStrangers(
  tx: Tx,
  { cohort, who, held = false }: { cohort: string; who: Keeper; held?: boolean },
): Promise<void> {
  const row = await tx
    .selectFrom('workforce.cohorts')
    .select('unit')
    .where('id', '=', cohort)
    .$if(held, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (!mayName(who, row.unit)) throw new Failure('forbidden')
}

async function lockName(tx: Tx, { id, who }: { id: string; who: Keeper }) {
  const row = await tx
    .selectFrom('workforce.listed')
    .select(['cohort', 'rev'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  await refuseStrangers(tx, { cohort: row.cohort, who })
  return row
}
