import type { Tx } from '../../platform/database.ts'
import { keepRegisterLine } from '../oversight/commands.ts'
import { sectorIds } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { endOfTime } from './model.ts'
import { holdsFrom, outlook } from './outlook.ts'
import { getCourse, listFields } from './queries.ts'
import { present } from './sheet.ts'

/** Writes the register's line anew. Whoever calls holds the relation's lock, or two of them would each miss the other's. */
export async function refreshRegister(tx: Tx, id: string): Promise<void> {
  const region = await getRegion(tx)
  const sheet = await getCourse(tx, id)
  const row = present(sheet.row, endOfTime)
  const { status, endsOn, soonOn, afterEnd } = outlook(sheet.course)
  const fields = await listFields(tx, { relation: id, on: endOfTime })
  await keepRegisterLine(tx, {
    relation: id,
    province: region.province,
    regionCode: region.code,
    regionName: region.name,
    partnerName: row.partner?.name ?? row.label ?? '',
    country: row.partner?.country ?? undefined,
    kind: row.cooperationType ?? undefined,
    status: status ?? 'none',
    endsOn,
    soonOn,
    afterEnd: endsOn === undefined ? undefined : (afterEnd ?? 'none'),
    holdsFrom: holdsFrom(sheet.course),
    stage: row.stage ?? undefined,
    sectors: sectorIds.filter((sector) => fields.some((field) => field.sector === sector)),
    lastActivityOn: row.lastOn ?? undefined,
    demonstration: region.demonstration,
  })
}

/** The newest day on which something is recorded for a relation, for the order of lists and for silence. */
export async function noteNews(tx: Tx, { id, occurredOn }: { id: string; occurredOn: string }): Promise<void> {
  await tx
    .updateTable('relations.relations')
    .set((set) => ({ last_on: occurredOn, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where((is) => is.or([is('last_on', 'is', null), is('last_on', '<', occurredOn)]))
    .execute()
}
