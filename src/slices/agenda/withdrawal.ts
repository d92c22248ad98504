import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { takeBack as takeBackCommitments } from './commitments-publication.ts'

/**
 * Takes the public page of an activity back, and with it what was public of the commitments given there; its address then
 * answers 410. Of what is not published nothing changes.
 */
export async function withdrawActivity(
  { tx, act, on }: { tx: Tx; act: Act; on: string },
  { id }: { id: string },
): Promise<void> {
  await takeBackCommitments(tx, { on, where: { activity: id } })
  const gone = await tx
    .deleteFrom('agenda.published')
    .where('id', '=', id)
    .returning(['slug', 'demonstration'])
    .executeTakeFirst()
  if (gone === undefined) return
  await tx
    .insertInto('agenda.withdrawn')
    .values({ id, slug: gone.slug, demonstration: gone.demonstration })
    // Also by its address: that of an activity whose recording was undone may be given again.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  act.about(id)
}

/** The same for whoever asks by id: what is not there is not found, what is not published stays as it is. */
export async function takeBack(call: { tx: Tx; act: Act; on: string }, id: string): Promise<{ id: string }> {
  const there = await call.tx.selectFrom('agenda.activities').select('id').where('id', '=', id).executeTakeFirst()
  if (there === undefined) throw new Failure('not_found')
  call.act.about(id)
  await withdrawActivity(call, { id })
  return { id }
}

/** Refuses an undo that would show again what was voided after the act: the page left then, and stays away. */
export const refuseVoided: AfterUndo = async ({ tx }, touched) => {
  const ids = touched.filter(({ table_name }) => table_name === 'agenda.published').map(({ row_id }) => row_id)
  const { rows } = await sql<{ voided: boolean }>`
    select a.voided_on is not null as voided from agenda.published p
    join agenda.activities a on a.tenant = p.tenant and a.id = p.id
    where p.id = any(${ids}::uuid[]) for no key update of a`.execute(tx)
  if (rows.some(({ voided }) => voided)) throw new Failure('stale')
}
