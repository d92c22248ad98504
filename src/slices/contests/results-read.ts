import { sql } from 'kysely'
import type { PortalDb } from '../../platform/database.ts'
import type { Bundle } from './results-bundle.ts'

/** The announced result of a contest whose page is public; undefined where nothing was announced. */
export async function findResult(portal: PortalDb, slug: string): Promise<Bundle | undefined> {
  const { rows } = await sql<{ document: Bundle }>`
    select r.document from contests.published_results r
    join contests.published p on p.tenant = r.tenant and p.id = r.id
    where r.slug = ${slug}`.execute(portal)
  return rows[0]?.document
}
