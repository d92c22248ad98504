import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, lastDayOf } from '../../shared/dates.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Named } from '../../shared/names.ts'
import type { Capacity, OfficeId, RegionCard, Tier } from './model.ts'

type Acting = { tx: Tx; act: Act }

export interface NewRegion extends Named {
  tenant: string
  code: string
  slug: string
  tier: Tier
  zone: 'WIB' | 'WITA' | 'WIT'
  demonstration: boolean
}

/** Sets up a region as a tenant and its public card. The transaction must already stand in that tenant. */
export async function setUpRegion({ tx, act }: Acting, region: NewRegion): Promise<void> {
  const { tenant, code, slug, tier, zone, name, names, demonstration } = region
  await tx
    .insertInto('reference.regions')
    .values({ tenant, code, slug, tier, province: code.slice(0, 2), zone, name, names: { ...names }, demonstration })
    .execute()
  const document: RegionCard = { slug, code, tier, name, names }
  await tx
    .insertInto('reference.published')
    .values({ id: tenant, slug, document: document as never, demonstration })
    .execute()
  act.about(tenant)
}

export interface NewUnit {
  name: string
  shortName?: string | undefined
  kind: 'bagian_kerja_sama' | 'opd' | 'pimpinan' | 'sekretariat' | 'lain'
}

/** Adds a body of the region; its name is unique there. */
export async function addUnit({ tx, act }: Acting, { name, shortName, kind }: NewUnit): Promise<{ id: string }> {
  const id = newId()
  const added = await tx
    .insertInto('reference.units')
    .values({ id, name, short_name: shortName ?? null, kind })
    .onConflict((conflict) => conflict.columns(['tenant', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw fieldFailure('name', 'taken')
  act.about(id)
  return { id }
}

export interface NewOfficial {
  name: string
  office: OfficeId
  capacity: Capacity
  seenOn: string
  fromOn?: string | undefined
  toOn?: string | undefined
}

/** Records who holds an office, in which capacity, from when, or at least on which day a source shows the person in it. */
export async function addOfficial({ tx, act }: Acting, official: NewOfficial): Promise<{ id: string }> {
  const id = newId()
  const { name, office, capacity, seenOn, fromOn, toOn } = official
  if (fromOn !== undefined && toOn !== undefined && lastDayOf(toOn) < firstDayOf(fromOn)) {
    throw fieldFailure('toOn', 'wrong_order')
  }
  await tx
    .insertInto('reference.officials')
    .values({ id, name, office, capacity, seen_on: seenOn, from_on: fromOn ?? null, to_on: toOn ?? null })
    .execute()
  act.about(id)
  return { id }
}
