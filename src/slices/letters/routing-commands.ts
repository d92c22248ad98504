import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import type { Route, RoutedKind } from './routing-model.ts'

type Acting = { tx: Tx; act: Act }

/** Writes the region's own route for a kind of addressee. */
export async function mendRoute(
  { tx, act }: Acting,
  { kind, rev, attention, through, copies }: Route & { kind: RoutedKind; rev: number },
): Promise<{ id: string; rev: number }> {
  const before = await tx
    .selectFrom('letters.routing')
    .select(['id', 'rev'])
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  if ((before?.rev ?? 0) !== rev) {
    const changes = before === undefined ? [] : await listChangesSince(tx, { row: before.id, rev })
    throw new Failure('stale', { changes })
  }
  const id = before?.id ?? newId()
  const saved =
    before === undefined
      ? await tx
          .insertInto('letters.routing')
          .values({ id, kind, attention, through, copies })
          .onConflict((conflict) => conflict.columns(['tenant', 'kind']).doNothing())
          .returning('rev')
          .executeTakeFirst()
      : await tx
          .updateTable('letters.routing')
          .set((column) => ({ attention, through, copies, rev: column('rev', '+', 1) }))
          .where('id', '=', id)
          .returning('rev')
          .executeTakeFirst()
  if (saved === undefined) throw new Failure('stale', { changes: [] })
  act.about(id)
  return { id, rev: saved.rev }
}

/** Back to the delivered route. */
export async function restoreRoute(
  { tx, act }: Acting,
  { kind, rev }: { kind: RoutedKind; rev: number },
): Promise<{ kind: RoutedKind }> {
  const gone = await tx
    .deleteFrom('letters.routing')
    .where('kind', '=', kind)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) {
    const there = await tx.selectFrom('letters.routing').select('id').where('kind', '=', kind).executeTakeFirst()
    throw new Failure(there === undefined ? 'not_found' : 'stale')
  }
  act.about(gone.id)
  return { kind }
}
