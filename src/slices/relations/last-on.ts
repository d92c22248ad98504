import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { lockRelation } from './locks.ts'
import { refreshRegister } from './register-line.ts'

/**
 * A day that was told is taken back (voided, corrected): where it was the newest, the newest that still holds takes its
 * place. `newest` is what the slice that told it still knows.
 */
export async function retractActivity(
  { tx }: { tx: Tx },
  { id, gone, newest }: { id: string; gone: string; newest: string | undefined },
): Promise<void> {
  await lockRelation(tx, id)
  await sql`
    update relations.relations r set rev = rev + 1, last_on = nullif(greatest(${newest ?? ''}, coalesce(r.began_on, ''),
      coalesce((select max(s.occurred_on) from relations.steps s
        join relations.processes c on c.tenant = s.tenant and c.id = s.process where c.relation = r.id), '')), '')
    where r.id = ${id}::uuid and r.last_on = ${gone}`.execute(tx)
  await refreshRegister(tx, id)
}
