/** How a relation is given up, and taken up again. */
import type { z } from 'zod'
import { fieldFailure } from '../../shared/failure.ts'
import type * as contract from './contract.ts'
import { isAhead, isBefore, refuseDoubtful } from './doubt.ts'
import type { Entering } from './filing.ts'
import { lockRelation, whyUntouched } from './locks.ts'
import { getCourse } from './queries.ts'
import { refreshRegister } from './register-line.ts'

interface End {
  id: string
  rev: number
  notContinuedOn: string | null
  reason: string | null
}

/** The region does not continue a relation. */
export async function discontinueRelation(
  call: Entering,
  { sure, ...end }: z.output<typeof contract.discontinueRelation.input>,
) {
  const { tx, on } = call
  await lockRelation(tx, end.id)
  const { row } = await getCourse(tx, end.id)
  if (isBefore(end.notContinuedOn, row.beganOn)) throw fieldFailure('notContinuedOn', 'wrong_order')
  refuseDoubtful(sure, { notContinuedOn: isAhead(end.notContinuedOn, on) })
  return await writeEnd(call, end)
}

/** Takes up a relation again that was not continued. */
export async function resumeRelation(call: Entering, { id, rev }: { id: string; rev: number }) {
  await lockRelation(call.tx, id)
  return await writeEnd(call, { id, rev, notContinuedOn: null, reason: null })
}

async function writeEnd({ tx, act }: Entering, { id, rev, notContinuedOn, reason }: End) {
  const mended = await tx
    .updateTable('relations.relations')
    .set((set) => ({
      not_continued_on: notContinuedOn,
      not_continued_reason: reason,
      rev: set('rev', '+', 1),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.relations', id, rev })
  act.about(id)
  await refreshRegister(tx, id)
  return { id, rev: mended.rev }
}
