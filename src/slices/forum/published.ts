import type { PortalDb } from '../../platform/database.ts'
import type { PublishedIssue } from './model.ts'

/** A public issue by its address; undefined where there is none, 'gone' where it was taken back. */
export async function findPublishedIssue(portal: PortalDb, slug: string): Promise<PublishedIssue | 'gone' | undefined> {
  const row = await portal.selectFrom('forum.published').select('document').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) return undefined
  return row.document === null ? 'gone' : (row.document as unknown as PublishedIssue)
}
