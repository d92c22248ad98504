import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getFile } from '../files/queries.ts'
import * as follows from '../followup/commands.ts'
import type { NextStep } from '../followup/model.ts'
import { findLastWriter } from '../ledger/queries.ts'
import { lockCommitment, whyStale } from './commitments.ts'
import { followLimit, newsFault, type NewsState } from './commitments-model.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/** So much may be heard of one commitment. */
const mostNews = 100

export interface NewNews {
  id: string
  rev: number
  state: NewsState
  saidOn?: string | undefined
  note?: string | undefined
  file?: string | undefined
}

/**
 * Says how it stands with a commitment of ours. The partner's is refused: it is quoted, never graded. The commitment moves
 * on with it, so of two officers the second is told what the first one said.
 */
export async function sayNews(
  { tx, act, on }: Acting,
  { id, rev, state, saidOn = on, note, file }: NewNews,
): Promise<{ id: string; rev: number }> {
  const { activity, occurredOn, side } = await lockCommitment(tx, id)
  if (side !== 'ours') throw fieldFailure('state', 'wrong')
  const fault = newsFault({ state, saidOn, note, file }, { occurredOn, on })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  if (file !== undefined) await getFile(tx, file)
  const before = await listNews(tx, id)
  if (before.length >= mostNews) throw new Failure('too_large')
  const moved = await moveOn(tx, { id, rev })
  if (moved === undefined) throw await whySaid(tx, { id, rev, last: before.at(-1) })
  await tx
    .insertInto('agenda.commitment_news')
    .values({ id: newId(), commitment: id, state, said_on: saidOn, note: note || null, file: file ?? null })
    .execute()
  act.about(activity)
  return { id, rev: moved.rev }
}

/** Takes back what was said by mistake; what was heard before stands again. */
export async function dropNews({ tx, act }: Acting, { id, rev }: { id: string; rev: number }): Promise<{ id: string }> {
  const seen = await tx
    .selectFrom('agenda.commitment_news')
    .select(['commitment', 'rev'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (seen === undefined) throw new Failure('not_found')
  const { activity, rev: now } = await lockCommitment(tx, seen.commitment)
  const dropped = await tx
    .deleteFrom('agenda.commitment_news')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) throw new Failure(seen.rev === rev ? 'not_found' : 'stale')
  await moveOn(tx, { id: seen.commitment, rev: now })
  act.about(activity)
  return { id }
}

async function listNews(tx: Tx, commitment: string) {
  return await tx
    .selectFrom('agenda.commitment_news')
    .select(['id', 'state'])
    .where('commitment', '=', commitment)
    .orderBy('said_on')
    .orderBy('id')
    .limit(mostNews)
    .execute()
}

async function moveOn(tx: Tx, { id, rev }: { id: string; rev: number }) {
  return await tx
    .updateTable('agenda.commitments')
    .set((set) => ({ rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
}

/** What changed of the commitment itself, and what was said of it last. */
async function whySaid(
  tx: Tx,
  { id, rev, last }: { id: string; rev: number; last: { id: string; state: string } | undefined },
): Promise<Failure> {
  const stale = await whyStale(tx, { id, rev })
  const writer = last && (await findLastWriter(tx, last.id))
  const said =
    last === undefined || writer === undefined ? [] : [{ field: 'state', was: null, now: last.state, ...writer }]
  return new Failure('stale', { changes: [...(stale.details.changes ?? []), ...said] })
}

/** Lets a follow-up be born from a commitment of ours; the second of two officers is told who has it already. */
export async function followCommitment(
  { tx, act, on }: Acting,
  { id, ...step }: Omit<NextStep, 'reason'> & { id: string },
): Promise<{ id: string; rev: number }> {
  const { activity, side, words } = await lockCommitment(tx, id)
  if (side !== 'ours') throw fieldFailure('side', 'wrong')
  act.about(activity)
  const what = step.what ?? [...words].slice(0, followLimit).join('')
  return await follows.addOnlyTask({ tx, on }, { subject: id, step: { origin: 'promised', ...step, what } })
}
