import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { dropOpen } from '../followup/commands.ts'
import { addParticipant, notePoint, recordActivity } from './commands.ts'
import { mostOrdered } from './attendees-model.ts'
import { byHand } from './door-read.ts'
import { lockActivity, whyUntouched } from './locks.ts'
import { isPlanned, whenFault, type ActivityKind, type When } from './model.ts'
import { listRelationsOf } from './queries.ts'
import { askDay, tellDay } from './recording.ts'
import { findHead, findNextOf } from './row-read.ts'
import { listSubjectsUnder } from './subjects.ts'
import { withdrawActivity } from './withdrawal.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

export interface Planned {
  id: string
  occurredOn: string
  startsAt?: string | undefined
  endsAt?: string | undefined
  place?: string | undefined
  about: string
  sure?: readonly string[] | undefined
}

/**
 * Plans the meeting after another one: its relations, hosts and guests and its series are taken over. What stayed open
 * is not copied: it shows with the new one by itself (`carriedTo`). A second planned one is asked (`about`).
 */
export async function planNext(call: Acting, planned: Planned) {
  const { tx, on } = call
  const { id, sure = [] } = planned
  await lockActivity(tx, id)
  const was = await findHead(tx, id)
  if (!sure.includes('about') && (await findNextOf(tx, { of: was, on })) !== undefined) {
    throw fieldFailure('about', 'doubtful')
  }
  const made = await makeLike(call, { ...planned, kind: was.kind, series: was.series })
  await takeOverParticipants(tx, { from: id, to: made.id })
  return { ...made, rev: 1 }
}

/** A new activity like another, outside its series, with its points and its rundown. */
export async function copyActivity(call: Acting, planned: Planned) {
  const { tx } = call
  const { id } = planned
  await lockActivity(tx, id)
  const { kind } = await findHead(tx, id)
  const made = await makeLike(call, { ...planned, kind })
  await takeOverParticipants(tx, { from: id, to: made.id })
  const points = await tx
    .selectFrom('agenda.topics')
    .select(['position', 'words', 'words_lang', 'theme'])
    .where('activity', '=', id)
    .orderBy('position')
    .limit(50)
    .execute()
  for (const { position, words, words_lang: wordsLang, theme } of points) {
    await notePoint({ tx }, { activity: made.id, position, words, wordsLang, theme: (theme ?? undefined) as never })
  }
  await sql`
    insert into agenda.rundown_items (id, activity, position, from_time, to_time, what, who)
    select gen_random_uuid(), ${made.id}::uuid, position, from_time, to_time, what, who
    from agenda.rundown_items where activity = ${id}::uuid order by position limit 200`.execute(tx)
  return { ...made, rev: 1 }
}

async function makeLike(
  { tx, act, on }: Acting,
  { id, sure = [], ...plan }: Planned & { kind: ActivityKind | undefined; series?: string | undefined },
) {
  const fault = whenFault(plan, sure)
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  await askDay(tx, { when: plan, on, sure })
  const relations = (await listRelationsOf(tx, id)).map((relation) => relation.id)
  const made = await recordActivity({ tx, act }, { ...plan, relations, on })
  act.about(made.id)
  return made
}

/** Hosts and guests are asked again in the same order; who came, and how many, is said when it happens. */
async function takeOverParticipants(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  const rows = await tx
    .selectFrom('agenda.participants')
    .select(['side', 'official', 'person', 'person_name', 'organisation', 'role', 'leads', 'rank', 'position'])
    .where('activity', '=', from)
    .where('side', 'in', ['host', 'guest'])
    .orderBy('id')
    .limit(300)
    .execute()
  for (const { official, person, person_name, organisation, role, rank, position, side, leads } of rows) {
    await addParticipant(
      { tx },
      {
        activity: to,
        side: side as 'host' | 'guest',
        leads,
        official: official ?? undefined,
        person: person ?? undefined,
        personName: person_name ?? undefined,
        organisation: organisation ?? undefined,
        role: role ?? undefined,
        rank: rank ?? undefined,
        position: position ?? undefined,
        invited: true,
        present: false,
      },
    )
  }
}

/**
 * Calls a planned activity off. Like a wrong record it counts nowhere from then on; unlike one it stays in the agenda,
 * for those who still expect it. What is open of it is dropped. What has happened can only be voided: refused as not_yet with `past`.
 */
export async function cancelActivity(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { occurred_on: gone } = await lockActivity(tx, id)
  if (!isPlanned({ occurredOn: gone } satisfies When, on)) throw new Failure('not_yet', { missing: ['past'] })
  const cancelled = await tx
    .updateTable('agenda.activities')
    .set((set) => ({ rev: set('rev', '+', 1), voided_on: on, voided_reason: reason, cancelled: true }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (cancelled === undefined) throw await whyUntouched(tx, { table: 'agenda.activities', id, rev })
  await withdrawActivity({ tx, act, on }, { id })
  await dropOpen({ tx, on }, { subjects: await listSubjectsUnder(tx, [id]) })
  await tellDay(tx, { activity: id, gone, when: undefined, on })
  act.about(id)
  return { id, rev: cancelled.rev }
}

/** Sets the order of precedence: everybody once but who only signed at the door. Refused as stale when somebody came or went meanwhile. */
export async function orderParticipants(
  { tx, act }: Acting,
  { id, order }: { id: string; order: readonly { id: string; rank: string | null }[] },
): Promise<{ id: string }> {
  await lockActivity(tx, id)
  const there = await tx
    .selectFrom('agenda.participants')
    .select(['id', 'position', 'rank'])
    .where('activity', '=', id)
    .where(byHand)
    .limit(mostOrdered + 1)
    .execute()
  const named = new Set(order.map((one) => one.id))
  if (there.length !== order.length || there.some((row) => !named.has(row.id))) throw new Failure('stale')
  for (const [at, { id: participant, rank }] of order.entries()) {
    const row = there.find((one) => one.id === participant)
    if (row?.position === at + 1 && row.rank === rank) continue
    await tx
      .updateTable('agenda.participants')
      .set((set) => ({ rev: set('rev', '+', 1), position: at + 1, rank }))
      .where('id', '=', participant)
      .execute()
  }
  act.about(id)
  return { id }
}
