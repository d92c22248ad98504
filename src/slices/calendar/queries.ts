import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import type { Role } from '../../shared/permissions.ts'
import type { LinkState } from '../links/model.ts'
import { feedMost, invitedMost, type Scope } from './model.ts'

export interface FeedRow {
  id: string
  scope: Scope
  relation: { id: string; slug: string; name: string } | null
  party: string
  language: Language
  organisations: boolean
  state: LinkState
  madeAt: string
  madeBy: string | null
  isOwn: boolean
  readAt: string | null
}

/** The region's calendar addresses, the newest first (at most 100), and which of them this account made. */
export async function listFeeds(tx: Tx, account: string): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select f.id, f.scope, l.party, l.language, f.organisations, l.made_at as "madeAt", f.account = ${account}::uuid as "isOwn",
      case when r.id is not null then json_build_object('id', r.id, 'slug', r.slug, 'name', coalesce(p.name, r.label)) end as relation,
      case when l.revoked_at is not null then 'revoked' when l.expires_at <= transaction_timestamp() then 'expired' else 'open' end as state,
      (select m.name from identity.memberships m where m.tenant = f.tenant and m.account = f.account
       order by (m.ended_at is null) desc, m.id desc limit 1) as "madeBy",
      (select d.read_at from calendar.reads d where d.tenant = f.tenant and d.feed = f.id) as "readAt"
    from calendar.feeds f join links.links l on l.tenant = f.tenant and l.id = f.link
    left join relations.relations r on r.tenant = f.tenant and r.id = f.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    order by f.id desc limit 100`.execute(tx)
  return rows
}

export interface Feed {
  id: string
  scope: Scope
  relation: string | null
  relationName: string | null
  account: string
  organisations: boolean
  /** The maker's membership and role as they are now; null once it ended. */
  member: string | null
  role: Role | null
}

/** What a calendar's link shows, with what its maker is today. */
export async function findFeed(tx: Tx, link: string): Promise<Feed | undefined> {
  const { rows } = await sql<Feed>`
    select f.id, f.scope, f.relation, coalesce(p.name, r.label) as "relationName", f.account, f.organisations, m.id as member, m.role
    from calendar.feeds f
    left join identity.memberships m on m.tenant = f.tenant and m.account = f.account and m.ended_at is null
    left join relations.relations r on r.tenant = f.tenant and r.id = f.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where f.link = ${link}::uuid`.execute(tx)
  return rows[0]
}

export interface Meeting {
  id: string
  about: string
  place: string | null
  occurredOn: string
  endedOn: string | null
  startsAt: string | null
  endsAt: string | null
  /** Called off before its day; what was a wrong record is not in any calendar. */
  cancelled: boolean
  sequence: number
  changedAt: string
  /** Countries of its partners whose clocks are told. */
  countries: string[] | null
  organisations: string[] | null
}

const utc = sql`'YYYYMMDD"T"HH24MISS"Z"'`
const meetingColumns = sql`a.id, a.about, a.place, a.occurred_on as "occurredOn", a.ended_on as "endedOn",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.voided_on is not null as cancelled, coalesce(s.sequence, 0) as sequence,
  to_char(coalesce(s.changed_at, transaction_timestamp()) at time zone 'UTC', ${utc}) as "changedAt",
  (select array_agg(distinct p.country) from agenda.activity_relations l
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where l.tenant = a.tenant and l.activity = a.id and p.country in ('JP', 'KR')) as countries`

/** The meetings of a feed whose day is known, the newest 1,000; what was called off is among them. */
export async function listMeetings(tx: Tx, feed: Feed): Promise<Meeting[]> {
  const { scope, relation, organisations, account, member } = feed
  const bodies = organisations
    ? sql`(select array_agg(distinct t.organisation) from agenda.participants t
        where t.tenant = a.tenant and t.activity = a.id and t.organisation is not null)`
    : sql`null::text[]`
  const mine = sql`with mine as (select subject from followup.follow_ups where member = ${member}::uuid and ended_on is null)`
  const of = {
    region: sql`true`,
    relation: sql`exists (select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id and l.relation = ${relation}::uuid)`,
    // What I recorded or changed, and where something is mine to do.
    own: sql`(exists (select from ledger.acts k where k.tenant = a.tenant and k.subject = a.id and k.account = ${account}::uuid)
      or a.id in (select subject from mine)
      or exists (select from agenda.topics t where t.tenant = a.tenant and t.activity = a.id and t.id in (select subject from mine))
      or exists (select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id and l.relation in (select subject from mine)))`,
  }[scope]
  const { rows } = await sql<Meeting>`
    ${scope === 'own' ? mine : sql``}
    select ${meetingColumns}, ${bodies} as organisations
    from agenda.activities a left join calendar.stamps s on s.tenant = a.tenant and s.activity = a.id
    where length(a.occurred_on) = 10 and (a.voided_on is null or a.cancelled) and ${of}
    order by a.occurred_on desc, a.id limit ${feedMost}`.execute(tx)
  return rows
}

export interface Due {
  id: string
  what: string
  dueOn: string
  rev: number
}

/** The open follow-ups with a day that are one person's to do (at most 200). */
export async function listDue(tx: Tx, member: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select id, what, due_on as "dueOn", rev from followup.follow_ups
    where member = ${member}::uuid and ended_on is null and due_on is not null and what is not null
    order by due_on, id limit 200`.execute(tx)
  return rows
}

/** A meeting as it stands, also when it was voided; undefined where the region has none. */
export async function findMeeting(tx: Tx, id: string): Promise<(Meeting & { slug: string }) | undefined> {
  const { rows } = await sql<Meeting & { slug: string }>`
    select ${meetingColumns}, a.slug, null::text[] as organisations
    from agenda.activities a left join calendar.stamps s on s.tenant = a.tenant and s.activity = a.id
    where a.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export interface Invited {
  id: string
  address: string
  name: string | null
  language: Language
  withdrawn: boolean
  sentAt: string | null
  waiting: boolean
  rev: number
}

/** Who was invited to a meeting, in the order they were, with what has left. */
export async function listInvited(tx: Tx, activity: string): Promise<Invited[]> {
  const { rows } = await sql<Invited>`
    select i.id, i.address, i.name, i.language, i.withdrawn, i.rev, d."sentAt", coalesce(d.waiting, true) as waiting
    from calendar.invitations i
    left join lateral (
      select max(d.sent_at) as "sentAt",
        (array_agg(d.sent_at is null order by d.sequence desc, d.method))[1] as waiting
      from calendar.deliveries d where d.tenant = i.tenant and d.invitation = i.id having count(*) > 0
    ) d on true
    where i.activity = ${activity}::uuid order by i.id limit ${invitedMost}`.execute(tx)
  return rows
}
