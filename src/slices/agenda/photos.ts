import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { isPicture } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { listPhotos } from './queries.ts'
import { lockActivity, lockActivityOf, whyUntouched } from './locks.ts'

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

interface PhotoMend {
  id: string
  rev: number
  caption?: string | undefined
  /** Its place among the others, the first is 1. */
  place?: number | undefined
}

/** Corrects what a photograph shows, or moves it; the others make room. Refused as `stale` when somebody was faster. */
export async function mendPhoto({ tx, act }: Pick<Call, 'tx' | 'act'>, { id, rev, caption, place }: PhotoMend) {
  const activity = await lockActivityOf(tx, { table: 'agenda.photos', id })
  act.about(activity)
  const mended = await tx
    .updateTable('agenda.photos')
    .set((set) => ({ rev: set('rev', '+', 1), ...(caption !== undefined && { caption }) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.photos', id, rev })
  if (place !== undefined) await movePhoto({ tx }, { activity, id, place })
  return { id, rev: mended.rev }
}

/** Only the rows whose place becomes another are written. */
async function movePhoto(
  { tx }: Pick<Call, 'tx'>,
  { activity, id, place }: { activity: string; id: string; place: number },
) {
  const rows = (await listPhotos(tx, activity)).map((row) => row.id)
  const others = rows.filter((row) => row !== id)
  const order = [...others.slice(0, place - 1), id, ...others.slice(place - 1)]
  await sql`
    update agenda.photos p set position = o.place from unnest(${order}::uuid[]) with ordinality o (id, place)
    where p.id = o.id and p.position <> o.place`.execute(tx)
}
