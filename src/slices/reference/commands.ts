import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, lastDayOf } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Named } from '../../shared/names.ts'
import { installDecrees } from './decrees.ts'
import {
  type Capacity,
  type Emblem,
  findOverlap,
  type OfficeId,
  type RegionCard,
  type Tier,
  type UnitKind,
} from './model.ts'
import { getRegion, getUnit, listOfficials } from './queries.ts'
import { whyUntouched } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

export interface NewRegion extends Named {
  tenant: string
  code: string
  slug: string
  tier: Tier
  zone: 'WIB' | 'WITA' | 'WIT'
  demonstration: boolean
}

/** Sets up a region as a tenant, its public card, and the tables of the decrees it begins with. The transaction must already stand in that tenant. */
export async function setUpRegion({ tx, act }: Acting, region: NewRegion): Promise<void> {
  const { tenant, code, slug, tier, name, names, demonstration } = region
  await tx
    .insertInto('reference.regions')
    .values({
      ...region,
      province: code.slice(0, 2),
      names: { ...names },
      preparing: !demonstration,
    })
    .execute()
  const document: RegionCard = { slug, code, tier, name, names }
  await tx
    .insertInto('reference.published')
    .values({ id: tenant, slug, document: document as never, demonstration })
    .execute()
  await installDecrees(tx)
  act.about(tenant)
}

export interface RegionMend {
  rev: number
  zone?: NewRegion['zone'] | undefined
  cutiBersamaCounts?: boolean | undefined
  preparing?: boolean | undefined
}

/**
 * Mends what a region may decide itself: its zone, whether days of joint leave count, whether it is still led through
 * what a new region needs. Its code never changes.
 */
