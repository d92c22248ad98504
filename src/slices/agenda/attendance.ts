import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { findAlike } from './attendees-model.ts'
import { addParticipant, noteStatement, type NewParticipant, type NewStatement } from './commands.ts'
import { byHand, listAttendees } from './door-read.ts'
import { lockActivity, lockActivityOf, whyUntouched } from './locks.ts'
import { comingOn } from './model.ts'

type Acting = Pick<Call, 'tx' | 'act'>

/** At most so many rows of a kind under one activity. */
const most = { participants: 300, statements: 100, topics: 50, commitments: 50 }

/** Notes who took part. One of official, person, typed name and organisation has to be said; a person of none is not found. */
export async function joinActivity(
  { tx, act, on }: Acting & Pick<Call, 'on'>,
  { id, sure = [], ...who }: Omit<NewParticipant, 'activity'> & { id: string; sure?: readonly string[] | undefined },
) {
  const { occurred_on: occurredOn } = await lockActivity(tx, id)
  const { official, person, personName, organisation } = who
  if ([official, person, personName, organisation].every((part) => part === undefined)) {
    throw fieldFailure('organisation', 'required')
  }
  await refuseStrangers(tx, { official, person })
  if (!sure.includes('twice')) await askTwice(tx, { activity: id, ...who })
  await refuseMore(tx, { table: 'participants', activity: id })
  act.about(id)
  return await addParticipant({ tx }, { activity: id, ...comingOn({ occurredOn }, on), ...who })
}

type Named = Pick<NewParticipant, 'activity' | 'official' | 'person' | 'personName' | 'organisation'>

/** Whoever stands there already is asked about before she stands there twice. */
async function askTwice(tx: Tx, { activity, official, person, personName = '', organisation = '' }: Named) {
  const rows = await listAttendees(tx, activity)
  const picked = official ?? person
  const isTwice =
    picked === undefined
      ? findAlike(rows, { name: personName, organisation, role: '' }) !== undefined
      : rows.some((row) => row.listed === picked)
  if (isTwice) throw fieldFailure('twice', 'doubtful')
}

/** Whoever is named from a list is in that list of this region. */
export async function refuseStrangers(
  tx: Tx,
  { official, person }: { official: string | undefined; person: string | undefined },
): Promise<void> {
  const { rows } = await sql<{ known: boolean }>`select
    (${official ?? null}::uuid is null or exists (select from reference.officials where id = ${official ?? null}::uuid))
    and (${person ?? null}::uuid is null or exists (select from partners.people where id = ${person ?? null}::uuid)) as known`.execute(
    tx,
  )
  if (rows[0]?.known !== true) throw new Failure('not_found')
}

/** Refuses one row too many of a kind, and says the last place that is taken. The activity is locked. */
export async function refuseMore(
  tx: Tx,
  { table, activity }: { table: keyof typeof most; activity: string },
): Promise<{ last: number }> {
  const { rows } = await sql<{ n: number; last: number }>`
    select count(*)::int as n, ${table === 'participants' ? sql`0` : sql`coalesce(max(position), 0)`} as last
    from ${sql.table(`agenda.${table}`)} where activity = ${activity}::uuid ${table === 'participants' ? sql`and ${byHand}` : sql``}`.execute(
    tx,
  )
  const { n = 0, last = 0 } = rows[0] ?? {}
  if (n >= most[table]) throw new Failure('too_large')
  return { last }
}

export interface ParticipantMend {
  id: string
  rev: number
  side?: NewParticipant['side'] | undefined
  leads?: boolean | undefined
  role?: string | null | undefined
  headcount?: number | null | undefined
}

/** Corrects side, role or head count. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendParticipant({ tx, act }: Acting, { id, rev, side, leads, role, headcount }: ParticipantMend) {
  act.about(await lockActivityOf(tx, { table: 'agenda.participants', id }))
  const mended = await tx
    .updateTable('agenda.participants')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(side !== undefined && { side }),
      ...(leads !== undefined && { leads }),
      ...(role !== undefined && { role }),
      ...(headcount !== undefined && { headcount }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.participants', id, rev })
  return { id, rev: mended.rev }
}

/** Notes what somebody said, after what was said before. */
export async function addStatement(
  { tx, act }: Acting,
  { id, ...said }: Omit<NewStatement, 'activity' | 'position'> & { id: string },
) {
  await lockActivity(tx, id)
  await refuseStrangers(tx, { official: said.official, person: said.person })
  const { last } = await refuseMore(tx, { table: 'statements', activity: id })
  act.about(id)
  return await noteStatement({ tx }, { activity: id, position: last + 1, ...said })
}

/** Corrects the words that were noted. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendStatement(
  { tx, act }: Acting,
  { id, rev, words }: { id: string; rev: number; words: string },
) {
  act.about(await lockActivityOf(tx, { table: 'agenda.statements', id }))
  const mended = await tx
    .updateTable('agenda.statements')
    .set((set) => ({ rev: set('rev', '+', 1), words }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.statements', id, rev })
  return { id, rev: mended.rev }
}

type Droppable =
  | 'agenda.participants'
  | 'agenda.statements'
  | 'agenda.photos'
  | 'agenda.rundown_items'
  | 'agenda.checklist_items'
  | 'agenda.gifts'

/** Takes off what was entered by mistake; the ledger keeps what stood there. */
export async function dropFrom(
  { tx, act }: Acting,
  { table, id, rev }: { table: Droppable; id: string; rev: number },
): Promise<{ id: string }> {
  act.about(await lockActivityOf(tx, { table, id }))
  const dropped = await tx
    .deleteFrom(table)
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table, id, rev })
  return { id }
}
