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
import { mayPair, procedureFor, type CooperationType, type PartnerKind, type StepId } from '../procedures/model.ts'
import { sectorIds, type SectorId } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { endOfTime, standingOn, type Initiator, type Standing } from './model.ts'
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
  await refuseTwin(tx, { relation: relation.id, sector: field.sector })
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
  /** The day from which a new standing holds, YYYY-MM-DD. */
  on: string
}

/**
 * Names, maps or moves on one field. It is named by the catalogue or by own words, never by both: giving one empties
 * the other. A new standing holds from the day of the call; earlier days keep theirs. Refused as `stale`, with what
 * changed, when somebody was faster.
 */
export async function mendField({ tx, act }: Acting, { id, rev, sector, name, standing, on }: FieldMend) {
  refuseTwoNames({ sector, name })
  const relation = await lockRelationOf(tx, id)
  await refuseTwin(tx, { relation, sector, except: id })
  const stood = (await listFields(tx, { relation, on: endOfTime })).find((field) => field.id === id)?.standings ?? []
  const isNew = standing !== undefined && standing !== standingOn(stood, on)
  const moved = isNew ? { standing, occurredOn: on } : undefined
  const mended = await tx
    .updateTable('relations.fields')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(sector !== undefined && { sector, ...(sector !== null && { name: null }) }),
      ...(name !== undefined && { name, ...(name !== null && { sector: null }) }),
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

export interface RelationMend {
  id: string
  rev: number
  purpose?: string | null | undefined
  label?: string | null | undefined
  cooperationType?: CooperationType | null | undefined
}

/**
 * Corrects a relation's own values. Refused as `stale`, with what changed, when somebody was faster. A type that the
 * law does not pair with the partner is refused; one that fits decides whether its process is still an estimate.
 */
export async function mendRelation({ tx, act }: Acting, { id, rev, purpose, label, cooperationType }: RelationMend) {
  // Only what the register tells needs the lock before the rules; a purpose is locked by its own update.
  const isTold = label !== undefined || cooperationType !== undefined
  const partner = isTold ? (await lockRelation(tx, id)).partner : null
  // Without a partner the label is all the name a relation has.
  if (label === null && partner === null) throw fieldFailure('label', 'required')
  const runs = cooperationType === undefined ? undefined : await decideProcedure(tx, { partner, cooperationType })
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
  if (runs !== undefined) await settleProcesses(tx, { relation: id, runs })
  if (isTold) await refreshRegister(tx, id)
  return { id, rev: mended.rev }
}

/** The procedure that a word on the type lets run; refused where the law does not pair the type with the partner. */
async function decideProcedure(
  tx: Tx,
  { partner, cooperationType }: { partner: string | null; cooperationType: CooperationType | null },
) {
  const card = partner === null ? undefined : await findPartner(tx, partner)
  const about = {
    cooperationType: cooperationType ?? undefined,
    partnerKind: card?.kind as PartnerKind | undefined,
  }
  if (!mayPair(about)) throw fieldFailure('cooperationType', 'wrong')
  return procedureFor(about)
}

/** Tells the processes of a relation whether they are still an estimate. */
async function settleProcesses(
  tx: Tx,
  { relation, runs }: { relation: string; runs: NonNullable<ReturnType<typeof procedureFor>> },
): Promise<void> {
  await tx
    .updateTable('relations.processes')
    .set((set) => ({ provisional: runs.provisional, rev: set('rev', '+', 1) }))
    .where('relation', '=', relation)
    .where('procedure', '=', runs.procedure.id)
    .where('provisional', '!=', runs.provisional)
    .execute()
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
  await lockRelation(tx, id)
  await tx
    .updateTable('relations.relations')
    .set((set) => ({ last_on: occurredOn, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where((is) => is.or([is('last_on', 'is', null), is('last_on', '<', occurredOn)]))
    .execute()
  await refreshRegister(tx, id)
}

// Not `for update`: a visit recorded at the same time holds the key of its relation, and two of them would wait for
// each other.
async function lockRelation(tx: Tx, id: string): Promise<{ id: string; partner: string | null }> {
  const row = await tx
    .selectFrom('relations.relations')
    .select(['id', 'partner'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** Locks the relation a field belongs to, before the field: whoever keeps the register sees every field as it stands. */
async function lockRelationOf(tx: Tx, field: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from relations.relations where id = (select relation from relations.fields where id = ${field}::uuid)
    for no key update`.execute(tx)
  if (rows[0] === undefined) throw new Failure('not_found')
  return rows[0].id
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
  for (const id of new Set(relations)) {
    await lockRelation(tx, id)
    await refreshRegister(tx, id)
  }
}

/** Writes the register's line anew. Whoever calls holds the relation's lock, or two of them would each miss the other's. */
async function refreshRegister(tx: Tx, id: string): Promise<void> {
  const region = await getRegion(tx)
  const row = await getRelation(tx, { id, on: endOfTime })
  const fields = await listFields(tx, { relation: id, on: endOfTime })
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
