import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import type { Activity, Participant, PublishedActivity, Statement } from './model.ts'

interface Row {
  id: string
  slug: string
  kind: Activity['kind'] | null
  about: string
  topics: Activity['topics']
  place: string | null
  occurredOn: string
  endedOn: string | null
  initiator: Activity['initiator'] | null
  participants: Participant[]
  statements: Statement[]
}

const speaker = sql`
  'givenName', coalesce(o.name, h.given_name, ''), 'familyName', coalesce(h.family_name, ''),
  'nameLang', case when o.id is null then h.name_lang else 'id' end, 'office', coalesce(o.office, h.office, 'lain')`

/** Activities of one relation up to a day, newest first (at most 200), with who took part and what was said. */
export async function listActivities(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<Activity[]> {
  const { rows } = await sql<Row>`
    select a.id, a.slug, a.kind, a.about, a.topics, a.place, a.occurred_on as "occurredOn", a.ended_on as "endedOn", a.initiator,
      coalesce((select json_agg(json_build_object('id', t.id, 'side', t.side, 'leads', t.leads, ${speaker}) order by t.side desc, t.id)
        from agenda.participants t
        left join reference.officials o on o.tenant = t.tenant and o.id = t.official
        left join partners.people h on h.tenant = t.tenant and h.id = t.person
        where t.tenant = a.tenant and t.activity = a.id), '[]') as participants,
      coalesce((select json_agg(json_build_object('id', t.id, 'position', t.position, 'words', t.words, 'wordsLang', t.words_lang,
          'speaker', json_build_object(${speaker})) order by t.position)
        from agenda.statements t
        left join reference.officials o on o.tenant = t.tenant and o.id = t.official
        left join partners.people h on h.tenant = t.tenant and h.id = t.person
        where t.tenant = a.tenant and t.activity = a.id), '[]') as statements
    from agenda.activity_relations l join agenda.activities a on a.tenant = l.tenant and a.id = l.activity
    where l.relation = ${relation}::uuid and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, a.id desc limit 200`.execute(tx)
  return rows.map((row) => ({
    ...row,
    kind: row.kind ?? undefined,
    place: row.place ?? undefined,
    endedOn: row.endedOn ?? undefined,
    initiator: row.initiator ?? undefined,
  }))
}

/** Activities of the region on the days of a span, in their order (at most 50), each under its relations. */
export async function listBetween(tx: Tx, { from, to }: { from: string; to: string }) {
  const { rows } = await sql<{ id: string; slug: string; about: string; occurredOn: string; relationSlug: string }>`
    select a.id, a.slug, a.about, a.occurred_on as "occurredOn", r.slug as "relationSlug"
    from agenda.activities a
    join agenda.activity_relations l on l.tenant = a.tenant and l.activity = a.id
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    where a.occurred_on between ${from} and ${to} and length(a.occurred_on) = 10
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

/** Published activities of a region up to a day, newest first; `before` is the slug of the last one seen. */
export async function listPublishedOfRegion(
  portal: PortalDb,
  { region, on, before, limit }: { region: string; on: string; before?: string | undefined; limit: number },
): Promise<PublishedActivity[]> {
  const rows = await portal
    .selectFrom('agenda.published as a')
    .select('a.document')
    .where('a.region_slug', '=', region)
    .where('a.occurred_on', '<=', on)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(a.occurred_on, a.id) < (select b.occurred_on, b.id from agenda.published b where b.slug = ${before ?? ''})`,
      ),
    )
    .orderBy('a.occurred_on', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ document }) => document as unknown as PublishedActivity)
}

/** A published activity by its address. */
export async function findPublishedActivity(portal: PortalDb, slug: string): Promise<PublishedActivity | undefined> {
  const row = await portal.selectFrom('agenda.published').select('document').where('slug', '=', slug).executeTakeFirst()
  return row?.document as PublishedActivity | undefined
}
