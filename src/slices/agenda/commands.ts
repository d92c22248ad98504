import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, lastDayOf } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { findPartner } from '../partners/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { noteActivity } from '../relations/commands.ts'
import { getRelation } from '../relations/queries.ts'
import { periodicInformation, publicLines } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import type { ActivityKind, PublishedActivity, Speaker, TopicId } from './model.ts'
import { listActivities } from './queries.ts'

type Acting = { tx: Tx; act: Act }

export interface NewActivity {
  slug: string
  relation: string
  kind?: ActivityKind
  about: string
  topics?: TopicId[]
  place?: string
  occurredOn: string
  endedOn?: string
  initiator?: 'region' | 'partner' | 'third_party'
}

/** Records a visit or meeting of a relation: who, when, where, what about. */
export async function recordActivity({ tx, act }: Acting, activity: NewActivity): Promise<{ id: string }> {
  const id = newId()
  const { slug, relation, kind, about, topics, place, occurredOn, endedOn, initiator } = activity
  if (endedOn !== undefined && lastDayOf(endedOn) < firstDayOf(occurredOn)) throw fieldFailure('endedOn', 'wrong_order')
  await tx
    .insertInto('agenda.activities')
    .values({
      id,
      slug,
      kind: kind ?? null,
      about,
      topics: topics ?? [],
      place: place ?? null,
      occurred_on: occurredOn,
      ended_on: endedOn ?? null,
      initiator: initiator ?? null,
    })
    .execute()
  await tx.insertInto('agenda.activity_relations').values({ id: newId(), activity: id, relation }).execute()
  await noteActivity({ tx }, { id: relation, occurredOn })
  act.about(relation)
  return { id }
}

export interface NewParticipant {
  activity: string
  side: 'host' | 'guest' | 'other'
  official?: string
  person?: string
  organisation?: string
  leads?: boolean
}

export async function addParticipant({ tx }: Acting, participant: NewParticipant): Promise<{ id: string }> {
  const id = newId()
  const { activity, side, official, person, organisation, leads } = participant
  await tx
    .insertInto('agenda.participants')
    .values({
      id,
      activity,
      side,
      official: official ?? null,
      person: person ?? null,
      organisation: organisation ?? null,
      leads: leads ?? false,
    })
    .execute()
  return { id }
}

export interface NewStatement {
  activity: string
  position: number
  official?: string
  person?: string
  words: string
}

/** Notes what somebody said, in the officer's own words. */
export async function noteStatement({ tx }: Acting, statement: NewStatement): Promise<{ id: string }> {
  const id = newId()
  const { activity, position, official, person, words } = statement
  await tx
    .insertInto('agenda.statements')
    .values({ id, activity, position, official: official ?? null, person: person ?? null, words })
    .execute()
  return { id }
}

/**
 * Copies what the world may see of an activity, with the article under which it may, into the published table. It
 * stands with every relation it belongs to; `relation` is the one it is told of.
 */
export async function publishActivity(
  { tx, act }: Acting,
  { id, relation }: { id: string; relation: string },
): Promise<void> {
  const found = (await listActivities(tx, { relation, on: '9999-12-31' })).find((activity) => activity.id === id)
  if (found === undefined) throw new Failure('not_found')
  const region = await getRegion(tx)
  const of = await getRelation(tx, { id: relation, on: '9999-12-31' })
  const partner = of.partner === null ? undefined : await findPartner(tx, of.partner.id)
  const subjects = [id, ...found.participants.map((row) => row.id), ...found.statements.map((row) => row.id)]
  const belongs = await tx
    .selectFrom('agenda.activity_relations')
    .select('relation')
    .where('activity', '=', id)
    .orderBy('relation')
    .execute()
  const document: PublishedActivity = {
    id,
    slug: found.slug,
    kind: found.kind,
    about: found.about,
    topics: found.topics,
    place: found.place,
    occurredOn: found.occurredOn,
    endedOn: found.endedOn,
    initiator: found.initiator,
    participants: found.participants.map((row) => ({ id: row.id, side: row.side, leads: row.leads, ...nameOf(row) })),
    statements: found.statements.map((row) => ({
      id: row.id,
      position: row.position,
      words: row.words,
      wordsLang: row.wordsLang,
      speaker: nameOf(row.speaker),
    })),
    region: { slug: region.slug, name: region.name, names: region.names as Record<string, string> },
    partner: partner && { name: partner.name, names: partner.names },
    relationSlug: of.slug,
    ground: periodicInformation,
    provenance: publicLines(await listProvenance(tx, subjects)),
  }
  const values = {
    slug: found.slug,
    region_slug: region.slug,
    relations: belongs.map((row) => row.relation),
    occurred_on: found.occurredOn,
    document: document as never,
    demonstration: region.demonstration,
    published_by: act.id,
  }
  await tx
    .insertInto('agenda.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
}

function nameOf({ givenName, familyName, nameLang, office }: Speaker): Speaker {
  return { givenName, familyName, nameLang, office }
}
