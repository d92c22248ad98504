import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import { Failure } from '../../shared/failure.ts'
import { may, type Allow } from '../../shared/permissions.ts'

/** A row that an act changed. */
export interface Touched {
  id: string
  table_name: string
  row_id: string
  op: 'insert' | 'update' | 'delete'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** Told after an undo, inside its act: a slice that keeps something derived from these rows makes it anew. */
export type AfterUndo = (call: Call, touched: readonly Touched[]) => Promise<void>

/**
 * Takes an own act back by writing the rows as they were before it. Refused as `stale` once anything touched one of
 * the rows later, and for acts already undone. The act that undoes is an act like any other and can be undone too.
 */
export async function undoAct(
  call: Call,
  {
    id,
    afterUndo,
    allowOf,
  }: { id: string; afterUndo: readonly AfterUndo[]; allowOf: (verb: string) => Allow | undefined },
): Promise<{ id: string; changes: number }> {
  const { tx, act, who } = call
  // Held until the end: of two undos at once the second waits here and then sees the first.
  await sql`select from ledger.acts where id = ${id}::uuid for update`.execute(tx)
  const { rows: found } = await sql<{ account: string | null; verb: string; subject: string | null; undone: boolean }>`
    select a.account, a.verb, a.subject, exists (select from ledger.acts u where u.tenant = a.tenant and u.undoes = a.id) as undone
    from ledger.acts a where a.id = ${id}::uuid`.execute(tx)
  const undone = found[0]
  if (undone === undefined || undone.account !== who.account) throw new Failure('not_found')
  // Whoever may no longer do it may not take it back either.
  const asked = allowOf(undone.verb)
  if (asked === undefined || !may(who.role, asked)) throw new Failure('forbidden')
  if (undone.undone) throw new Failure('stale')
  const { rows: touched } = await sql<Touched>`
    select id, table_name, row_id, op, before, after from ledger.changes where act = ${id}::uuid order by id desc`.execute(
    tx,
  )
  for (const change of touched) await putBack(call, change)
  for (const settle of afterUndo) await settle(call, touched)
  act.undoes(id)
  if (undone.subject !== null) act.about(undone.subject)
  return { id, changes: touched.length }
}

/** Something that came later stands on the row, or in the place it would go back to. */
const standsInTheWay = new Set(['23503', '23505'])

async function putBack({ tx }: Pick<Call, 'tx'>, change: Touched): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`select ledger.put_back(${change.id}::bigint) as done`
    .execute(tx)
    .catch((error: { code?: string }) => {
      throw standsInTheWay.has(error.code ?? '') ? new Failure('stale') : error
    })
  if (rows[0]?.done !== true) throw new Failure('stale')
}
