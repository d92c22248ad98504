import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { findPartner } from '../partners/queries.ts'
import {
  getProcedure,
  procedureFor,
  whyNotPair,
  type CooperationType,
  type PartnerKind,
  type Procedure,
  type ProcedureId,
} from '../procedures/model.ts'
import { lockRelation, whyUntouched } from './locks.ts'
import { isUntouchedFirst, type Process } from './course.ts'
import { endOfTime, type Initiator } from './model.ts'
import { getCourse } from './queries.ts'
import { refreshRegister } from './register-line.ts'

export type Runs = NonNullable<ReturnType<typeof procedureFor>>

interface NewProcess {
  relation: string
  runs: Runs
  beganOn: string
  initiator?: Initiator | undefined
  referral?: 'diaspora' | undefined
}

/** Starts one run of a procedure. */
export async function startProcess(tx: Tx, { relation, runs, beganOn, initiator, referral }: NewProcess) {
  const id = newId()
  await tx
    .insertInto('relations.processes')
    .values({
      id,
      relation,
      procedure: runs.procedure.id,
      provisional: runs.provisional,
      began_on: beganOn,
      initiator: initiator ?? null,
      referral: referral ?? null,
    })
    .execute()
  return id
}

/**
 * The procedure that a word on the type lets run. Refused, with the article, where the law does not pair the type with
 * the partner: a company is never a sister city.
 */
export async function decideProcedure(
  tx: Tx,
  { partner, cooperationType }: { partner: string | null; cooperationType: CooperationType | null },
): Promise<Runs | undefined> {
  const card = partner === null ? undefined : await findPartner(tx, partner)
  const type = cooperationType ?? undefined
  const partnerKind = card?.kind as PartnerKind | undefined
  const article = whyNotPair({ type, partnerKind })
  if (article !== undefined) {
    throw new Failure('invalid', {
      fields: [{ path: 'cooperationType', fault: 'wrong' }],
      missing: [{ id: 'jenis', article }],
    })
  }
  return procedureFor({ cooperationType: type, partnerKind })
}

/**
 * Tells the processes of a relation whether they are still an estimate, and starts the first where a decision lets one
 * run: from the day the relation began, because what happened since belongs to it.
 */
export async function settleProcesses(tx: Tx, { relation, runs }: { relation: string; runs: Runs }): Promise<void> {
  await tx
    .updateTable('relations.processes')
    .set((set) => ({ provisional: runs.provisional, rev: set('rev', '+', 1) }))
    .where('relation', '=', relation)
    .where('procedure', '=', runs.procedure.id)
    .where('provisional', '!=', runs.provisional)
    .execute()
  const { row, course } = await getCourse(tx, relation)
  if (course.processes.length > 0 || row.beganOn === null) return
  await startProcess(tx, { relation, runs, beganOn: row.beganOn })
}

/** Starts a further run, for a renewal. Refused while one is open: its steps would have two homes. */
export async function beginProcess(
  { tx, act }: { tx: Tx; act: Act },
  { id, beganOn, initiator }: { id: string; beganOn: string; initiator?: Initiator | undefined },
): Promise<{ id: string }> {
  const { partner } = await lockRelation(tx, id)
  const { row, course } = await getCourse(tx, id)
  const runs = await decideProcedure(tx, { partner, cooperationType: row.cooperationType })
  if (runs === undefined) throw fieldFailure('id', 'wrong')
  const isYielded = (process: string) => course.texts.some((text) => text.process === process)
  // Beside an old text that was entered as it stands, the first one was never used.
  const isUnused = (process: Process) => course.texts.length > 0 && isUntouchedFirst(course, { process, on: endOfTime })
  if (course.processes.some((each) => each.closedOn === undefined && !isYielded(each.id) && !isUnused(each))) {
    throw fieldFailure('beganOn', 'taken')
  }
  const process = await startProcess(tx, { relation: id, runs, beganOn, initiator })
  act.about(id)
  await refreshRegister(tx, id)
  return { id: process }
}

interface Initiative {
  id: string
  rev: number
  initiator: Initiator | null
  referral: 'diaspora' | null
}

/**
 * Says on whose initiative the newest process of a relation began, and on whose recommendation. It changes at the
 * relation's revision; a relation without a process has nobody to begin it.
 */
export async function sayInitiative(
  { tx, act }: { tx: Tx; act: Act },
  { id, rev, initiator, referral }: Initiative,
): Promise<{ id: string; rev: number }> {
  await lockRelation(tx, id)
  const process = await findProcess(tx, id)
  if (process === undefined) throw fieldFailure('id', 'wrong')
  // A recommendation without anybody who began it says nothing.
  if (initiator === null && referral !== null) throw fieldFailure('initiator', 'required')
  const mended = await tx
    .updateTable('relations.relations')
    .set((set) => ({ rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.relations', id, rev })
  await tx
    .updateTable('relations.processes')
    .set((set) => ({ initiator, referral, rev: set('rev', '+', 1) }))
    .where('id', '=', process.id)
    .execute()
  act.about(id)
  return { id, rev: mended.rev }
}

/** The newest process of a relation, for recording into; undefined where none was ever begun. */
export async function findProcess(
  tx: Tx,
  relation: string,
): Promise<{ id: string; procedure: Procedure; beganOn: string } | undefined> {
  const row = await tx
    .selectFrom('relations.processes')
    .select(['id', 'procedure', 'began_on'])
    .where('relation', '=', relation)
    .orderBy('began_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, procedure: getProcedure(row.procedure as ProcedureId), beganOn: row.began_on }
}
