import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { listPartners } from '../partners/queries.ts'
import { listFields } from './field-rows.ts'
import { listRelations } from './list.ts'
import { listNames } from './waiting.ts'

/** As many as one list on screen shows. */
const limit = 20

interface Sought {
  of: 'relation' | 'partner'
  q?: string | undefined
  on: DateText
}

/** Cooperations or partners by words of any of their names (at most 20), by name alone. */
export async function findChoices(tx: Tx, { of, q = '', on }: Sought) {
  const sought = q.trim() === '' ? {} : { q }
  if (of === 'partner') {
    const { rows } = await listPartners(tx, { ...sought, limit })
    return { rows: rows.map(({ id, name, names = {} }) => ({ id, name, names })) }
  }
  const { rows } = await listRelations(tx, { ...sought, on, limit })
  return {
    rows: rows.map(({ id, partner, label }) => ({
      id,
      name: partner?.name ?? label ?? undefined,
      names: partner?.names ?? {},
    })),
  }
}

/** What the fields of a cooperation are called on a day. Throws not_found. */
export async function nameFields(tx: Tx, { id, on }: { id: string; on: DateText }) {
  if ((await listNames(tx, [id])).length === 0) throw new Failure('not_found')
  const rows = await listFields(tx, { relation: id, on })
  return { rows: rows.map(({ id, sector, name }) => ({ id, sector, name })) }
}
