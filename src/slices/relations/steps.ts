import type { z } from 'zod'
import { firstDayOf } from '../../shared/dates.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { getStep, type DocumentId, type HolderId, type Step, type StepId } from '../procedures/model.ts'
import type * as contract from './contract.ts'
import { isAhead, isBefore, refuseDoubtful, type Sure } from './doubt.ts'
import { insertDocument, type Recording } from './filing.ts'
import { lockRelation, lockRelationOf, whyUntouched } from './locks.ts'
import { findProcess } from './process.ts'
import { getRelation } from './queries.ts'
import { noteNews, refreshRegister } from './register-line.ts'
import { holderOf, mayHold, paperOf, roundAfterReturn, roundFor, roundOfDprd, type Round } from './rounds.ts'
import { findStep, frozenClock, listRounds, writeStep } from './step-rows.ts'
import { keepSignedText } from './texts.ts'

type Input = z.output<typeof contract.recordStep.input>
type Process = NonNullable<Awaited<ReturnType<typeof findProcess>>>

/**
 * Records what happened at a step, whatever the law still wants (product principle 3). With a paper the step is
 * documented; without one it stays a staff note, moves nothing, and the answer says which paper is asked. An answer
 * "returned" ends the round and opens the next of the step it goes back to.
 */
export async function recordStep(call: Recording, input: Input) {
  const { tx, act, on } = call
  const { id, occurredOn, outcome, paper, sure } = input
  await lockRelation(tx, id)
  const process = await getOpen(tx, id)
  const step = getStep(process.procedure, input.step)
  if (paper?.kind !== undefined && !step.documents.includes(paper.kind)) throw fieldFailure('paper.kind', 'wrong')
  refuseDoubtful(sure, { occurredOn: isAhead(occurredOn, on) })
  const rounds = await listRounds(tx, process.id)
  const holder = input.holder ?? holderOf(step, paper?.kind)
  const kind = paper?.kind ?? paperOf(process.procedure, { step, holder })
  refuseHolder(step, holder)
  const round = roundAsked(rounds, { step: step.id, holder, asked: input.round })
  const at = { process: process.id, step: step.id, holder, round }
  const before = await findStep(tx, at)
  if (isBefore(occurredOn, before?.from_on)) throw fieldFailure('occurredOn', 'wrong_order')
  const state = outcome === undefined || outcome === 'agreed' ? stateBy({ step, paper, kind }) : outcome
  // Somebody who had it on the table gave it back; a step nobody was waited for only happened.
  const isBack = before !== undefined && state !== 'running'
  const row = await writeStep(tx, { ...at, state, occurredOn, note: input.note, ...(isBack && { toOn: occurredOn }) })
  const document =
    paper === undefined
      ? undefined
      : await insertDocument(tx, { ...paper, relation: id, ...at, kind, outcome, on, sure, at: 'paper.' })
  const text = await keepSignedText(call, { relation: id, process: process.id, step: step.id, document, input })
  const opened = outcome === 'returned' ? await openRounds(call, { process, at: rounds, of: at, input }) : []
  await beginEarlier(tx, { process, occurredOn })
  if (!isAhead(occurredOn, on)) await noteNews(tx, { id, occurredOn })
  act.about(id)
  await refreshRegister(tx, id)
  const { status, stage } = await getRelation(tx, { id, on })
  return {
    ...row,
    round,
    documented: document !== undefined,
    asks: document === undefined ? kind : null,
    document: document ?? null,
    text: text?.id ?? null,
    opened,
    status,
    stage,
    warnings: text?.warnings ?? [],
  }
}

/** A step lies with those the law names, with whoever answers one of its papers, or on a desk inside the region. */
function refuseHolder(step: Step, holder: HolderId): void {
  if (!mayHold(step, holder)) throw fieldFailure('holder', 'not_listed')
}

/** The round that is spoken of: the open one, one that was, or the next; rounds are not skipped. */
function roundAsked(
  rounds: readonly Round[],
  { step, holder, asked }: { step: StepId; holder: HolderId; asked: number | undefined },
): number {
  const open = roundFor(rounds, { step, holder })
  if (asked !== undefined && asked > open + 1) throw fieldFailure('round', 'wrong')
  return asked ?? open
}

async function getOpen(tx: Recording['tx'], relation: string): Promise<Process> {
  const process = await findProcess(tx, relation)
  // Where no procedure runs there is no step anything could have happened at.
  if (process === undefined) throw fieldFailure('step', 'wrong')
  return process
}

/** A paper that ends nothing (a letter that went out, minutes) leaves the step running. */
function stateBy({ step, paper, kind }: { step: Step; paper: Input['paper']; kind: DocumentId }) {
  return paper === undefined || step.moves.includes(kind) ? 'done' : 'running'
}

interface Opening {
  process: Process
  at: readonly Round[]
  of: { step: StepId; holder: HolderId; round: number }
  input: Input
}

