import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { may } from '../../shared/permissions.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { holdJudging, type Running } from './criteria.ts'
import { isOpened } from './judging-read.ts'
import { publishResult } from './results-announcing.ts'
import { mendPlaces, rankContest } from './results.ts'
import { write } from './scoring.ts'

/**
 * Puts an entry out of the ranking after its sheets were opened, with the reason; those behind it move up, in decided
 * places and in the announced result too, which is signed anew and says so. Before that an entry is withdrawn
 * (`not_yet`). What was announced is changed by whoever may announce (`forbidden`).
 */
export async function disqualifyEntry(
  call: Running,
  { id: entry, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { tx, on, who } = call
  const { contest: id, judged } = await findEntry(tx, entry)
  const { contest, judging } = await holdJudging(call, { id, rev })
  if (judging === undefined || !isOpened(judging)) throw new Failure('not_yet', { missing: [{ what: 'unsealed' }] })
  const isAnnounced = judging.announcedOn !== null
  if (isAnnounced && who !== undefined && !may(who.role, 'programmes.publish')) throw new Failure('forbidden')
  // What is withdrawn or incomplete was not judged: there is nothing to put it out of.
  if (!judged) throw new Failure('not_found')
  const made = await tx
    .insertInto('contests.disqualifications')
    .values({ id: newId(), contest: id, entry, decided_on: on, reason })
    .onConflict((conflict) => conflict.constraint('disqualified_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  if (judging.decidedOn !== null) {
    const ranked = await rankContest(tx, { contest, judging })
    await mendPlaces(tx, { contest: id, judging, ranked })
    if (isAnnounced) await publishResult(call, { contest, judging, ranked, revisedOn: on })
  }
  // Counted by judging as a whole: an undo, once places were decided on it, finds that they were.
  return await write(tx, { id, values: {} })
}

async function findEntry(tx: Tx, id: string): Promise<{ contest: string; judged: boolean }> {
  const row = await tx
    .selectFrom('contests.entries')
    .select(['contest', 'completeness', 'withdrawn_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return { contest: row.contest, judged: row.completeness === 'complete' && row.withdrawn_on === null }
}
