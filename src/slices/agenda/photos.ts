import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { isPicture } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { lockActivity } from './locks.ts'

const mostPhotos = 50

/** Adds a photograph that was kept as a file; what is no picture by its content is refused. */
export async function addPhoto(
  { tx, act }: Pick<Call, 'tx' | 'act'>,
  { id, file, caption }: { id: string; file: string; caption: string },
): Promise<{ id: string }> {
  await lockActivity(tx, id)
  if (!isPicture((await getFile(tx, file)).kind)) throw fieldFailure('file', 'wrong')
  const { rows } = await sql<{ n: number; last: number }>`
    select count(*)::int as n, coalesce(max(position), 0) as last from agenda.photos where activity = ${id}::uuid`.execute(
    tx,
  )
  const { n = 0, last = 0 } = rows[0] ?? {}
  if (n >= mostPhotos) throw new Failure('too_large')
  const photo = newId()
  await tx
    .insertInto('agenda.photos')
    .values({ id: photo, activity: id, file, caption, position: last + 1 })
    .execute()
  act.about(id)
  return { id: photo }
}
