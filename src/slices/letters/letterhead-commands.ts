import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { FileCard } from '../files/model.ts'
import { findFile } from '../files/queries.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { showEmblem } from '../reference/commands.ts'
import { getRegion } from '../reference/queries.ts'
import type { Letterhead } from './model.ts'

/** The largest emblem, 1 MB, in bytes: every visitor of the portal loads it. */
const emblemMost = 1_048_576

/** Writes or changes the head of the region's letters; letters that went out keep theirs. */
export async function mendLetterhead(
  { tx, act }: { tx: Tx; act: Act },
  {
    rev,
    emblem,
    onPortal,
    government,
    unit,
    address,
    contact,
    place,
  }: Letterhead & { rev: number; emblem?: string | null | undefined; onPortal?: boolean | undefined },
): Promise<{ id: string; rev: number }> {
  if (typeof emblem === 'string') await getPicture(tx, emblem)
  const values = { government, unit_name: unit, address, contact, place, ...(emblem !== undefined && { emblem }) }
  const before = await tx
    .selectFrom('letters.letterheads')
    .select(['id', 'rev', 'emblem'])
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
  if (emblem !== undefined || onPortal !== undefined) {
    const shown = emblem === undefined ? before?.emblem : emblem
    const picture = typeof shown === 'string' ? await getPicture(tx, shown) : undefined
    const { emblemOnPortal, demonstration } = await getRegion(tx)
    // A demonstration is no local government's site, whatever its letters carry.
    await showEmblem({ tx }, { onPortal: onPortal ?? emblemOnPortal, emblem: demonstration ? undefined : picture })
  }
  act.about(id)
  return { id, rev: saved.rev }
}

async function getPicture(tx: Tx, id: string): Promise<Pick<FileCard, 'sha256' | 'bytes'> & { kind: 'png' | 'jpeg' }> {
  const file = await findFile(tx, id)
  if (file === undefined) throw fieldFailure('emblem', 'wrong')
  const { kind, sha256, bytes } = file
  if (kind !== 'png' && kind !== 'jpeg') throw new Failure('wrong_type')
  if (bytes > emblemMost) throw new Failure('too_large')
  return { kind, sha256, bytes }
}
