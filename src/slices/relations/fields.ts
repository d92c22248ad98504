import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { SectorId } from '../reference/model.ts'
import { lockRelation, lockRelationOf, whyUntouched } from './locks.ts'
import { endOfTime, standingOn, type FieldObject, type Standing } from './model.ts'
import { listFields } from './queries.ts'
import { refreshRegister } from './register-line.ts'

type Acting = { tx: Tx; act: Act }

export interface NewField {
  id: string
  sector?: SectorId | undefined
  name?: string | undefined
  standing: Standing
  affair?: string | undefined
  object?: FieldObject | undefined
  occurredOn: string
}

/** Adds a field of cooperation at the end of the list; `id` is the relation. */
export async function addField({ tx, act }: Acting, field: NewField): Promise<{ id: string; rev: number }> {
  refuseTwoNames(field)
  const relation = await lockRelation(tx, field.id)
  await refuseTwin(tx, { relation: relation.id, sector: field.sector })
  await refuseUnknownAffair(tx, field.affair)
  // After the last; once the numbers are used up, where a dropped field left one free.
  const { rows: free } = await sql<{ position: number }>`
    with taken as (select position from relations.fields where relation = ${relation.id}::uuid)
    select p as position from generate_series(1, 200) p where p not in (select position from taken)
    order by p < (select max(position) from taken), p limit 1`.execute(tx)
  if (free[0] === undefined) throw new Failure('too_large')
  const id = newId()
  const { sector, name, standing, affair, object, occurredOn } = field
  await tx
    .insertInto('relations.fields')
    .values({
      id,
      relation: relation.id,
      position: free[0].position,
      sector: sector ?? null,
      name: name ?? null,
      standing,
      affair: affair ?? null,
      object: object ?? null,
      occurred_on: occurredOn,
    })
    .execute()
  await noteStanding(tx, { field: id, standing, occurredOn })
  act.about(relation.id)
  await refreshRegister(tx, relation.id)
  return { id, rev: 1 }
}

export interface FieldMend {
  id: string
  rev: number
  sector?: SectorId | null | undefined
  name?: string | null | undefined
  standing?: Standing | undefined
  affair?: string | null | undefined
  object?: FieldObject | null | undefined
  /** The day from which a new standing holds, YYYY-MM-DD. */
  on: string
}

/**
 * Names, maps or moves on one field. It is named by the catalogue or by own words, never by both: giving one empties
 * the other. A new standing holds from the day of the call; earlier days keep theirs. Refused as `stale`, with what
 * changed, when somebody was faster.
 */
export async function mendField({ tx, act }: Acting, mend: FieldMend) {
  const { id, rev, sector, name, standing, affair, object, on } = mend
  refuseTwoNames({ sector, name })
  const relation = await lockRelationOf(tx, id)
  await refuseTwin(tx, { relation, sector, except: id })
  await refuseUnknownAffair(tx, affair)
  const stood = (await listFields(tx, { relation, on: endOfTime })).find((field) => field.id === id)?.standings ?? []
  const isNew = standing !== undefined && standing !== standingOn(stood, on)
  const moved = isNew ? { standing, occurredOn: on } : undefined
  const mended = await tx
    .updateTable('relations.fields')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(sector !== undefined && { sector, ...(sector !== null && { name: null }) }),
      ...(name !== undefined && { name, ...(name !== null && { sector: null }) }),
      ...(affair !== undefined && { affair }),
      ...(object !== undefined && { object }),
      // A day before the newest change may be mended too: what came later goes on standing.
      ...(moved !== undefined && { standing: standingOn([...stood, moved], endOfTime) ?? moved.standing }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.fields', id, rev })
  if (moved !== undefined) await noteStanding(tx, { field: id, ...moved })
  act.about(relation)
  await refreshRegister(tx, relation)
  return { id, rev: mended.rev }
}

async function noteStanding(
  tx: Tx,
  { field, standing, occurredOn }: { field: string; standing: Standing; occurredOn: string },
): Promise<void> {
  await tx.insertInto('relations.standings').values({ id: newId(), field, standing, occurred_on: occurredOn }).execute()
}

/** A field is named once: the same catalogue entry twice would count one field as two. */
async function refuseTwin(
  tx: Tx,
  { relation, sector, except }: { relation: string; sector: SectorId | null | undefined; except?: string },
): Promise<void> {
  if (sector === undefined || sector === null) return
  const twin = await tx
    .selectFrom('relations.fields')
    .select('id')
    .where('relation', '=', relation)
    .where('sector', '=', sector)
    .where('id', '!=', except ?? relation)
    .limit(1)
    .executeTakeFirst()
  if (twin !== undefined) throw fieldFailure('sector', 'taken')
}

async function refuseUnknownAffair(tx: Tx, affair: string | null | undefined): Promise<void> {
  if (affair === undefined || affair === null) return
  const row = await tx.selectFrom('reference.affairs').select('id').where('id', '=', affair).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}

function refuseTwoNames({ sector, name }: { sector?: SectorId | null | undefined; name?: string | null | undefined }) {
  if (typeof sector === 'string' && typeof name === 'string') throw fieldFailure('name', 'wrong')
}

/** Removes a field entered by mistake; the ledger keeps what stood there. */
export async function dropField(
  { tx, act }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const relation = await lockRelationOf(tx, id)
  await tx.deleteFrom('relations.standings').where('field', '=', id).execute()
  const dropped = await tx
    .deleteFrom('relations.fields')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table: 'relations.fields', id, rev })
  act.about(relation)
  await refreshRegister(tx, relation)
  return { id }
}