export async function mendRegion({ tx, act }: Acting, mend: RegionMend): Promise<{ rev: number }> {
  const { rev, zone, cutiBersamaCounts, preparing } = mend
  const mended = await tx
    .updateTable('reference.regions')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(zone !== undefined && { zone }),
      ...(cutiBersamaCounts !== undefined && { cuti_bersama_counts: cutiBersamaCounts }),
      ...(preparing !== undefined && { preparing }),
    }))
    .where('rev', '=', rev)
    .returning(['tenant', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw new Failure('stale')
  act.about(mended.tenant)
  return { rev: mended.rev }
}

export interface CardMend {
  name?: string | undefined
  /** Forms of the name for readers of other languages; those not given stay. */
  names?: Named['names']
}

/** Mends how the region is called, also on its public card. What was published under the old name keeps it. */
export async function renameRegion({ tx, act }: Acting, { name, names = {} }: CardMend): Promise<void> {
  const region = await getRegion(tx)
  const named = { name: name ?? region.name, names: { ...(region.names as object), ...names } }
  await tx
    .updateTable('reference.regions')
    .set((set) => ({ ...named, rev: set('rev', '+', 1) }))
    .where('tenant', '=', region.tenant)
    .execute()
  await mendCard(tx, { ...(await getCard(tx)), ...named })
  act.about(region.tenant)
}

/**
 * Shows the region's emblem in the header of its portal, or shows none. `onPortal` is the region's wish, which stays when
 * there is no emblem at the moment.
 */
export async function showEmblem(
  { tx }: Pick<Acting, 'tx'>,
  { onPortal, emblem }: { onPortal: boolean; emblem: Emblem | undefined },
): Promise<void> {
  await tx
    .updateTable('reference.regions')
    .set((set) => ({ emblem_on_portal: onPortal, rev: set('rev', '+', 1) }))
    .where('emblem_on_portal', '!=', onPortal)
    .execute()
  const { emblem: _, ...card } = await getCard(tx)
  await mendCard(tx, { ...card, ...(onPortal && emblem !== undefined && { emblem }) })
}

async function getCard(tx: Tx): Promise<RegionCard> {
  const { document } = await tx.selectFrom('reference.published').select('document').executeTakeFirstOrThrow()
  return document as unknown as RegionCard
}

async function mendCard(tx: Tx, document: RegionCard): Promise<void> {
  await tx
    .updateTable('reference.published')
    .set({ document: document as never })
    .execute()
}

export interface NewUnit {
  name: string
  shortName?: string | undefined
  kind: UnitKind
  mail?: string | undefined
}

/** Adds a body of the region; its name is unique there. */
export async function addUnit({ tx, act }: Acting, { name, shortName, kind, mail }: NewUnit): Promise<{ id: string }> {
  const id = newId()
  const added = await tx
    .insertInto('reference.units')
    .values({ id, name, short_name: shortName ?? null, kind, mail: mail ?? null })
    .onConflict((conflict) => conflict.columns(['tenant', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw fieldFailure('name', 'taken')
  act.about(id)
  return { id }
}

export interface UnitMend {
  id: string
  rev: number
  name?: string | undefined
  shortName?: string | null | undefined
  kind?: UnitKind | undefined
  mail?: string | null | undefined
}

/** Mends a body's name, kind or address; its name stays unique in the region. */
export async function mendUnit({ tx, act }: Acting, mend: UnitMend): Promise<{ id: string; rev: number }> {
  const { id, rev, name, shortName, kind, mail } = mend
  if (name !== undefined) {
    const twin = await tx.selectFrom('reference.units').select('id').where('name', '=', name).executeTakeFirst()
    if (twin !== undefined && twin.id !== id) throw fieldFailure('name', 'taken')
  }
  const mended = await tx
    .updateTable('reference.units')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(name !== undefined && { name }),
      ...(shortName !== undefined && { short_name: shortName }),
      ...(kind !== undefined && { kind }),
      ...(mail !== undefined && { mail }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'reference.units', id })
  act.about(id)
  return mended
}

/**
 * Removes a body that nothing stands on. One that is used stays: `not_yet`, with the table that uses it in `missing` as
 * `{ usedBy: 'identity.memberships' }`; which slices use units is known to the database alone.
 */
export async function removeUnit(
  { tx, act }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const removed = await tx
    .deleteFrom('reference.units')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
    .catch((error: { code?: string; schema_name?: string; table_name?: string }) => {
      if (error.code !== '23503') throw error
      throw new Failure('not_yet', { missing: [{ usedBy: `${error.schema_name}.${error.table_name}` }] })
    })
  if (removed === undefined) throw await whyUntouched(tx, { table: 'reference.units', id })
  act.about(id)
  return removed
}

export interface NewOfficial {
  name: string
  office: OfficeId
  capacity: Capacity
  seenOn: string
  fromOn?: string | undefined
  toOn?: string | undefined
  unit?: string | undefined
  sure?: readonly string[] | undefined
}

/** Records who holds an office, in which capacity, from when, or at least on which day a source shows the person in it. */
export async function addOfficial({ tx, act }: Acting, official: NewOfficial): Promise<{ id: string }> {
  const id = newId()
  const { name, office, capacity, seenOn, fromOn, toOn, unit, sure } = official
  await refuseTerm(tx, { id, office, fromOn, toOn, sure })
  if (unit !== undefined) await getUnit(tx, unit)
  const term = { from_on: fromOn ?? null, to_on: toOn ?? null }
  await tx
    .insertInto('reference.officials')
    .values({ id, name, office, capacity, seen_on: seenOn, ...term, unit: unit ?? null })
    .execute()
  act.about(id)
  return { id }
}

export interface OfficialMend {
  id: string
  rev: number
  name?: string | undefined
  office?: OfficeId | undefined
  capacity?: Capacity | undefined
  seenOn?: string | undefined
  fromOn?: string | null | undefined
  toOn?: string | null | undefined
  unit?: string | null | undefined
  sure?: readonly string[] | undefined
}

/** Corrects who held an office, as what and when; a term that shares days with another of the same office is doubtful. */
export async function mendOfficial({ tx, act }: Acting, mend: OfficialMend): Promise<{ id: string; rev: number }> {
  const { id, rev, name, office, capacity, seenOn, fromOn, toOn, unit, sure } = mend
  const row = (await listOfficials(tx)).find((official) => official.id === id)
  if (row?.rev === rev && (office !== undefined || fromOn !== undefined || toOn !== undefined)) {
    await refuseTerm(tx, {
      id,
      office: office ?? row.office,
      fromOn: fromOn === undefined ? row.fromOn : (fromOn ?? undefined),
      toOn: toOn === undefined ? row.toOn : (toOn ?? undefined),
      sure,
    })
  }
  if (typeof unit === 'string') await getUnit(tx, unit)
  const mended = await tx
    .updateTable('reference.officials')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(name !== undefined && { name }),
      ...(office !== undefined && { office }),
      ...(capacity !== undefined && { capacity }),
      ...(seenOn !== undefined && { seen_on: seenOn }),
      ...(fromOn !== undefined && { from_on: fromOn }),
      ...(toOn !== undefined && { to_on: toOn }),
      ...(unit !== undefined && { unit }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'reference.officials', id })
  act.about(id)
  return mended
}

/** Ends a term of office on a day, month or year. */
export async function endTerm(
  call: Acting,
  { id, rev, toOn }: { id: string; rev: number; toOn: string },
): Promise<{ id: string; rev: number }> {
  // A term that ends earlier than before shares no new day with another one.
  return await mendOfficial(call, { id, rev, toOn, sure: ['fromOn'] })
}

interface AskedTerm {
  id: string
  office: OfficeId
  fromOn: string | undefined
  toOn: string | undefined
  sure: readonly string[] | undefined
}

async function refuseTerm(tx: Tx, { id, office, fromOn, toOn, sure }: AskedTerm): Promise<void> {
  if (fromOn !== undefined && toOn !== undefined && lastDayOf(toOn) < firstDayOf(fromOn)) {
    throw fieldFailure('toOn', 'wrong_order')
  }
  if (fromOn === undefined || sure?.includes('fromOn') === true) return
  const others = (await listOfficials(tx)).filter((official) => official.id !== id)
  if (findOverlap(others, { office, fromOn, toOn }) !== undefined) throw fieldFailure('fromOn', 'doubtful')
}
