import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database.ts'
import type { PortalMade } from '../../platform/portal-made.ts'
import type { Language } from '../../shared/languages.ts'
import { may } from '../../shared/permissions.ts'
import { findLink } from '../links/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { dueEntry, entryOf, zoneOf } from './entries.ts'
import { writeCalendar } from './ics.ts'
import { findFeed, listDue, listMeetings, type Feed } from './queries.ts'
import { words } from './messages/words.gen.ts'

/** The secret calendars: whoever has the address reads what its maker may read today. Ended ones answer 410. */
export const calendarFeed: PortalMade = {
  path: '/kalender/:file',
  private: true,
  async make({ parameters, portal, database }) {
    const token = /^(.*)\.ics$/.exec(parameters['file'] ?? '')?.[1]
    if (token === undefined || database === undefined) return undefined
    const link = await findLink(portal, token)
    if (link === undefined || link.purpose !== 'calendar') return undefined
    if (link.state !== 'open') return 'gone'
    const { tenant, language } = link
    const read = await database.inTenant({ tenant }, async (tx) => {
      const feed = await findFeed(tx, link.id)
      // It ends with the membership of its maker, or with her right to read.
      if (feed?.role === undefined || feed.role === null || !may(feed.role, 'agenda.read')) return undefined
      return { feed: feed.id, isNoted: await isNoted(tx, feed.id), body: await write(tx, { feed, language }) }
    })
    if (read === undefined) return 'gone'
    if (!read.isNoted) await noteRead(database, { tenant, feed: read.feed })
    return { type: 'text/calendar; charset=utf-8', body: read.body }
  },
}

async function write(tx: Tx, { feed, language }: { feed: Feed; language: Language }): Promise<string> {
  const region = await getRegion(tx)
  const { name } = region
  const zone = zoneOf(region)
  const telling = { zone, language }
  const meetings = await listMeetings(tx, feed)
  const due = feed.scope === 'own' && feed.member !== null ? await listDue(tx, feed.member) : []
  const w = words[language].feed
  const names = {
    own: w.own({ name }),
    region: w.region({ name }),
    relation: w.relation({ name: feed.relationName ?? '' }),
  }
  const entries = [
    ...meetings.flatMap((meeting) => entryOf(meeting, telling) ?? []),
    ...due.map((one) => dueEntry(one, telling)),
  ]
  return writeCalendar({ name: names[feed.scope], zone, method: 'PUBLISH', entries })
}

async function isNoted(tx: Tx, feed: string): Promise<boolean> {
  const { rows } = await sql`select from calendar.reads
    where feed = ${feed}::uuid and read_at > transaction_timestamp() - interval '1 hour'`.execute(tx)
  return rows.length > 0
}

/** Notes that the feed is in use, at most once an hour. */
async function noteRead(database: Database, { tenant, feed }: { tenant: string; feed: string }): Promise<void> {
  await database.inTenant({ tenant, write: true }, async (tx) => {
    await sql`insert into calendar.reads as r (feed) values (${feed}::uuid)
      on conflict (tenant, feed) do update set read_at = excluded.read_at where r.read_at < excluded.read_at`.execute(
      tx,
    )
  })
}
