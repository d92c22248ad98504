import type { Tx } from '../../platform/database.ts'
import type { Named } from '../../shared/names.ts'
import type { PartnerCard, ProfileFact, ProfileKind } from './model.ts'

/** A partner's card, or undefined. */
export async function findPartner(tx: Tx, id: string): Promise<PartnerCard | undefined> {
  const row = await tx
    .selectFrom('partners.partners')
    .select(['id', 'slug', 'kind', 'name', 'names', 'native_name', 'native_lang', 'country'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind ?? undefined,
    name: row.name,
    names: row.names as Named['names'],
    nativeName: row.native_name ?? undefined,
    nativeLang: row.native_lang ?? undefined,
    country: row.country ?? undefined,
  }
}

/** Dated statements about a partner, oldest first (at most 200). */
export async function listProfileFacts(tx: Tx, partner: string): Promise<ProfileFact[]> {
  const rows = await tx
    .selectFrom('partners.profile_facts')
    .selectAll()
    .where('partner', '=', partner)
    .orderBy('occurred_on')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ProfileKind,
    number: row.number ?? undefined,
    moreThan: row.more_than,
    words: row.words ?? undefined,
    year: row.year ?? undefined,
    occurredOn: row.occurred_on,
  }))
}
