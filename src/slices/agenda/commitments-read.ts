import { sql, type RawBuilder } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import type { DateText } from '../../shared/dates.ts'
import { listTasks } from '../followup/queries.ts'
import { levelOf } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import {
  isBehind,
  publicWords,
  type CommitmentNews,
  type CommitmentSide,
  type PublicCommitments,
  type PublicWords,
  type PublishedCommitment,
} from './commitments-model.ts'
import type { Meeting } from './points-read.ts'

/** A commitment as it is stored, with its voice and what was heard of it. */
export interface CommitmentRow extends Omit<PublicWords, 'standings'> {
  id: string
  position: number
  side: CommitmentSide
  told?: string
  dueOn?: string
  statement?: string
  activity: Meeting & { published: boolean }
  news: CommitmentNews[]
  publication?: { at: string; document?: PublishedCommitment; withdrawnOn?: string }
  voided?: { on: string; reason: string }
  rev: number
}

const voice = sql`json_strip_nulls(json_build_object(
  'givenName', coalesce(o.name, h.given_name, c.speaker, ''), 'familyName', coalesce(h.family_name, ''),
  'nameLang', case when o.id is null then h.name_lang else 'id' end, 'office', coalesce(o.office, h.office),
  'capacity', nullif(o.capacity, 'definitif')))`

const rowOf = sql`json_strip_nulls(json_build_object('id', c.id, 'position', c.position, 'side', c.side,
    'words', c.words, 'wordsLang', c.words_lang, 'told', c.told, 'dueOn', c.due_on, 'statement', c.statement,
    'relation', c.relation, 'speaker', ${voice}, 'rev', c.rev,
    'activity', json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'about', a.about,
      'occurredOn', a.occurred_on, 'weekday', a.weekday,
      'published', exists (select from agenda.published q where q.tenant = a.tenant and q.id = a.id)),
    'news', coalesce((select json_agg(json_build_object('id', n.id, 'state', n.state, 'saidOn', n.said_on,
        'note', n.note, 'file', n.file, 'rev', n.rev) order by n.said_on, n.id)
      from agenda.commitment_news n where n.tenant = c.tenant and n.commitment = c.id), '[]'),
    'publication', case when p.id is not null then json_build_object('at', p.published_at, 'document', p.document,
      'withdrawnOn', p.withdrawn_on) end,
    'voided', case when c.voided_on is not null then json_build_object('on', c.voided_on, 'reason', c.voided_reason) end))
  as row from agenda.commitments c
  join agenda.activities a on a.tenant = c.tenant and a.id = c.activity
  left join reference.officials o on o.tenant = c.tenant and o.id = c.official
  left join partners.people h on h.tenant = c.tenant and h.id = c.person
  left join agenda.published_commitments p on p.tenant = c.tenant and p.id = c.id`

interface Asked {
  activity?: string | undefined
  relation?: string | undefined
  side?: CommitmentSide | undefined
  q?: string | undefined
  on: DateText
  after?: string | undefined
  limit?: number
}

/** What a commitment is found by: its words, its voice, to whom it was given, its meeting and the partners of that. */
const searched = sql`partners.fold(concat_ws(' ', c.words, c.speaker, c.told, o.name, h.given_name, h.family_name, a.about,
  (select string_agg(concat_ws(' ', p2.search, r2.label), ' ') from agenda.activity_relations l2
    join relations.relations r2 on r2.tenant = l2.tenant and r2.id = l2.relation
    left join partners.partners p2 on p2.tenant = r2.tenant and p2.id = r2.partner
    where l2.tenant = c.tenant and l2.activity = c.activity)))`

/** Of a meeting all that were noted; else what stands up to a day, of one relation or of the whole region. */
function within({ activity, relation, on }: Pick<Asked, 'activity' | 'relation' | 'on'>): RawBuilder<unknown> {
  if (activity !== undefined) return sql`c.activity = ${activity}::uuid`
  const standing = sql`a.voided_on is null and c.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}`
  if (relation === undefined) return standing
  return sql`${standing} and (c.relation is null or c.relation = ${relation}::uuid)
    and exists (select from agenda.activity_relations l where l.tenant = c.tenant and l.activity = c.activity
      and l.relation = ${relation}::uuid)`
}

/**
 * A page of commitments, the newest meeting first (at most 200): of a meeting, those voided too, or what stands of a
 * relation or of the region up to a day; each with what we do about it and how well it is known. What was heard later
 * than the day is left out. Keyset: `after` is the id of the last one seen; throws not_found for one that is not there.
 */
