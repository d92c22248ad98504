import type { Insertable } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DB } from '../../platform/tables.gen.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { noteActivity } from '../relations/commands.ts'
import {
  isPlanned,
  slugFor,
  weekdayToKeep,
  whenFault,
  type Activity,
  type ActivityKind,
  type Theme,
  type TopicId,
  type When,
} from './model.ts'

export { publishActivity } from './publication.ts'
export { beginSeries, joinSeries } from './series.ts'
export { noteCommitment } from './commitments-note.ts'
export { publishCommitment, refuseBareCommitments, rehearseCommitment } from './commitments-publication.ts'
export { refuseVoided, withdrawActivity } from './withdrawal.ts'

type Acting = { tx: Tx; act: Act }

export interface NewActivity extends When {
  /** Made from what it was about and its day where none is given. */
  slug?: string
  relation?: string
  /** Further relations it belongs to. */
  relations?: readonly string[] | undefined
  kind?: ActivityKind | undefined
  about: string
  topics?: TopicId[]
  place?: string | undefined
  initiator?: Activity['initiator']
  note?: string | undefined
  series?: string | undefined
  /** What was discussed, a point each, in this order. */
  points?: readonly string[] | undefined
  /** The day of the call; what is planned after it is no news of its relations yet. */
  on?: string
}

/** Records a visit or meeting: who, when, where, what about. It may belong to no relation yet. */
export async function recordActivity(
  { tx, act }: Acting,
  { relation, relations = [], points = [], on, ...activity }: NewActivity,
): Promise<{ id: string; slug: string }> {
  const id = newId()
  const { kind, about, topics, place, occurredOn, endedOn, startsAt, endsAt, initiator, note, series } = activity
  const fault = whenFault(activity, ['weekday'])
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  const wanted = activity.slug === undefined ? slugsFor(activity, id) : [activity.slug]
  const values = {
    id,
    kind: kind ?? null,
    about,
    topics: topics ?? [],
    place: place ?? null,
    occurred_on: occurredOn,
    ended_on: endedOn ?? null,
    starts_at: startsAt ?? null,
    ends_at: endsAt ?? null,
    series: series ?? null,
    weekday: weekdayToKeep(activity) ?? null,
    initiator: initiator ?? null,
    note: note || null,
  }
  const slug = await insertUnder(tx, { values, wanted })
  for (const one of new Set([...(relation === undefined ? [] : [relation]), ...relations])) {
    await tx.insertInto('agenda.activity_relations').values({ id: newId(), activity: id, relation: one }).execute()
    if (on === undefined || !isPlanned(activity, on)) await noteActivity({ tx }, { id: one, occurredOn })
  }
  for (const [at, said] of points.entries()) await notePoint({ tx }, { activity: id, position: at + 1, words: said })
  act.about(relation ?? id)
  return { id, slug }
}

/** Addresses to try in this order: it, it with a number, and one that nobody else has. */
function slugsFor(activity: Pick<Activity, 'about' | 'occurredOn'>, id: string): string[] {
  const slug = slugFor(activity)
  return [slug, `${slug}-2`, `${slug}-3`, `${slug}-${id.slice(-12)}`]
}

/** Addresses are unique over the installation, and a region does not see which ones others took: so it tries. */
async function insertUnder(
  tx: Tx,
  { values, wanted }: { values: Omit<Insertable<DB['agenda.activities']>, 'slug'>; wanted: readonly string[] },
): Promise<string> {
  for (const slug of wanted) {
    const row = await tx
      .insertInto('agenda.activities')
      .values({ ...values, slug })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (row !== undefined) return row.slug
  }
  throw fieldFailure('slug', 'taken')
}

export interface NewParticipant {
  activity: string
  side: 'host' | 'guest' | 'other'
  official?: string | undefined
  person?: string | undefined
  /** A name as it was typed, of somebody who is in no list. */
  personName?: string | undefined
  organisation?: string | undefined
  role?: string | null | undefined
  headcount?: number | null | undefined
  leads?: boolean | undefined
  rank?: string | undefined
  /** In the order of precedence; without one it stands after those that have one. */
  position?: number | undefined
  /** Expected to come; and whether she came, which she did when nothing is said. */
  invited?: boolean | undefined
  present?: boolean | undefined
}

/** Notes who took part: an official, a person of the partner, a name as typed, or an organisation. */
export async function addParticipant(
  { tx }: Pick<Acting, 'tx'>,
  participant: NewParticipant,
): Promise<{ id: string; rev: number }> {
  const id = newId()
  const { activity, side, official, person, personName, organisation, role, headcount, leads, rank, position } =
    participant
  await tx
    .insertInto('agenda.participants')
    .values({
      id,
      activity,
      side,
      official: official ?? null,
      person: person ?? null,
      person_name: personName ?? null,
      organisation: organisation ?? null,
      role: role ?? null,
      headcount: headcount ?? null,
      leads: leads ?? false,
      rank: rank ?? null,
      position: position ?? null,
      invited: participant.invited ?? false,
      present: participant.present ?? true,
    })
    .execute()
  return { id, rev: 1 }
}

export interface NewStatement {
  activity: string
  position: number
  official?: string | undefined
  person?: string | undefined
  /** A speaker as typed, who is in no list. */
  speaker?: string | undefined
  words: string
  wordsLang?: string | undefined
}

/** Notes what somebody said, in the officer's own words. */
export async function noteStatement(
  { tx }: Pick<Acting, 'tx'>,
  statement: NewStatement,
): Promise<{ id: string; rev: number }> {
  const id = newId()
  const { activity, position, official, person, speaker, words, wordsLang = 'id' } = statement
  await tx
    .insertInto('agenda.statements')
    .values({
      id,
      activity,
      position,
      official: official ?? null,
      person: person ?? null,
      speaker: speaker ?? null,
      words,
      words_lang: wordsLang,
    })
    .execute()
  return { id, rev: 1 }
}

export interface NewPoint {
  activity: string
  position: number
  words: string
  wordsLang?: string | undefined
  theme?: Theme | undefined
}

/** Notes a point discussed, in the officer's own words. */
export async function notePoint(
  { tx }: Pick<Acting, 'tx'>,
  { activity, position, words, wordsLang = 'id', theme }: NewPoint,
): Promise<{ id: string; rev: number }> {
  const id = newId()
  await tx
    .insertInto('agenda.topics')
    .values({ id, activity, position, words, words_lang: wordsLang, theme: theme ?? null })
    .execute()
  return { id, rev: 1 }
}
