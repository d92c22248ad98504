import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { isNeverSame } from './likeness.ts'
import { findPartner } from './queries.ts'
import { lockPartner } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

interface Joining {
  /** The one that was entered twice. */
  id: string
  /** The one that is kept. */
  sameAs: string
  reason?: string | undefined
  sure?: readonly string[] | undefined
}

/**
 * Says that a partner was entered twice. One row does it and no key is rewritten, so taking the row away undoes it.
 * There are no chains: who keeps others cannot be merged, and what is merged cannot keep. Both partners are held in the
 * order of their ids, so of two people who join them crosswise the second sees what the first did.
 */
export async function joinPartners({ tx, act }: Acting, { id, sameAs, reason, sure = [] }: Joining) {
  if (id === sameAs) throw fieldFailure('sameAs', 'wrong')
  for (const each of [id, sameAs].toSorted()) await lockPartner(tx, each)
  const { rows } = await sql<{ merged: string; kept: string }>`
    select partner as merged, same_as as kept from partners.same_as
    where partner in (${id}::uuid, ${sameAs}::uuid) or same_as = ${id}::uuid limit 10`.execute(tx)
  if (rows.some(({ merged, kept }) => merged === id || kept === id)) throw fieldFailure('id', 'taken')
  if (rows.some(({ merged }) => merged === sameAs)) throw fieldFailure('sameAs', 'taken')
  const [one, kept] = [await findPartner(tx, id), await findPartner(tx, sameAs)]
  if (one === undefined || kept === undefined) throw new Failure('not_found')
  if (!sure.includes('sameAs') && isNeverSame(one, kept)) throw fieldFailure('sameAs', 'doubtful')
  await tx
    .insertInto('partners.same_as')
    .values({ id: newId(), partner: id, same_as: sameAs, reason: reason || null })
    .execute()
  act.about(sameAs)
  return { id, kept: sameAs, slug: kept.slug }
}

/** They are two partners after all. Answers the one that stood merged, and who kept it. */
export async function separatePartners({ tx, act }: Acting, { id }: { id: string }) {
  await lockPartner(tx, id)
  const parted = await tx
    .deleteFrom('partners.same_as')
    .where('partner', '=', id)
    .returning('same_as as kept')
    .executeTakeFirst()
  if (parted === undefined) throw fieldFailure('id', 'wrong')
  const one = await findPartner(tx, id)
  if (one === undefined) throw new Failure('not_found')
  act.about(id)
  return { id, slug: one.slug, kept: parted.kept }
}