/** Opens what a returned step goes back to, and DPRD's next look where the officer says that it is needed. */
async function openRounds({ tx }: Recording, { process, at, of, input }: Opening) {
  const again = input.dprdAgain === true && of.step !== 'persetujuan_dprd' ? roundOfDprd(at) : undefined
  const opened = [roundAfterReturn(at, of), ...(again === undefined ? [] : [again])]
  for (const { step, holder, round, state } of opened) {
    await writeStep(tx, { process: process.id, step, holder, round, state, occurredOn: input.occurredOn })
  }
  return opened.map(({ step, holder, round }) => ({ step, holder, round }))
}

/** A process has begun by the day of its earliest step. */
async function beginEarlier(
  tx: Recording['tx'],
  { process, occurredOn }: { process: Process; occurredOn: string },
): Promise<void> {
  if (firstDayOf(occurredOn) >= firstDayOf(process.beganOn)) return
  await tx
    .updateTable('relations.processes')
    .set((set) => ({ began_on: occurredOn, rev: set('rev', '+', 1) }))
    .where('id', '=', process.id)
    .execute()
}

export interface Sending {
  id: string
  step: StepId
  holder: HolderId
  round?: number | undefined
  sentOn: string
  receivedOn?: string | undefined
  note?: string | undefined
  sure?: Sure
}

/**
 * Notes that a step went to a holder, and when it was received; said again, it adds the receipt. What waits at DPRD
 * waits from the receipt by its secretariat and from nothing else (PP 28/2018 Ps 30(2)), elsewhere from the sending.
 */
export async function sendStep({ tx, act, on }: Omit<Recording, 'who'>, sending: Sending) {
  const { id, step, holder, sentOn, receivedOn, note, sure } = sending
  await lockRelation(tx, id)
  const process = await getOpen(tx, id)
  if (isBefore(receivedOn, sentOn)) throw fieldFailure('receivedOn', 'wrong_order')
  refuseDoubtful(sure, { sentOn: isAhead(sentOn, on), receivedOn: isAhead(receivedOn, on) })
  const rounds = await listRounds(tx, process.id)
  refuseHolder(getStep(process.procedure, step), holder)
  const round = roundAsked(rounds, { step, holder, asked: sending.round })
  const at = { process: process.id, step, holder, round }
  const before = await findStep(tx, at)
  const fromOn = receivedOn ?? (holder === 'dprd' ? undefined : sentOn)
  if (isBefore(before?.to_on, fromOn)) throw fieldFailure('receivedOn', 'wrong_order')
  const isAnswered = before !== undefined && ['done', 'returned', 'refused'].includes(before.state)
  const state = isAnswered ? (before.state as 'done') : 'waiting'
  const row = await writeStep(tx, { ...at, state, occurredOn: sentOn, fromOn, note })
  await beginEarlier(tx, { process, occurredOn: sentOn })
  if (!isAhead(sentOn, on)) await noteNews(tx, { id, occurredOn: sentOn })
  act.about(id)
  await refreshRegister(tx, id)
  return { ...row, round }
}

/** Corrects the days and the note of a step. A clock that had ended is counted anew, because its days were wrong. */
export async function mendStep({ tx, act, on }: Recording, mend: z.output<typeof contract.mendStep.input>) {
  const { id, rev, occurredOn, fromOn, toOn, note, sure } = mend
  const relation = await lockRelationOf(tx, id, 'relations.steps')
  const before = await tx.selectFrom('relations.steps').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  refuseDoubtful(sure, { occurredOn: isAhead(occurredOn, on), fromOn: isAhead(fromOn, on), toOn: isAhead(toOn, on) })
  const [from, to] = [fromOn === undefined ? before.from_on : fromOn, toOn === undefined ? before.to_on : toOn]
  if (isBefore(to, from)) throw fieldFailure('toOn', 'wrong_order')
  const moved = from !== before.from_on || to !== before.to_on
  const clock = moved ? await frozenClock(tx, { step: before.step, fromOn: from, toOn: to }) : before.clock
  const mended = await tx
    .updateTable('relations.steps')
    .set((set) => ({
      rev: set('rev', '+', 1),
      from_on: from,
      to_on: to,
      clock: clock as never,
      ...(occurredOn !== undefined && { occurred_on: occurredOn }),
      ...(note !== undefined && { note }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.steps', id, rev })
  act.about(relation)
  await refreshRegister(tx, relation)
  return { id, rev: mended.rev }
}

/** Removes a step that was noted by mistake. One with a paper stays: the paper would stand for nothing. */
export async function dropStep({ tx, act }: Recording, { id, rev }: { id: string; rev: number }) {
  const relation = await lockRelationOf(tx, id, 'relations.steps')
  const paper = await tx
    .selectFrom('relations.steps as s')
    .innerJoin('relations.documents as d', (join) =>
      join.onRef('d.process', '=', 's.process').onRef('d.step', '=', 's.step').onRef('d.round', '=', 's.round'),
    )
    .select('d.id')
    .where('s.id', '=', id)
    .where('d.voided_on', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (paper !== undefined) throw fieldFailure('id', 'taken')
  const dropped = await tx
    .deleteFrom('relations.steps')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table: 'relations.steps', id, rev })
  act.about(relation)
  await refreshRegister(tx, relation)
  return { id }
}
