import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { keepRegisterLine } from '../oversight/commands.ts'
import { findPartner } from '../partners/queries.ts'
import { procedureFor, type CooperationType, type PartnerKind, type StepId } from '../procedures/model.ts'
import { sectorIds, type SectorId } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import type { Initiator, Standing } from './model.ts'
import { composePublished } from './published.ts'
import { getRelation, listFields } from './queries.ts'

type Acting = { tx: Tx; act: Act }

export interface NewRelation {
  slug: string
  partner?: string
  label?: string
  beganOn: string
  process?: { initiator?: Initiator; referral?: 'diaspora' }
}

/** Begins a relation. A partner whose kind runs a procedure gets its process, provisional while the type is empty. */
export async function beginRelation(
  { tx, act }: Acting,
  relation: NewRelation,
): Promise<{ id: string; process?: string }> {
  const id = newId()
  const { slug, partner, label, beganOn } = relation
  const card = partner === undefined ? undefined : await findPartner(tx, partner)
  const words = [card?.name, card?.nativeName, ...Object.values(card?.names ?? {}), label]
  await tx
    .insertInto('relations.relations')
    .values({
      id,
      slug,
      partner: partner ?? null,
      label: label ?? null,
      began_on: beganOn,
      last_on: beganOn,
      search: foldForSearch(words.filter((word) => word !== undefined).join(' ')),
    })
    .execute()
  act.about(id)
  const runs = procedureFor({ cooperationType: undefined, partnerKind: card?.kind as PartnerKind | undefined })
  if (runs === undefined) {
    await refreshRegister(tx, id)
    return { id }
  }
  const process = newId()
  await tx
    .insertInto('relations.processes')
    .values({
      id: process,
      relation: id,
      procedure: runs.procedure.id,
      provisional: runs.provisional,
      began_on: beganOn,
      initiator: relation.process?.initiator ?? null,
      referral: relation.process?.referral ?? null,
    })
    .execute()
  await refreshRegister(tx, id)
  return { id, process }
}

export interface SeenStep {
  process: string
  step: StepId
  holder: string
  occurredOn: string
}

/** Notes that a step is known to have happened without its document: it moves nothing (product principle 2). */
export async function noteStep({ tx }: Acting, { process, step, holder, occurredOn }: SeenStep): Promise<void> {
  await tx
    .insertInto('relations.steps')
    .values({ id: newId(), process, step, holder, state: 'running', occurred_on: occurredOn })
    .execute()
}

export interface NewField {
  id: string
  sector?: SectorId | undefined
  name?: string | undefined
  standing: Standing
  occurredOn: string
}

/** Adds a field of cooperation at the end of the list; `id` is the relation. */
export async function addField({ tx, act }: Acting, field: NewField): Promise<{ id: string; rev: number }> {
  refuseTwoNames(field)
  const relation = await lockRelation(tx, field.id)
  // After the last; once the numbers are used up, where a dropped field left one free.
  const { rows: free } = await sql<{ position: number }>`
    with taken as (select position from relations.fields where relation = ${relation.id}::uuid)
    select p as position from generate_series(1, 200) p where p not in (select position from taken)
    order by p < (select max(position) from taken), p limit 1`.execute(tx)
  if (free[0] === undefined) throw new Failure('too_large')
  const id = newId()
  const { sector, name, standing, occurredOn } = field
  await tx
    .insertInto('relations.fields')
    .values({
      id,
      relation: relation.id,
      position: free[0].position,
      sector: sector ?? null,
      name: name ?? null,
      standing,
      occurred_on: occurredOn,
    })
    .execute()
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
}

/**
 * Names, maps or moves on one field. It is named by the catalogue or by own words, never by both: giving one empties
 * the other. Refused as `stale`, with what changed, when somebody was faster.
 */
export async function mendField({ tx, act }: Acting, { id, rev, sector, name, standing }: FieldMend) {
  refuseTwoNames({ sector, name })
  const mended = await tx
    .updateTable('relations.fields')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(sector !== undefined && { sector, ...(sector !== null && { name: null }) }),
      ...(name !== undefined && { name, ...(name !== null && { sector: null }) }),
      ...(standing !== undefined && { standing }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['rev', 'relation'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.fields', id, rev })
  act.about(mended.relation)
  await refreshRegister(tx, mended.relation)
  return { id, rev: mended.rev }
}

function refuseTwoNames({ sector, name }: { sector?: SectorId | null | undefined; name?: string | null | undefined }) {
  if (typeof sector === 'string' && typeof name === 'string') throw fieldFailure('name', 'wrong')
}

/** Removes a field entered by mistake; the ledger keeps what stood there. */
export async function dropField(
  { tx, act }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const dropped = await tx
    .deleteFrom('relations.fields')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('relation')
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table: 'relations.fields', id, rev })
  act.about(dropped.relation)
  await refreshRegister(tx, dropped.relation)
  return { id }
}

