import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { findFile } from '../files/queries.ts'
import { listChangesSince } from '../ledger/queries.ts'
import type { Letterhead } from './model.ts'

/** Writes or changes the head of the region's letters; letters that went out keep theirs. */
export async function mendLetterhead(
  { tx, act }: { tx: Tx; act: Act },
  {
    rev,
    emblem,
    government,
    unit,
    address,
    contact,
    place,
  }: Letterhead & { rev: number; emblem?: string | null | undefined },
): Promise<{ id: string; rev: number }> {
  if (typeof emblem === 'string') await refuseNoPicture(tx, emblem)
  const values = { government, unit_name: unit, address, contact, place, ...(emblem !== undefined && { emblem }) }
  const before = await tx.selectFrom('letters.letterheads').select(['id', 'rev']).forUpdate().executeTakeFirst()
  if ((before?.rev ?? 0) !== rev) {
    const changes = before === undefined ? [] : await listChangesSince(tx, { row: before.id, rev })
    throw new Failure('stale', { changes })
  }
  const id = before?.id ?? newId()
  const saved =
    before === undefined
      ? await tx
          .insertInto('letters.letterheads')
          .values({ id, ...values })
          .onConflict((conflict) => conflict.column('tenant').doNothing())
          .returning('rev')
          .executeTakeFirst()
      : await tx
          .updateTable('letters.letterheads')
          .set((column) => ({ ...values, rev: column('rev', '+', 1) }))
          .where('id', '=', id)
          .returning('rev')
          .executeTakeFirst()
  if (saved === undefined) throw new Failure('stale', { changes: [] })
  act.about(id)
  return { id, rev: saved.rev }
}

async function refuseNoPicture(tx: Tx, id: string): Promise<void> {
  const file = await findFile(tx, id)
  if (file === undefined) throw fieldFailure('emblem', 'wrong')
  if (file.kind !== 'png' && file.kind !== 'jpeg') throw new Failure('wrong_type')
}
