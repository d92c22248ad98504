import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { findJudgement, getSubject, listProvenance } from './queries.ts'
import { isDiffering } from './model.ts'

type Acting = { tx: Tx; act: Act }

interface Judging {
  subject: string
  field: string
  /** The line that is followed; null: the value in use stays. */
  line: string | null
  reason: string
  /** The revision of the judgement that is changed; absent for the first. */
  rev?: number | undefined
  on: string
}

/**
 * Says which of several differing sources about a field is followed, and why. The value in use is never rewritten here:
 * whose it is mends it.
 */
export async function judge({ tx, act }: Acting, judging: Judging): Promise<{ id: string; rev: number }> {
  const { subject, field, line, reason, rev, on } = judging
  await getSubject(tx, subject)
  const about = (await listProvenance(tx, [subject])).filter((each) => each.field === field)
  if (!about.some(isDiffering)) throw fieldFailure('field', 'wrong')
  if (line !== null && !about.some(({ id }) => id === line)) throw new Failure('not_found')
  act.about(subject)
  const known = await findJudgement(tx, { subject, field })
  const judged = { provenance: line, reason, judged_on: on }
  if (rev === undefined) {
    const written = await tx
      .insertInto('sources.judgements')
      .values({ id: newId(), subject, field, ...judged })
      .onConflict((conflict) => conflict.columns(['tenant', 'subject', 'field']).doNothing())
      .returning(['id', 'rev'])
      .executeTakeFirst()
    if (written === undefined) throw await staleOf(tx, { id: known?.id, rev: 0 })
    return written
  }
  const mended = await tx
    .updateTable('sources.judgements')
    .set((set) => ({ ...judged, rev: set('rev', '+', 1) }))
    .where('subject', '=', subject)
    .where('field', '=', field)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await staleOf(tx, { id: known?.id, rev })
  return mended
}

/** Somebody judged meanwhile; her reason stands in the changes, or on the sheet when hers was the first. */
async function staleOf(tx: Tx, { id, rev }: { id: string | undefined; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: id === undefined ? [] : await listChangesSince(tx, { row: id, rev }) })
}
