import type { Act } from '../../platform/act.ts'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, type Change } from '../../shared/failure.ts'
import { listChangesSince, listTablesSince } from '../ledger/queries.ts'
import { mayKeep } from './model.ts'
import { listRows, type ExchangeRow } from './rows.ts'

/** Who acts: a person with a role, or the system that enters what a story tells. */
export interface Acting {
  tx: Tx
  act: Act
  who?: Pick<Call['who'], 'role' | 'unit'> | undefined
}

/** Locks an exchange at a revision. Refused as not found in another region, as stale when it moved on. */
export async function lockExchange(tx: Tx, { id, rev }: { id: string; rev?: number | undefined }) {
  const row = await tx
    .selectFrom('exchange.exchanges')
    .select(['id', 'rev', 'unit', 'from_on', 'to_on', 'stated', 'cancelled_on'])
    .select(['title', 'title_en', 'title_ja', 'title_ko', 'place', 'report', 'report_file', 'reported_on'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (rev !== undefined && row.rev !== rev) {
    throw new Failure('stale', { changes: await listChanges(tx, { id, rev }) })
  }
  return row
}

/** Agency staff keep what belongs to their own agency. */
export function refuseOthers(who: Acting['who'], unit: string | null | undefined): void {
  if (who !== undefined && !mayKeep(who, unit ?? undefined)) throw new Failure('forbidden')
}

/** Lists of an exchange, by the table they stand in: their rows come and go, so each is told as a whole. */
const lists: Readonly<Record<string, (row: ExchangeRow) => unknown>> = {
  'exchange.bodies': ({ bodies }) => bodies.map(({ name }) => name),
  'exchange.exchange_fields': ({ fields }) => fields.map(({ sector, name }) => ({ sector, name })),
  'exchange.exchange_relations': ({ relations }) => relations.map(({ name, names }) => ({ name, names })),
}

/** What others changed of an exchange since a revision, its lists too. */
async function listChanges(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Change[]> {
  const own = await listChangesSince(tx, { row: id, rev })
  const touched = await listTablesSince(tx, { row: id, rev, among: Object.keys(lists) })
  const [row] = touched.length === 0 ? [] : await listRows(tx, [id])
  if (row === undefined) return own
  const told = touched.map(({ table, ...who }) => {
    return { field: table.replace(/^exchange\.(exchange_)?/, ''), was: null, now: lists[table]?.(row) ?? null, ...who }
  })
  return [...own, ...told]
}
