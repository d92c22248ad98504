import type { PortalDb } from '../../platform/database.ts'
import type { PublishedActivity } from '../../slices/agenda/model.ts'
import { listAlikePublished as listAlikeActivities, listPublishedOfRegion } from '../../slices/agenda/queries.ts'
import type { PublishedRelation } from '../../slices/relations/model.ts'
import { listAlikePublished as listAlikeRelations, listPublished } from '../../slices/relations/published.ts'

/** Rows of one page of results. */
export const resultsMost = 20
const alikeMost = 10

export interface Results {
  relations: PublishedRelation[]
  activities: PublishedActivity[]
  /** Where the next page begins, when there is one. */
  next?: string
}

interface Asked {
  region: string
  on: string
  words: readonly string[]
}

/**
 * What a region has published that holds every word: relations by title, then activities newest first. `after` is what
 * the page before answered as `next`: the kind of the last row and the last part of its address.
 */
export async function searchRegion(
  portal: PortalDb,
  { after, ...asked }: Asked & { after?: string | undefined },
): Promise<Results> {
  const [, kind, slug] = /^(kerja-sama|kegiatan)\.([a-z0-9-]{1,250})$/.exec(after ?? '') ?? []
  const found =
    kind === 'kegiatan' ? [] : await listPublished(portal, { ...asked, after: kind && slug, limit: resultsMost + 1 })
  const relations = found.slice(0, resultsMost)
  const room = resultsMost - relations.length
  const before = kind === 'kegiatan' ? slug : undefined
  const held =
    found.length > resultsMost ? [] : await listPublishedOfRegion(portal, { ...asked, before, limit: room + 1 })
  const activities = held.slice(0, room)
  const isMore = found.length > resultsMost || held.length > room
  const last = activities.at(-1)
  const next = last === undefined ? `kerja-sama.${relations.at(-1)?.slug}` : `kegiatan.${last.slug}`
  return { relations, activities, ...(isMore && { next }) }
}

/** What is spelled like the words, at most ten; for words that nothing holds. */
export async function findAlike(portal: PortalDb, { words, ...asked }: Asked): Promise<Results> {
  // One sign shares letters with everything.
  const long = words.filter((word) => /[\p{L}\p{N}]{2}/u.test(word))
  const relations = await listAlikeRelations(portal, { ...asked, words: long, limit: alikeMost })
  const limit = alikeMost - relations.length
  const activities = limit === 0 ? [] : await listAlikeActivities(portal, { ...asked, words: long, limit })
  return { relations, activities }
}
