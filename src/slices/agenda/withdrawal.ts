import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'

/** Takes the public page of an activity back; its address then answers 410. Of what is not published nothing changes. */
export async function withdrawActivity({ tx, act }: { tx: Tx; act: Act }, { id }: { id: string }): Promise<void> {
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
export async function takeBack(call: { tx: Tx; act: Act }, id: string): Promise<{ id: string }> {
  const there = await call.tx.selectFrom('agenda.activities').select('id').where('id', '=', id).executeTakeFirst()
  if (there === undefined) throw new Failure('not_found')
  call.act.about(id)
  await withdrawActivity(call, { id })
  return { id }
}
