import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { isDate } from '../../shared/dates.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { getCalendar } from '../reference/queries.ts'
import { noteActivity, retractActivity } from '../relations/commands.ts'
import { getRelation } from '../relations/queries.ts'
import { addProvenance, addSource } from '../sources/commands.ts'
import { addParticipant, recordActivity, type NewActivity } from './commands.ts'
import { moveDoor } from './door.ts'
import { lockActivity, whyUntouched } from './locks.ts'
import { isPlanned, comingOn, weekdayToKeep, whenFault, type Activity, type When } from './model.ts'
import { dayOff } from './plan-model.ts'
import { listRelationsOf, proposeRelations } from './queries.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>
type Sure = { sure?: readonly string[] | undefined }

export interface Recorded extends Omit<NewActivity, 'slug' | 'relation' | 'topics' | 'on'>, Sure {
  /** Whom it was with as typed, while no relation is chosen. */
  who?: string | undefined
}

/**
 * Records a visit from four things: who, when, where, what about. Asked (`doubtful`): words that are written like a
 * partner we have, a weekday that is not that of the date, the same subject on the same day.
 */
export async function recordVisit({ tx, act, on }: Acting, { who, sure = [], ...visit }: Recorded) {
  const relations = visit.relations ?? []
  const fault = whenFault(visit, sure)
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  await askDay(tx, { when: visit, on, sure })
  for (const relation of relations) await getRelation(tx, { id: relation, on })
  await askWho(tx, { who: relations.length === 0 ? who : undefined, sure })
  if (!sure.includes('about') && (await isRecorded(tx, visit))) throw fieldFailure('about', 'doubtful')
  const { id, slug } = await recordActivity({ tx, act }, { ...visit, on })
  if (who !== undefined) {
    await addParticipant({ tx }, { activity: id, side: 'guest', organisation: who, ...comingOn(visit, on) })
  }
  act.about(id)
  return { id, slug, rev: 1 }
}

/** A day off that is still to come is asked; on what has happened nobody has to say anything. */
export async function askDay(
  tx: Tx,
  { when, on, sure = [] }: { when: When; on: string; sure?: readonly string[] | undefined },
): Promise<void> {
  if (!isDate(when.occurredOn) || !isPlanned(when, on) || sure.includes('occurredOn')) return
  const day = when.occurredOn
  if (dayOff(day, await getCalendar(tx, { from: day, to: day })) !== undefined) {
    throw fieldFailure('occurredOn', 'doubtful')
  }
}

async function askWho(tx: Tx, { who, sure }: { who: string | undefined; sure: readonly string[] }): Promise<void> {
  if (who === undefined || sure.includes('who')) return
  if ((await proposeRelations(tx, who)).length > 0) throw fieldFailure('who', 'doubtful')
}

/** Whether the same subject stands on the same day already: a second tab, or a second officer. */
async function isRecorded(tx: Tx, { about, occurredOn }: Pick<Activity, 'about' | 'occurredOn'>): Promise<boolean> {
  const { rows } = await sql`
    select from agenda.activities where occurred_on = ${occurredOn} and lower(about) = lower(${about}) and voided_on is null
    limit 1`.execute(tx)
  return rows.length > 0
}

type Mended = { [Key in keyof When]?: When[Key] | undefined }

export interface ActivityMend extends Mended, Sure {
  id: string
  rev: number
  place?: string | null | undefined
  about?: string | undefined
  kind?: Activity['kind'] | null | undefined
  initiator?: Activity['initiator'] | null | undefined
  note?: string | null | undefined
  interpreter?: string | null | undefined
  interpreterLangs?: readonly string[] | undefined
}

