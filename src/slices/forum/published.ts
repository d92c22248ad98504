import { sql, type QueryExecutorProvider } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import type { PublishedIssue } from './model.ts'

/** A public issue by its address on a day; undefined where there is none, 'gone' where it was taken back. */
export async function findPublishedIssue(
  portal: PortalDb,
  { slug, on }: { slug: string; on: string },
): Promise<PublishedIssue | 'gone' | undefined> {
  const row = await portal.selectFrom('forum.published').select('document').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) return undefined
  if (row.document === null) return 'gone'
  const issue = row.document as unknown as PublishedIssue
  return isOnOrBefore(issue.raisedOn, on) ? await withStillPublic(portal, { issue, on }) : undefined
}

/** What was published, without the cooperations and meetings that were taken back since, or are not there yet on a day. */
export async function withStillPublic(
  from: QueryExecutorProvider,
  { issue, on }: { issue: PublishedIssue; on: string },
): Promise<PublishedIssue> {
  const slugsOf = (all: readonly { slug: string }[]) => all.map(({ slug }) => slug)
  const { rows } = await sql<{ slug: string; of: 'relation' | 'meeting' }>`
    select slug, 'relation' as of from relations.published where slug = any(${slugsOf(issue.relations)}::text[])
      and coalesce(rpad(document ->> 'beganOn', 10, '-01-01'), '') <= ${on}
    union all select slug, 'meeting' from agenda.published where slug = any(${slugsOf(issue.meetings)}::text[])
      and rpad(occurred_on, 10, '-01-01') <= ${on}`.execute(from)
  const isPublic = (of: 'relation' | 'meeting') => (one: { slug: string }) =>
    rows.some((known) => known.of === of && known.slug === one.slug)
  return {
    ...issue,
    relations: issue.relations.filter(isPublic('relation')),
    meetings: issue.meetings.filter(isPublic('meeting')),
  }
}
