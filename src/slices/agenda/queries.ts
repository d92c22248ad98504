import { sql, type RawBuilder } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { addDays } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { activityTitle } from './embed.tsx'
import { Failure } from '../../shared/failure.ts'
import type { Named } from '../../shared/names.ts'
import { foldForSearch } from '../../shared/text.ts'
import { isOffice } from '../reference/model.ts'
import { isPlanned, type Activity, type PublishedActivity, type PublishedPhoto } from './model.ts'

export { listCommitmentNames, listPublishedCommitments } from './commitments-read.ts'
export { listDueItems, listShared, listWithCarried } from './coming.ts'
export { listSubjectsOf, listSubjectsUnder } from './subjects.ts'
export { listPointsOfTheme } from './points-of-theme.ts'
export { listPointNames, listUnassigned } from './points-read.ts'
export { findHead, findNextOf, listRow } from './row-read.ts'
export { listSharableMeetings, listSharableWords, readGuestShares } from './sharable.ts'

export {
  listAlikePublished,
  listByLastActivity,
  listPublicYears,
  listPublishedOfRegion,
  listPublishedOfRelations,
  readLastDays,
} from './public-lists.ts'

/** A row as JSON brings it: what is not there is null, within people it is absent. */
type Row = { [Key in keyof Activity]-?: Exclude<Activity[Key], undefined> | null } & Pick<
  Activity,
  'id' | 'slug' | 'about' | 'topics' | 'occurredOn' | 'participants' | 'statements' | 'points'
>

const speaker = (typed: RawBuilder<unknown>) => sql`
  'givenName', coalesce(o.name, h.given_name, ${typed}, ''), 'familyName', coalesce(h.family_name, ''),
  'nameLang', case when o.id is null then h.name_lang else 'id' end, 'office', coalesce(o.office, h.office), 'capacity', nullif(o.capacity, 'definitif')`

const pointColumns = sql`json_build_object('id', t.id, 'position', t.position, 'theme', t.theme, 'words', t.words,
  'wordsLang', t.words_lang, 'rev', t.rev)`

const columns = sql`
  a.id, a.slug, a.kind, a.about, a.topics, a.place, a.occurred_on as "occurredOn", a.ended_on as "endedOn",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.weekday, a.initiator,
  coalesce((select json_agg(json_strip_nulls(json_build_object('id', t.id, 'side', t.side, 'leads', t.leads,
      'organisation', t.organisation, 'role', t.role, 'headcount', t.headcount, 'rank', t.rank, 'rev', t.rev,
      'invited', nullif(t.invited, false), 'absent', nullif(not t.present, false), 'byDoor', nullif(t.door is not null, false),
      ${speaker(sql`t.person_name`)})) order by t.side desc, t.position, t.id)
    from agenda.participants t
    left join reference.officials o on o.tenant = t.tenant and o.id = t.official
    left join partners.people h on h.tenant = t.tenant and h.id = t.person
    where t.tenant = a.tenant and t.activity = a.id), '[]') as participants,
  coalesce((select json_agg(json_build_object('id', t.id, 'position', t.position, 'words', t.words, 'wordsLang', t.words_lang,
      'rev', t.rev, 'speaker', json_strip_nulls(json_build_object(${speaker(sql`t.speaker`)}))) order by t.position, t.id)
    from agenda.statements t
    left join reference.officials o on o.tenant = t.tenant and o.id = t.official
    left join partners.people h on h.tenant = t.tenant and h.id = t.person
    where t.tenant = a.tenant and t.activity = a.id), '[]') as statements,
  coalesce((select json_agg(json_strip_nulls(${pointColumns}) order by t.position, t.id)
    from agenda.topics t where t.tenant = a.tenant and t.activity = a.id), '[]') as points`

