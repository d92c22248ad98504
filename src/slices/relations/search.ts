import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { foldForSearch } from '../../shared/text.ts'
import { listIdsOf, listNamesOf } from '../partners/queries.ts'
import { refreshRegister } from './register-line.ts'

/**
 * A partner's names changed, or it was merged: its relations are found by the new names at once, other spellings too,
 * and the register's lines say them. `rev` stays, because no value that a form holds was touched.
 */
export async function refreshSearch(tx: Tx, partner: string): Promise<void> {
  const ids = await listIdsOf(tx, partner)
  const { rows } = await sql<{ id: string; label: string | null; search: string }>`
    select id, label, search from relations.relations where partner = any(${ids}::uuid[])
    order by id for no key update`.execute(tx)
  const names = await listNamesOf(tx, partner)
  for (const { id, label, search: before } of rows) {
    const search = searchIn(names, label)
    if (search !== before) {
      await tx.updateTable('relations.relations').set({ search }).where('id', '=', id).execute()
    }
    await refreshRegister(tx, id)
  }
}

/** What a relation is found by once it has a partner: all its names and spellings, and the label. */
export async function searchWith(tx: Tx, { partner, label }: { partner: string; label: string | null }) {
  return searchIn(await listNamesOf(tx, partner), label)
}

const searchIn = (names: readonly string[], label: string | null) =>
  foldForSearch([...names, ...(label === null ? [] : [label])].join(' '))