export async function listCommitments(tx: Tx, { side, q = '', after, limit = 200, ...asked }: Asked) {
  const { on } = asked
  const last = after === undefined ? undefined : await getCommitment(tx, after)
  const from =
    last === undefined
      ? sql`true`
      : sql`((a.occurred_on, a.id) < (${last.activity.occurredOn}, ${last.activity.id}::uuid)
          or a.id = ${last.activity.id}::uuid and (c.position, c.id) > (${last.position}::int, ${last.id}::uuid))`
  const narrowed = [
    within(asked),
    from,
    ...(side === undefined ? [] : [sql`c.side = ${side}`]),
    ...soughtWords(q).map((word) => holdsWord(searched, word)),
  ]
  const { rows } = await sql<{ row: CommitmentRow }>`
    select ${rowOf} where ${sql.join(narrowed, sql` and `)}
    order by a.occurred_on desc, a.id desc, c.position, c.id limit ${limit + 1}`.execute(tx)
  const found = rows.slice(0, limit).map(({ row }) => row)
  const ids = found.map(({ id }) => id)
  const tasks = await listTasks(tx, { subjects: ids, on })
  const lines = await listProvenance(tx, ids)
  const next = rows.length > limit ? found.at(-1)?.id : undefined
  return {
    rows: found.map(({ publication, ...row }) => {
      const task = tasks.find(({ subject }) => subject === row.id)
      const shown = publication?.document
      return {
        ...row,
        news: row.news.filter(({ saidOn }) => saidOn <= on),
        level: levelOf(lines.filter(({ subject }) => subject === row.id)),
        ...(task !== undefined && { task }),
        ...(publication !== undefined && {
          publication: {
            at: publication.at,
            isBehind: shown !== undefined && isBehind(shown, publicWords(row)),
            ...(publication.withdrawnOn !== undefined && { withdrawnOn: publication.withdrawnOn }),
          },
        }),
      }
    }),
    ...(next !== undefined && { next }),
  }
}

/** One commitment as it stands. Throws not_found. */
export async function getCommitment(tx: Tx, id: string): Promise<CommitmentRow> {
  const { rows } = await sql<{ row: CommitmentRow }>`select ${rowOf} where c.id = ${id}::uuid`.execute(tx)
  const row = rows[0]?.row
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** The meeting that a commitment was given at; undefined where there is no such commitment. */
export async function findCommitmentActivity(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('agenda.commitments').select('activity').where('id', '=', id).executeTakeFirst()
  return row?.activity
}

/** Some commitments of ours (at most 500) by id, each with its meeting and the relation that this belongs to first. */
export async function listCommitmentNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; slug: string; about: string; relation: string | null }>`
    select c.id, a.slug, a.about, coalesce(c.relation, (select l.relation from agenda.activity_relations l
      where l.tenant = a.tenant and l.activity = a.id order by l.id limit 1)) as relation
    from agenda.commitments c join agenda.activities a on a.tenant = c.tenant and a.id = c.activity
    where c.id = any(${[...ids]}::uuid[]) and c.side = 'ours' and a.voided_on is null and c.voided_on is null limit 500`.execute(
    tx,
  )
  return rows
}

/** Which commitments of ours were given at some activities (at most 400), for what is open of them. */
export async function listGiven(tx: Tx, activities: readonly string[]): Promise<{ id: string; activity: string }[]> {
  const { rows } = await sql<{ id: string; activity: string }>`
    select id, activity from agenda.commitments
    where activity = any(${[...activities]}::uuid[]) and side = 'ours' and voided_on is null
    order by activity, position, id limit 400`.execute(tx)
  return rows
}

/** The commitments that are public of some activities (at most 200), and the days on which others were taken back. */
export async function listPublishedCommitments(
  portal: PortalDb,
  activities: readonly string[],
): Promise<PublicCommitments[]> {
  if (activities.length === 0) return []
  const { rows } = await sql<{ activity: string; document: PublishedCommitment | null; withdrawnOn: string | null }>`
    select activity, document, withdrawn_on as "withdrawnOn" from agenda.published_commitments
    where activity = any(${[...activities]}::uuid[]) order by (document ->> 'position')::int, id limit 200`.execute(
    portal,
  )
  return activities.flatMap((activity) => {
    const own = rows.filter((row) => row.activity === activity)
    if (own.length === 0) return []
    return {
      activity,
      shown: own.flatMap(({ document }) => document ?? []),
      withdrawn: own.flatMap(({ withdrawnOn }) => withdrawnOn ?? []),
    }
  })
}