/** Corrects an activity. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendActivity({ tx, act, on }: Acting, { id, rev, sure = [], ...mend }: ActivityMend) {
  const was = await lockActivity(tx, id)
  const touchesDay = [mend.occurredOn, mend.endedOn, mend.weekday].some((value) => value !== undefined)
  const touchesTime = touchesDay || mend.startsAt !== undefined || mend.endsAt !== undefined
  const when: When = {
    occurredOn: mend.occurredOn ?? was.occurred_on,
    endedOn: mend.endedOn === undefined ? was.ended_on : mend.endedOn,
    weekday: (mend.weekday === undefined ? was.weekday : mend.weekday) as When['weekday'],
    startsAt: mend.startsAt === undefined ? was.starts_at : mend.startsAt,
    endsAt: mend.endsAt === undefined ? was.ends_at : mend.endsAt,
  }
  // A weekday that stays was asked when it was set.
  const fault = touchesTime ? whenFault(when, touchesDay ? sure : ['weekday']) : undefined
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  if (mend.occurredOn !== undefined && mend.occurredOn !== was.occurred_on) await askDay(tx, { when, on, sure })
  const mended = await tx
    .updateTable('agenda.activities')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(touchesDay && {
        occurred_on: when.occurredOn,
        ended_on: when.endedOn ?? null,
        weekday: weekdayToKeep(when) ?? null,
      }),
      ...(mend.startsAt !== undefined && { starts_at: mend.startsAt }),
      ...(mend.endsAt !== undefined && { ends_at: mend.endsAt }),
      ...(mend.interpreter !== undefined && { interpreter: mend.interpreter }),
      ...(mend.interpreterLangs !== undefined && { interpreter_langs: [...mend.interpreterLangs] }),
      ...(mend.place !== undefined && { place: mend.place }),
      ...(mend.about !== undefined && { about: mend.about }),
      ...(mend.kind !== undefined && { kind: mend.kind }),
      ...(mend.initiator !== undefined && { initiator: mend.initiator }),
      ...(mend.note !== undefined && { note: mend.note || null }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.activities', id, rev })
  if (when.occurredOn !== was.occurred_on) await tellDay(tx, { activity: id, gone: was.occurred_on, when, on })
  if (mend.occurredOn !== undefined || mend.endedOn !== undefined) await moveDoor(tx, { activity: id, ...when, endedOn: when.endedOn ?? undefined }) // prettier-ignore
  act.about(id)
  return { id, rev: mended.rev }
}

/** Tells the relations of an activity that its day is another one, or none any more. */
export async function tellDay(
  tx: Tx,
  { activity, gone, when, on }: { activity: string; gone: string; when: When | undefined; on: string },
): Promise<void> {
  for (const { id } of await listRelationsOf(tx, activity)) {
    await settleDay(tx, { relation: id, gone, on })
    if (when !== undefined && !isPlanned(when, on)) await noteActivity({ tx }, { id, occurredOn: when.occurredOn })
  }
}

/** A day no longer holds for a relation: where it was the newest, the newest that is left takes its place. */
export async function settleDay(
  tx: Tx,
  { relation, gone, on }: { relation: string; gone: string; on: string },
): Promise<void> {
  await retractActivity({ tx }, { id: relation, gone, newest: await findNewest(tx, { relation, on }) })
}

async function findNewest(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<string | undefined> {
  const { rows } = await sql<{ newest: string | null }>`
    select max(a.occurred_on) as newest from agenda.activity_relations l
    join agenda.activities a on a.tenant = l.tenant and a.id = l.activity
    where l.relation = ${relation}::uuid and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}`.execute(
    tx,
  )
  return rows[0]?.newest ?? undefined
}

/** Says where an activity is known from. Press reports it; our own minutes and letters are staff record without a file. */
export async function citeActivity({ tx, act }: Acting, { id, kind, ...source }: Citation): Promise<{ id: string }> {
  const { occurred_on } = await lockActivity(tx, id)
  const about = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined))
  const cited = await addSource({ tx, act }, { kind, ...about })
  const level = kind === 'news' || kind === 'release' ? 'reported' : 'recorded'
  await addProvenance(
    { tx },
    { subject: id, field: 'occurred_on', level, source: cited.id, saidOn: source.publishedOn ?? occurred_on },
  )
  act.about(id)
  return { id: cited.id }
}

interface Citation {
  id: string
  kind: 'news' | 'release' | 'minutes' | 'letter'
  outlet?: string | undefined
  title?: string | undefined
  author?: string | undefined
  publishedOn?: string | undefined
}
