import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, type DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getFile } from '../files/queries.ts'
import { citeSource } from '../sources/commands.ts'
import { lockCohort, refuse, staleOf, type Keeper } from './locks.ts'
import {
  bodyObstacle,
  costsMost,
  fallOf,
  licenceObstacle,
  type BodyKind,
  type CostKind,
  type Payer,
  type Step,
} from './model.ts'
import { dropFromPublished } from './publication.ts'
import { listCounts } from './cohort-queries.ts'
import { feeObstacle } from './refused-words.ts'

interface Acting {
  tx: Tx
  act: Act
  on: DateText
  who: Keeper
}

export interface NewCount {
  id: string
  step: Step
  number: number | null
  countedOn: string
  bodyKind?: BodyKind | undefined
  bodyName?: string | undefined
  licenceNo?: string | undefined
  licenceUntil?: string | undefined
  reason?: string | undefined
  note?: string | undefined
  file?: string | undefined
  source?: string | undefined
  sure?: readonly string[] | undefined
}

/** How many stand at a step. Fewer than before or, entered late, more than after has a reason; handing over names a licensed body: UU 18/2017 Ps 49. */
export async function addCount({ tx, act, on, who }: Acting, count: NewCount): Promise<{ id: string }> {
  const cohort = await lockCohort(tx, { id: count.id, who })
  const { step, number, countedOn, reason, note, file, source } = count
  if (firstDayOf(countedOn) > on && count.sure?.includes('countedOn') !== true) {
    throw fieldFailure('countedOn', 'doubtful')
  }
  const body = step === 'diserahkan' ? bodyOf(count, cohort.scheme ?? undefined) : nobody
  const fall = fallOf(await listCounts(tx, count.id), { step, number, countedOn })
  if (fall !== undefined && !reason) {
    const by = { what: fall.what, number: fall.beside.number, countedOn: fall.beside.countedOn }
    throw new Failure('invalid', { fields: [{ path: 'reason', fault: 'required' }], by })
  }
  if (file !== undefined) await getFile(tx, file)
  const id = newId()
  await tx
    .insertInto('workforce.counts')
    .values({
      id,
      cohort: count.id,
      step,
      number,
      counted_on: countedOn,
      ...body,
      reason: reason || null,
      note: note || null,
      file: file ?? null,
    })
    .execute()
  if (source !== undefined) await citeSource({ tx }, { subject: id, field: 'number', source, saidOn: countedOn })
  act.about(count.id)
  return { id }
}

const nobody = { body_kind: null, body_name: null, licence_no: null, licence_until: null }

/** Who took them over: one of the three that may place, a P3MI with a licence that still holds on that day. */
function bodyOf({ countedOn, bodyKind, bodyName, licenceNo, licenceUntil }: NewCount, scheme: string | undefined) {
  if (bodyKind === undefined) throw fieldFailure('bodyKind', 'required')
  if (!bodyName) throw fieldFailure('bodyName', 'required')
  refuse(bodyObstacle({ scheme, on: firstDayOf(countedOn), body: bodyKind }), 'bodyKind')
  if (bodyKind !== 'p3mi') return { ...nobody, body_kind: bodyKind, body_name: bodyName }
  if (!licenceNo) throw fieldFailure('licenceNo', 'required')
  if (licenceUntil === undefined) throw fieldFailure('licenceUntil', 'required')
  refuse(licenceObstacle({ until: licenceUntil, on: countedOn }), 'licenceUntil')
  return { body_kind: bodyKind, body_name: bodyName, licence_no: licenceNo, licence_until: licenceUntil }
}

/** Says that a count was wrong, and why. It leaves the public page at once; history keeps it. */
export async function voidCount(
  { tx, act, on, who }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string }> {
  const row = await tx
    .selectFrom('workforce.counts')
    .select(['cohort', 'rev', 'voided_on'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  await lockCohort(tx, { id: row.cohort, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  if (row.voided_on !== null) throw fieldFailure('id', 'taken')
  if (!reason) throw fieldFailure('reason', 'required')
  await tx
    .updateTable('workforce.counts')
    .set({ voided_on: on, voided_reason: reason, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  await dropFromPublished(tx, { cohort: row.cohort, count: id })
  act.about(row.cohort)
  return { id }
}

export interface NewCost {
  id: string
  item: string
  kind: CostKind
  payer: Payer
  amount?: number | null | undefined
}

/** Who pays what. What the worker would pay for being placed is refused, however it is called: UU 18/2017 Ps 30. */
export async function addCost({ tx, act, who }: Acting, cost: NewCost): Promise<{ id: string }> {
  const { id: cohort, item, kind, payer, amount } = cost
  await lockCohort(tx, { id: cohort, who })
  refuse(feeObstacle({ item, payer }), 'item')
  const { n } = await tx
    .selectFrom('workforce.costs')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('cohort', '=', cohort)
    .executeTakeFirstOrThrow()
  if (Number(n) >= costsMost) throw new Failure('too_large')
  const id = newId()
  const money = amount === undefined || amount === null ? null : String(amount)
  await tx.insertInto('workforce.costs').values({ id, cohort, item, kind, payer, amount: money }).execute()
  act.about(cohort)
  return { id }
}

/** Removes a line of costs. */
export async function dropCost(
  { tx, act, who }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const row = await tx
    .selectFrom('workforce.costs')
    .select(['cohort', 'rev'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  await lockCohort(tx, { id: row.cohort, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  await tx.deleteFrom('workforce.costs').where('id', '=', id).execute()
  act.about(row.cohort)
  return { id }
}