function present(row: Row): Activity {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind ?? undefined,
    about: row.about,
    topics: row.topics,
    place: row.place ?? undefined,
    occurredOn: row.occurredOn,
    endedOn: row.endedOn ?? undefined,
    startsAt: row.startsAt ?? undefined,
    endsAt: row.endsAt ?? undefined,
    weekday: row.weekday ?? undefined,
    initiator: row.initiator ?? undefined,
    participants: row.participants,
    statements: row.statements,
    points: row.points,
  }
}

/**
 * Activities of one relation up to a day, newest first (at most 200), with who took part and what was said. What was
 * voided is not among them.
 */
export async function listActivities(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<Activity[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from agenda.activity_relations l join agenda.activities a on a.tenant = l.tenant and a.id = l.activity
    where l.relation = ${relation}::uuid and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, a.id desc limit 200`.execute(tx)
  return rows.map(present)
}

/** The ids of a relation's activities, planned and voided ones too, the newest 200: what its history tells with it. */
export async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const { rows } = await sql<{ activity: string }>`
    select activity from agenda.activity_relations where relation = ${relation}::uuid order by activity desc limit 200`.execute(
    tx,
  )
  return rows.map(({ activity }) => activity)
}

interface Head {
  rev: number
  note: string | null
  closedOn: string | null
  voidedOn: string | null
  voidedReason: string | null
  cancelled: boolean
  published: boolean
}

/** An activity by its address with what only its own page shows. Throws not_found. */
export async function getActivity(tx: Tx, slug: string) {
  const { rows } = await sql<Row & Head>`
    select ${columns}, a.rev, a.note, a.closed_on as "closedOn", a.voided_on as "voidedOn", a.voided_reason as "voidedReason", a.cancelled,
      exists (select from agenda.published p where p.id = a.id) as published
    from agenda.activities a where a.slug = ${slug}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const { rev, note, closedOn, voidedOn, voidedReason, cancelled, published } = row
  return { ...present(row), rev, note, closedOn, voidedOn, voidedReason, cancelled, published }
}

export interface RelationCard {
  id: string
  slug: string
  name: string
  names?: Named['names']
}

export const card = sql`json_strip_nulls(json_build_object('id', r.id, 'slug', r.slug, 'name', coalesce(p.name, r.label), 'names', p.names))`

/** The relations of an activity, by name (at most 20). */
export async function listRelationsOf(tx: Tx, activity: string): Promise<RelationCard[]> {
  const { rows } = await sql<{ card: RelationCard }>`
    select ${card} as card from agenda.activity_relations l
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where l.activity = ${activity}::uuid order by coalesce(p.name, r.label), r.id limit 20`.execute(tx)
  return rows.map((row) => row.card)
}

interface Listed {
  unsorted?: boolean | undefined
  after?: string | undefined
  limit: number
  on: string
}

/** A page of the region's activities, the latest day first. Keyset: `after` is the id of the last row seen. */
export async function listOfRegion(tx: Tx, { unsorted = false, after, limit, on }: Listed) {
  const alone = unsorted
    ? sql`not exists (select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id)`
    : sql`true`
  const from =
    after === undefined
      ? sql`true`
      : sql`(a.occurred_on, a.id) < (select b.occurred_on, b.id from agenda.activities b where b.id = ${after}::uuid)`
  const { rows } = await sql<Row & { closedOn: string | null; relations: RelationCard[] }>`
    select a.id, a.slug, a.kind, a.about, a.place, a.occurred_on as "occurredOn", a.ended_on as "endedOn",
      a.starts_at as "startsAt", a.weekday, a.closed_on as "closedOn",
      coalesce((select json_agg(${card} order by r.id) from agenda.activity_relations l
        join relations.relations r on r.tenant = l.tenant and r.id = l.relation
        left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
        where l.tenant = a.tenant and l.activity = a.id), '[]') as relations
    from agenda.activities a where a.voided_on is null and ${alone} and ${from}
    order by a.occurred_on desc, a.id desc limit ${limit + 1}`.execute(tx)
  if (after !== undefined && rows.length === 0) await refuseUnknown(tx, after)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  const shown = rows.slice(0, limit).map(({ closedOn, relations, ...row }) => {
    const { id, slug, kind, about, place, occurredOn, endedOn, startsAt, weekday } = present(row)
    const planned = isPlanned({ occurredOn }, on)
    const when = { occurredOn, endedOn, startsAt, weekday }
    return { id, slug, kind, about, place, ...when, planned, closedOn: closedOn ?? undefined, relations }
  })
  return { rows: shown, ...(next !== undefined && { next }) }
}

/** After so many days an open visit waits no more: what follows from it is then the relation's own silence. */
const openForDays = 180

/**
 * Visits up to a day that nobody has put under a relation, or that happened within half a year and were not closed, the
 * newest first: the first of them, and how many there are (counted to 100, or to the limit).
 */
export async function listOpen(tx: Tx, { on, limit }: { on: string; limit: number }) {
  const { rows } = await sql<OpenVisit & { total: number }>`
    with open as (select a.id, a.slug, a.about, a.occurred_on, exists (
        select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id) as sorted, a.closed_on
      from agenda.activities a
      where a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
        and (rpad(a.occurred_on, 10, '-01-01') >= ${addDays(on, -openForDays)} and (a.closed_on is null or a.closed_on > ${on})
          or not exists (select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id))
      order by a.occurred_on desc, a.id desc limit ${Math.max(100, limit)})
    select id, slug, about, occurred_on as "occurredOn", sorted, (select count(*)::int from open) as total
    from open order by occurred_on desc, id desc limit ${limit}`.execute(tx)
  return {
    rows: rows.map(({ id, slug, about, occurredOn, sorted }): OpenVisit => ({ id, slug, about, occurredOn, sorted })),
    total: rows[0]?.total ?? 0,
  }
}

interface OpenVisit {
  id: string
  slug: string
  about: string
  occurredOn: string
  /** Whether it belongs to a relation; then it only has not been closed. */
  sorted: boolean
}

/** Some activities (at most 500) by id, as other lists name them; what was voided is not among them. */
export async function listNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return await tx
    .selectFrom('agenda.activities')
    .select(['id', 'slug', 'about'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('voided_on', 'is', null)
    .limit(500)
    .execute()
}

/** Throws not_found where the region has no such activity. */
export async function refuseUnknown(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('agenda.activities').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}

/** Words that many partners share and that say nothing of which one is meant. */
const ranks = /\b(?:kota|kabupaten|kab|provinsi|pemerintah|pemkot|pemkab|city|prefecture)\b\.?/g

/**
 * Relations whose partner is written like these words, the nearest first (at most five): other spellings count, and
 * what was misheard or mistyped by a letter or two (Hanamatsu, Hamamatsu).
 */
export async function proposeRelations(tx: Tx, typed: string): Promise<RelationCard[]> {
  const folded = foldForSearch(typed)
  const words = folded.replace(ranks, ' ').trim() || folded
  const { rows } = await sql<{ card: RelationCard }>`
    select ${card} as card from relations.relations r
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    cross join lateral (select max(greatest(
        word_similarity(${words}::text, n.name),
        case when char_length(${words}::text) >= 2 and strpos(n.name, ${words}::text) > 0 then 1 else 0 end)) as near
      from (select r.search as name union all select a.search from partners.aliases a
        where a.tenant = p.tenant and a.partner = p.id) n) x
    where x.near >= 0.45 order by x.near desc, r.id limit 5`.execute(tx)
  return rows.map((row) => row.card)
}

/** People of the partners of some relations, to be named as guests (at most 200). */
export async function listGuests(tx: Tx, relations: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; office: string }>`
    select h.id, trim(h.given_name || ' ' || h.family_name) as name, h.office from relations.relations r
    join partners.people h on h.tenant = r.tenant and h.partner = r.partner
    where r.id = any(${[...relations]}::uuid[]) order by h.seen_on desc, h.id limit 200`.execute(tx)
  return rows.map(({ id, name, office }) => ({ id, name, ...(isOffice(office) && { office }) }))
}

/** The photographs of an activity in their order (at most 100). */
export async function listPhotos(tx: Tx, activity: string) {
  return await tx
    .selectFrom('agenda.photos')
    .select(['id', 'file', 'caption', 'rev'])
    .where('activity', '=', activity)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** Which photographs and points of an activity are public, by id; undefined while nothing of it is. */
export async function listPublicParts(tx: Tx, activity: string) {
  const row = await tx.selectFrom('agenda.published').select('document').where('id', '=', activity).executeTakeFirst()
  const document = row?.document as PublishedActivity | undefined
  if (document === undefined) return undefined
  const ids = (rows: readonly { id: string }[] = []) => rows.map(({ id }) => id)
  return {
    photos: ids(document.photos),
    points: ids(document.points),
    summary: document.summary === undefined ? [] : [document.summary.id],
  }
}

/** A photograph that is public on a day, with the region whose it is; 'gone' when its activity was withdrawn. */
export async function findPublicPhoto(
  portal: PortalDb,
  { slug, photo: id, on }: { slug: string; photo: string; on: string },
): Promise<(PublishedPhoto & { tenant: string }) | 'gone' | undefined> {
  const row = await portal
    .selectFrom('agenda.published')
    .select(['tenant', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return (await isWithdrawn(portal, slug)) ? 'gone' : undefined
  const activity = row.document as unknown as PublishedActivity
  const photo = isPlanned(activity, on) ? undefined : activity.photos.find((one) => one.id === id)
  return photo && { ...photo, tenant: row.tenant }
}

/** Activities of the region on the days of a span, in their order (at most 50), each under its relations. */
export async function listBetween(tx: Tx, { from, to }: { from: string; to: string }) {
  const { rows } = await sql<{ id: string; slug: string; about: string; occurredOn: string; relationSlug: string }>`
    select a.id, a.slug, a.about, a.occurred_on as "occurredOn", r.slug as "relationSlug"
    from agenda.activities a
    join agenda.activity_relations l on l.tenant = a.tenant and l.activity = a.id
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    where a.occurred_on between ${from} and ${to} and length(a.occurred_on) = 10 and a.voided_on is null
    order by a.occurred_on, a.id limit 50`.execute(tx)
  return rows
}

/** Published activities of a relation, newest first (at most 200). */
export async function listPublishedOfRelation(portal: PortalDb, relation: string): Promise<PublishedActivity[]> {
  const rows = await portal
    .selectFrom('agenda.published')
    .select('document')
    .where('relations', '@>', sql<string[]>`array[${relation}]::uuid[]`)
    .orderBy('occurred_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ document }) => document as unknown as PublishedActivity)
}

/** A published activity by its address. */
export async function findPublishedActivity(portal: PortalDb, slug: string): Promise<PublishedActivity | undefined> {
  const row = await portal.selectFrom('agenda.published').select('document').where('slug', '=', slug).executeTakeFirst()
  return row?.document as PublishedActivity | undefined
}

/** Which of some activities (at most 200) are public. */
export async function listPublic(tx: Tx, activities: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from agenda.published where id = any(${[...activities]}::uuid[]) limit 200`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What a reader of the portal may write about at an activity's address. */
export async function findPublicActivity(portal: PortalDb, { slug, language }: { slug: string; language: Language }) {
  const row = await portal
    .selectFrom('agenda.published')
    .select(['tenant', 'id', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const activity = row.document as unknown as PublishedActivity
  const region = { slug: activity.region.slug, name: nameIn(language, activity.region) }
  return { tenant: row.tenant, id: row.id, title: activityTitle(language, activity), region }
}

/** Whether a public page of an activity was taken back at this address. */
export async function isWithdrawn(portal: PortalDb, slug: string): Promise<boolean> {
  const row = await portal.selectFrom('agenda.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
  return row !== undefined
}