export interface RelationMend {
  id: string
  rev: number
  purpose?: string | null | undefined
  label?: string | null | undefined
  cooperationType?: CooperationType | null | undefined
}

/** Corrects a relation's own values. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendRelation({ tx, act }: Acting, { id, rev, purpose, label, cooperationType }: RelationMend) {
  if (label === null) await mustHavePartner(tx, id)
  const mended = await tx
    .updateTable('relations.relations')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(purpose !== undefined && { purpose }),
      ...(label !== undefined && { label }),
      ...(cooperationType !== undefined && { cooperation_type: cooperationType }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.relations', id, rev })
  act.about(id)
  if (label !== undefined || cooperationType !== undefined) await refreshRegister(tx, id)
  return { id, rev: mended.rev }
}

/** Copies what the world may see of a relation, with the article under which it may, into the published table. */
export async function publishRelation({ tx, act }: Acting, { id }: { id: string }): Promise<void> {
  const { demonstration, slug: region_slug } = await getRegion(tx)
  const document = await composePublished(tx, id)
  const values = {
    slug: document.slug,
    region_slug,
    title: document.partner?.name ?? document.label ?? '',
    document: document as never,
    demonstration,
    published_by: act.id,
  }
  await tx
    .insertInto('relations.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  act.about(id)
}

/** The newest day on which something is recorded for a relation, for the order of lists. Told by later slices. */
export async function noteActivity(
  { tx }: Pick<Acting, 'tx'>,
  { id, occurredOn }: { id: string; occurredOn: string },
): Promise<void> {
  await tx
    .updateTable('relations.relations')
    .set((set) => ({ last_on: occurredOn, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where((is) => is.or([is('last_on', 'is', null), is('last_on', '<', occurredOn)]))
    .execute()
  await refreshRegister(tx, id)
}

/** Without a partner the label is all the name a relation has. */
async function mustHavePartner(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('relations.relations').select('partner').where('id', '=', id).executeTakeFirst()
  if (row?.partner === null) throw fieldFailure('label', 'required')
}

async function lockRelation(tx: Tx, id: string): Promise<{ id: string }> {
  const row = await tx
    .selectFrom('relations.relations')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

type Mendable = 'relations.relations' | 'relations.fields'

/** Nothing was updated: the row is not there, or it moved on since it was read. */
async function whyUntouched(
  tx: Tx,
  { table, id, rev }: { table: Mendable; id: string; rev: number },
): Promise<Failure> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return new Failure('not_found')
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

/** The register's line stands on rows of a relation, its fields and processes; an undo wrote some of them. */
export const refreshAfterUndo: AfterUndo = async ({ tx }, touched) => {
  const relations = touched.flatMap(({ table_name, row_id, before, after }) => {
    if (table_name === 'relations.relations') return [row_id]
    if (table_name !== 'relations.fields' && table_name !== 'relations.processes') return []
    return [String((after ?? before)?.['relation'])]
  })
  for (const id of new Set(relations)) await refreshRegister(tx, id)
}

async function refreshRegister(tx: Tx, id: string): Promise<void> {
  const region = await getRegion(tx)
  const row = await getRelation(tx, { id, on: '9999-12-31' })
  const fields = await listFields(tx, id)
  await keepRegisterLine(tx, {
    relation: id,
    province: region.province,
    regionCode: region.code,
    regionName: region.name,
    partnerName: row.partner?.name ?? row.label ?? '',
    country: row.partner?.country ?? undefined,
    kind: row.cooperationType ?? undefined,
    status: row.status ?? 'none',
    stage: row.stage ?? undefined,
    sectors: sectorIds.filter((sector) => fields.some((field) => field.sector === sector)),
    lastActivityOn: row.lastOn ?? undefined,
    demonstration: region.demonstration,
  })
}
