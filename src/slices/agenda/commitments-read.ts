import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
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
  on: DateText
}

/**
 * Commitments of a meeting, those voided too, or what stands of a relation up to a day, the newest meeting first (at
 * most 200), each with what we do about it and how well it is known. What was heard later than the day is left out.
 */
export async function listCommitments(tx: Tx, { activity, relation, side, on }: Asked) {
  const within =
    activity === undefined
      ? sql`a.voided_on is null and c.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
        and (c.relation is null or c.relation = ${relation ?? null}::uuid)
        and exists (select from agenda.activity_relations l where l.tenant = c.tenant and l.activity = c.activity
          and l.relation = ${relation ?? null}::uuid)`
      : sql`c.activity = ${activity}::uuid`
  const { rows } = await sql<{ row: CommitmentRow }>`
    select ${rowOf} where ${within} and ${side === undefined ? sql`true` : sql`c.side = ${side}`}
    order by a.occurred_on desc, a.id desc, c.position, c.id limit 200`.execute(tx)
  const found = rows.map(({ row }) => row)
  const ids = found.map(({ id }) => id)
  const tasks = await listTasks(tx, { subjects: ids, on })
  const lines = await listProvenance(tx, ids)
  return found.map(({ publication, ...row }) => {
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
  })
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

/** Some commitments of ours (at most 200) by id, each with its meeting and the relation that this belongs to first. */
export async function listCommitmentNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; slug: string; about: string; relation: string | null }>`
    select c.id, a.slug, a.about, coalesce(c.relation, (select l.relation from agenda.activity_relations l
      where l.tenant = a.tenant and l.activity = a.id order by l.id limit 1)) as relation
    from agenda.commitments c join agenda.activities a on a.tenant = c.tenant and a.id = c.activity
    where c.id = any(${[...ids]}::uuid[]) and c.side = 'ours' and a.voided_on is null and c.voided_on is null limit 200`.execute(
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
