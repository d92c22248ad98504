import { sql } from 'kysely'
import type { Named } from '../../shared/names.ts'
import type { PartnerEntry } from './model.ts'

/** A partner as it stands in its table. */
export interface PartnerRow {
  id: string
  slug: string
  kind: string | null
  tier: string | null
  name: string
  names: Named['names']
  native_name: string | null
  native_lang: string | null
  country: string | null
  rev: number
}

/** What is read of a partner `p`. */
export const columns = sql.raw(
  'p.id, p.slug, p.kind, p.tier, p.name, p.names, p.native_name, p.native_lang, p.country, p.rev',
)

/** A partner as its card says it. */
export function entryOf(row: PartnerRow): PartnerEntry {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind ?? undefined,
    tier: row.tier ?? undefined,
    name: row.name,
    names: row.names,
    nativeName: row.native_name ?? undefined,
    nativeLang: row.native_lang ?? undefined,
    country: row.country ?? undefined,
    rev: row.rev,
  }
}
