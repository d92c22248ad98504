import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { planElements, type EligibilityAnswer, type EligibilityId, type PlanElement } from '../procedures/model.ts'
import type * as contract from './contract.ts'
import type { Recording } from './filing.ts'
import { lockRelation, whyUntouched } from './locks.ts'
import { findProcess } from './process.ts'
import { refreshRegister } from './register-line.ts'
import { roundOfDprd, type Round } from './rounds.ts'
import { listRounds, writeStep } from './step-rows.ts'

/**
 * Writes elements of the cooperation plan. The plan is one record: whoever was slower is told. A plan that came back
 * after DPRD decided and now says something else goes to DPRD again, unless the officer says that it need not
 * (PP 28/2018 Ps 31 is silent; domain D-05).
 */
export async function writePlan({ tx, act, on }: Recording, input: z.output<typeof contract.writePlan.input>) {
  const { id, rev, elements } = input
  await lockRelation(tx, id)
  const process = await findProcess(tx, id)
  if (process === undefined) throw fieldFailure('id', 'wrong')
  const before = await tx.selectFrom('relations.plans').selectAll().where('process', '=', process.id).executeTakeFirst()
  const given = planElements.filter((element) => elements[element] !== undefined)
  const values = Object.fromEntries(given.map((element) => [element, elements[element] || null]))
  const isChanged = given.some((element) => (values[element] ?? null) !== (before?.[element] ?? null))
  if ((before?.rev ?? 0) !== rev) {
    if (before === undefined) throw new Failure('stale', { changes: [] })
    throw await whyUntouched(tx, { table: 'relations.plans', id: before.id, rev })
  }
  await keep(tx, { process: process.id, before, values })
  const rounds = await listRounds(tx, process.id)
  const again = isChanged && input.dprdAgain !== false && isBack(rounds) ? roundOfDprd(rounds) : undefined
  if (again !== undefined) await writeStep(tx, { ...again, process: process.id, occurredOn: on })
  act.about(id)
  await refreshRegister(tx, id)
  return { id, rev: rev + 1, dprdAgain: again !== undefined }
}

interface Keeping {
  process: string
  before: { id: string; rev: number } | undefined
  values: Partial<Record<PlanElement, string | null>>
}

async function keep(tx: Tx, { process, before, values }: Keeping): Promise<void> {
  if (before === undefined) {
    await tx
      .insertInto('relations.plans')
      .values({ id: newId(), process, ...values })
      .execute()
    return
  }
  await tx
    .updateTable('relations.plans')
    .set({ ...values, rev: before.rev + 1 })
    .where('id', '=', before.id)
    .execute()
}

/** Whether the plan came back: its step was opened again. */
function isBack(rounds: readonly Round[]): boolean {
  return rounds.some(({ step, round }) => step === 'rencana_kerja_sama' && round > 1)
}

interface Answer {
  id: string
  item: EligibilityId
  answer: EligibilityAnswer | null
  note?: string | null | undefined
}

/** Answers one row of the exploration report, or takes the answer back. Tells how many rows are answered now. */
export async function answerEligibility({ tx, act, on }: Recording, { id, item, answer, note }: Answer) {
  await lockRelation(tx, id)
  const process = await findProcess(tx, id)
  if (process === undefined) throw fieldFailure('id', 'wrong')
  const of = tx.selectFrom('relations.eligibility').where('process', '=', process.id)
  const before = await of.select(['id', 'rev', 'note']).where('item', '=', item).executeTakeFirst()
  if (answer === null) {
    if (before !== undefined) await tx.deleteFrom('relations.eligibility').where('id', '=', before.id).execute()
  } else if (before === undefined) {
    await tx
      .insertInto('relations.eligibility')
      .values({ id: newId(), process: process.id, item, answer, note: note ?? null, answered_on: on })
      .execute()
  } else {
    await tx
      .updateTable('relations.eligibility')
      .set({ answer, note: note === undefined ? before.note : note, answered_on: on, rev: before.rev + 1 })
      .where('id', '=', before.id)
      .execute()
  }
  act.about(id)
  const rows = await of.select('id').execute()
  return { id, answered: rows.length }
}
