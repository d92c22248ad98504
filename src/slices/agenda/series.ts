import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { lockActivity, whyUntouched } from './locks.ts'
import { whenFault } from './model.ts'

type Acting = Pick<Call, 'tx' | 'act'>

export interface SeriesMend {
  id: string
  rev: number
  name?: string | undefined
  cadence?: string | null | undefined
  place?: string | null | undefined
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
}

/** Makes an activity the first of a series of its own; its place and times are the usual ones from then on. */
export async function beginSeries(
  { tx, act }: Acting,
  { id, rev, name, cadence }: { id: string; rev: number; name: string; cadence?: string | undefined },
) {
  const { starts_at, ends_at, place } = await lockActivity(tx, id)
  const series = newId()
  const made = await tx
    .insertInto('agenda.series')
    .values({ id: series, name, cadence: cadence ?? null, place, starts_at, ends_at })
    .onConflict((conflict) => conflict.columns(['tenant', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw fieldFailure('name', 'taken')
  act.about(id)
  return { ...(await putInto(tx, { id, rev, series })), series }
}

/** Says to which series an activity belongs; null: to none any more. */
export async function joinSeries(
  { tx, act }: Acting,
  { id, rev, series }: { id: string; rev: number; series: string | null },
) {
  await lockActivity(tx, id)
  if (series !== null) {
    const known = await tx.selectFrom('agenda.series').select('id').where('id', '=', series).executeTakeFirst()
    if (known === undefined) throw new Failure('not_found')
  }
  act.about(id)
  return await putInto(tx, { id, rev, series })
}

async function putInto(tx: Tx, { id, rev, series }: { id: string; rev: number; series: string | null }) {
  const put = await tx
    .updateTable('agenda.activities')
    .set((set) => ({ rev: set('rev', '+', 1), series }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (put === undefined) throw await whyUntouched(tx, { table: 'agenda.activities', id, rev })
  return put
}

/** Corrects a series. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendSeries({ tx, act }: Acting, { id, rev, ...mend }: SeriesMend) {
  const was = await tx.selectFrom('agenda.series').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (was === undefined) throw new Failure('not_found')
  if (was.rev !== rev) throw await whyUntouched(tx, { table: 'agenda.series', id, rev })
  const startsAt = mend.startsAt === undefined ? was.starts_at : mend.startsAt
  const endsAt = mend.endsAt === undefined ? was.ends_at : mend.endsAt
  const fault = whenFault({ occurredOn: '2026', startsAt, endsAt })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  const twin =
    mend.name !== undefined &&
    (await tx
      .selectFrom('agenda.series')
      .select('id')
      .where('name', '=', mend.name)
      .where('id', '<>', id)
      .executeTakeFirst())
  if (twin) throw fieldFailure('name', 'taken')
  await tx
    .updateTable('agenda.series')
    .set((set) => ({
      rev: set('rev', '+', 1),
      starts_at: startsAt,
      ends_at: endsAt,
      ...(mend.name !== undefined && { name: mend.name }),
      ...(mend.cadence !== undefined && { cadence: mend.cadence }),
      ...(mend.place !== undefined && { place: mend.place }),
    }))
    .where('id', '=', id)
    .execute()
  act.about(id)
  return { id, rev: rev + 1 }
}
