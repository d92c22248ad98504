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

export interface PublicAnswer {
  id: string
  slug: string
  words: string
  wordsLang: string
  answeredOn: string
}

/** The public issues of a partner's public cooperations whose answer is public and was given in a year, up to a day (at most 100). */
export async function listPublicAnswered(
  portal: PortalDb,
  { region, partner, year, on }: { region: string; partner: string; year: string; on: string },
): Promise<PublicAnswer[]> {
  const { rows } = await sql<PublicAnswer>`
    select p.id, p.slug, p.document ->> 'words' as words, p.document ->> 'wordsLang' as "wordsLang",
      p.document -> 'answer' ->> 'on' as "answeredOn"
    from forum.published p
    where p.region_slug = ${region} and p.document -> 'answer' ->> 'on' <= ${on}
      and left(p.document -> 'answer' ->> 'on', 4) = ${year}
      and exists (select from jsonb_array_elements(p.document -> 'relations') l
        join relations.published r on r.slug = l ->> 'slug' and r.region_slug = p.region_slug
        where r.document -> 'partner' ->> 'slug' = ${partner}
          and coalesce(rpad(r.document ->> 'beganOn', 10, '-01-01'), '') <= ${on})
    order by p.document -> 'answer' ->> 'on' desc, p.id desc limit 100`.execute(portal)
  return rows
}
