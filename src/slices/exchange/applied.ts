import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getFile } from '../files/queries.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { getUnit } from '../reference/queries.ts'
import { lockExchange, refuseOthers, type Acting } from './locks.ts'
import { appliedFault, exchangeLimits } from './model.ts'

type Keeping = Acting & Pick<Call, 'on'>

interface Line {
  place?: string | null | undefined
  unit?: string | null | undefined
  evidence?: string | null | undefined
  whatLang?: string | undefined
  sure?: readonly string[] | undefined
}

export type NewApplied = Line & { id: string; appliedOn: string; what: string }

/** Records what was applied at home of an exchange (`id`). A day before the exchange had begun is asked. */
export async function addApplied({ tx, act, who, on }: Keeping, line: NewApplied) {
  const { id: exchange, appliedOn, what, whatLang, place, unit, evidence, sure } = line
  const { unit: keeper, from_on: fromOn } = await lockExchange(tx, { id: exchange })
  refuseOthers(who, keeper)
  refuseDay(appliedOn, { fromOn, on, sure })
  await refuseUnknown(tx, { unit, evidence })
  const { n } = await tx
    .selectFrom('exchange.applied')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('exchange', '=', exchange)
    .executeTakeFirstOrThrow()
  if (Number(n) >= exchangeLimits.applied) throw new Failure('too_large')
  const id = newId()
  await tx
    .insertInto('exchange.applied')
    .values({
      id,
      exchange,
      applied_on: appliedOn,
      what,
      what_lang: whatLang ?? 'id',
      place: place ?? null,
      unit: unit ?? null,
      evidence: evidence ?? null,
    })
    .execute()
  await bump(tx, exchange)
  act.about(exchange)
  return { id, rev: 1 }
}

export type AppliedMend = Line & { id: string; rev: number; appliedOn?: string | undefined; what?: string | undefined }

/** Corrects a line. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendApplied({ tx, act, who, on }: Keeping, mend: AppliedMend) {
  const { id, rev, appliedOn, what, whatLang, place, unit, evidence, sure } = mend
  const { exchange, keeper, fromOn } = await lockLine(tx, { id, rev })
  refuseOthers(who, keeper)
  if (appliedOn !== undefined) refuseDay(appliedOn, { fromOn, on, sure })
  await refuseUnknown(tx, { unit, evidence })
  await tx
    .updateTable('exchange.applied')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(appliedOn !== undefined && { applied_on: appliedOn }),
      ...(what !== undefined && { what }),
      ...(whatLang !== undefined && { what_lang: whatLang }),
      ...(place !== undefined && { place }),
      ...(unit !== undefined && { unit }),
      ...(evidence !== undefined && { evidence }),
    }))
    .where('id', '=', id)
    .execute()
  await bump(tx, exchange)
  act.about(exchange)
  return { id, rev: rev + 1 }
}

/** Takes a wrong line out again; the history keeps it. */
export async function dropApplied({ tx, act, who }: Keeping, { id, rev }: { id: string; rev: number }) {
  const { exchange, keeper } = await lockLine(tx, { id, rev })
  refuseOthers(who, keeper)
  await tx.deleteFrom('exchange.applied').where('id', '=', id).execute()
  await bump(tx, exchange)
  act.about(exchange)
  return { id }
}

async function lockLine(tx: Tx, { id, rev }: { id: string; rev: number }) {
  const found = await tx.selectFrom('exchange.applied').select('exchange').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Failure('not_found')
  const { unit: keeper, from_on: fromOn } = await lockExchange(tx, { id: found.exchange })
  const row = await tx.selectFrom('exchange.applied').select('rev').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (row.rev !== rev) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  return { exchange: found.exchange, keeper, fromOn }
}

// What is public is compared with the exchange's own revision.
async function bump(tx: Tx, exchange: string): Promise<void> {
  await tx
    .updateTable('exchange.exchanges')
    .set((set) => ({ rev: set('rev', '+', 1) }))
    .where('id', '=', exchange)
    .execute()
}

function refuseDay(
  appliedOn: string,
  { fromOn, on, sure }: { fromOn: string | null; on: string; sure?: readonly string[] | undefined },
): void {
  const fault = appliedFault(appliedOn, { fromOn: fromOn ?? undefined, on, sure })
  if (fault !== undefined) throw fieldFailure('appliedOn', fault)
}

async function refuseUnknown(tx: Tx, { unit, evidence }: Pick<Line, 'unit' | 'evidence'>): Promise<void> {
  if (unit !== undefined && unit !== null) await getUnit(tx, unit)
  if (evidence !== undefined && evidence !== null) await getFile(tx, evidence)
}
