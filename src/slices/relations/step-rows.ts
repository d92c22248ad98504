import type { Tx } from '../../platform/database.ts'
import { addYears, firstDayOf, isDate, lastDayOf } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { dprdClock, type HolderId, type StepId } from '../procedures/model.ts'
import { getCalendar } from '../reference/queries.ts'
import type { StepState } from './course.ts'
import type { Round } from './rounds.ts'

/** Every round of the steps of a process. */
export async function listRounds(tx: Tx, process: string): Promise<Round[]> {
  const rows = await tx
    .selectFrom('relations.steps')
    .select(['step', 'holder', 'round', 'state'])
    .where('process', '=', process)
    .limit(1000)
    .execute()
  return rows as Round[]
}

export interface StepWrite {
  process: string
  step: StepId
  holder: HolderId
  round: number
  state: StepState
  occurredOn: string
  fromOn?: string | null | undefined
  toOn?: string | null | undefined
  note?: string | undefined
}

/** One holder's round of a step as it is stored. */
export async function findStep(tx: Tx, { process, step, holder, round }: Omit<StepWrite, 'state' | 'occurredOn'>) {
  return await tx
    .selectFrom('relations.steps')
    .selectAll()
    .where('process', '=', process)
    .where('step', '=', step)
    .where('holder', '=', holder)
    .where('round', '=', round)
    .executeTakeFirst()
}

/**
 * Writes one holder's round of a step: a new row, or what is newly known of the one there. It happened on the earliest
 * day that was told. A clock that ends is kept with its arithmetic.
 */
export async function writeStep(tx: Tx, write: StepWrite): Promise<{ id: string; rev: number }> {
  const { process, step, holder, round, state, occurredOn, note } = write
  const there = await findStep(tx, write)
  const [fromOn, toOn] = [write.fromOn ?? there?.from_on ?? null, write.toOn ?? there?.to_on ?? null]
  const values = {
    state,
    from_on: fromOn,
    to_on: toOn,
    clock: (await frozenClock(tx, { step, fromOn, toOn })) as never,
  }
  if (there === undefined) {
    const id = newId()
    const row = { id, process, step, holder, round, occurred_on: occurredOn, note: note ?? null }
    await tx
      .insertInto('relations.steps')
      .values({ ...row, ...values })
      .execute()
    return { id, rev: 1 }
  }
  const isEarlier = firstDayOf(occurredOn) < firstDayOf(there.occurred_on)
  await tx
    .updateTable('relations.steps')
    .set({
      ...values,
      rev: there.rev + 1,
      ...(isEarlier && { occurred_on: occurredOn }),
      ...(note !== undefined && { note }),
    })
    .where('id', '=', there.id)
    .execute()
  return { id: there.id, rev: there.rev + 1 }
}

/** Days can be told up to the year 2200; a count must end before. */
const lastCountable = '2190'

/** The arithmetic of DPRD's clock as it stood when the decision came; null while it runs or could not be counted. */
export async function frozenClock(
  tx: Tx,
  { step, fromOn, toOn }: { step: string; fromOn: string | null; toOn: string | null },
) {
  if (step !== 'persetujuan_dprd' || fromOn === null || toOn === null || !isDate(fromOn) || fromOn > lastCountable)
    return null
  const calendar = await getCalendar(tx, { from: fromOn, to: addYears(fromOn, 1) })
  const ended = { receivedOn: fromOn, decidedOn: toOn, on: lastDayOf(toOn), calendar }
  return dprdClock(ended).count ?? null
}
