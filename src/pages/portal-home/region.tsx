import type { PortalRegion, Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import type { RegionCard } from '../../slices/reference/model.ts'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { words } from './messages/words.gen.ts'

/** Rows of one page of a region's lists. */
export const pageSize = 25

/** The region whose address this is; not found where nobody has it. */
export async function regionOf(visit: Visit): Promise<RegionCard> {
  const card = await findRegionCard(visit.portal, visit.parameters['region'] ?? '')
  if (card === undefined) throw new Failure('not_found')
  return card
}

/** The region as the frame of its pages names it. */
export const frameOf = (language: Language, region: RegionCard): PortalRegion => ({
  slug: region.slug,
  name: nameIn(language, region),
})

/** The way to the next page of a list, with the filters of this one. */
export function Next({ language, query }: { language: Language; query: Record<string, string | undefined> }) {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return (
    <p className="more">
      <a className="btn" rel="next" href={`?${new URLSearchParams(kept).toString()}`}>
        {words[language].region.more}
      </a>
    </p>
  )
}

/** A page of a list that begins after its end, or after something that was taken back: says so, and the way back. */
export function PastTheEnd({ language, path }: { language: Language; path: string }) {
  const w = words[language].region
  return (
    <EmptyState
      act={
        <a className="btn" href={path}>
          {w.first}
        </a>
      }
    >
      {w.end}
    </EmptyState>
  )
}
