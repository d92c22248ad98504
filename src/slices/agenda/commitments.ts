import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { dropOpen } from '../followup/commands.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { addProvenance, sayWhere } from '../sources/commands.ts'
import { listProvenance } from '../sources/queries.ts'
import { refuseMore, refuseStrangers } from './attendance.ts'
import { takeBack } from './commitments-publication.ts'
import { commitmentFault, sideOf, type CommitmentSide } from './commitments-model.ts'
import { noteCommitment, type NewCommitment } from './commitments-note.ts'
import { findCommitmentActivity } from './commitments-read.ts'
import { lockActivity } from './locks.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

type Typed = { [Key in keyof Omit<NewCommitment, 'activity' | 'position'>]?: NewCommitment[Key] | undefined } & {
  id: string
  source?: string | undefined
  /** Exact words of the source's filed text. */
  quote?: string | undefined
  sure?: readonly string[] | undefined
}

/**
 * Notes a commitment given at an activity. What is not said is taken from the statement: words, voice, side and where it
 * is known from. Asked (`doubtful`): a day before the meeting, and words that stand there already.
 */
export async function addCommitment(
  { tx, act }: Acting,
  { id: activity, statement, source, quote, sure = [], ...typed }: Typed,
): Promise<{ id: string; rev: number }> {
  const { occurred_on: occurredOn } = await lockActivity(tx, activity)
  const heard = statement === undefined ? undefined : await heardIn(tx, { activity, statement })
  const isNamed = [typed.official, typed.person, typed.speaker].some((voice) => voice !== undefined)
  const voice = isNamed ? { official: typed.official, person: typed.person, speaker: typed.speaker } : (heard ?? {})
  const words = typed.words ?? heard?.words
  const side = typed.side ?? sideOf(voice)
  if (words === undefined) throw fieldFailure('words', 'required')
  if (side === undefined) throw fieldFailure('side', 'required')
  const given = { ...typed, ...pick(voice), words, side, wordsLang: typed.wordsLang ?? heard?.wordsLang }
  const fault = commitmentFault(given, { occurredOn, sure })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  await refuseStrangers(tx, { official: given.official, person: given.person })
  await refuseOther(tx, { activity, relation: given.relation })
  if (!sure.includes('words') && (await stands(tx, { activity, words }))) throw fieldFailure('words', 'doubtful')
  const { last } = await refuseMore(tx, { table: 'commitments', activity })
  const noted = await noteCommitment({ tx }, { ...given, activity, position: last + 1, statement })
  act.about(activity)
  if (source !== undefined) {
    // Its subject is named once more: what a source backs is the commitment, what the act is about its meeting.
    const said = { subject: noted.id, field: 'words', source, language: 'id' as const, saidOn: occurredOn }
    await sayWhere({ tx, act }, { ...said, ...(quote && { words: quote }) })
    act.about(activity)
  } else if (statement !== undefined) await takeLines(tx, { from: statement, to: noted.id })
  return noted
}

const pick = ({ official, person, speaker }: Pick<NewCommitment, 'official' | 'person' | 'speaker'>) => ({
  official,
  person,
  speaker,
})

/** The statement it was heard in, which is one of this activity. */
async function heardIn(tx: Tx, { activity, statement }: { activity: string; statement: string }) {
  const row = await tx
    .selectFrom('agenda.statements')
    .select(['words', 'words_lang', 'official', 'person', 'speaker'])
    .where('id', '=', statement)
    .where('activity', '=', activity)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return {
    words: row.words,
    wordsLang: row.words_lang,
    official: row.official ?? undefined,
    person: row.person ?? undefined,
    speaker: row.speaker ?? undefined,
  }
}

/** A relation it is narrowed to is one of the meeting's. */
async function refuseOther(
  tx: Tx,
  { activity, relation }: { activity: string; relation: string | null | undefined },
): Promise<void> {
  if (relation === undefined || relation === null) return
  const row = await tx
    .selectFrom('agenda.activity_relations')
    .select('id')
    .where('activity', '=', activity)
    .where('relation', '=', relation)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}

async function stands(tx: Tx, { activity, words }: { activity: string; words: string }): Promise<boolean> {
  const { rows } = await sql`
    select from agenda.commitments where activity = ${activity}::uuid and voided_on is null and lower(words) = lower(${words})
    limit 1`.execute(tx)
  return rows.length > 0
}

/** What is known of the statement is known of the commitment: the same source, the same place in it. */
async function takeLines(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  for (const line of (await listProvenance(tx, [from])).filter(({ field }) => field === 'words')) {
    const { level, speaker, speakerPerson, speakerOffice, speakerCapacity, occasion, saidOn, summary, span } = line
    const by = { speaker, speakerPerson, speakerOffice, speakerCapacity, occasion, saidOn }
    await addProvenance({ tx }, { subject: to, field: 'words', level, source: line.source?.id, span, summary, ...by })
  }
}

export interface CommitmentMend {
  id: string
  rev: number
  words?: string | undefined
  wordsLang?: string | undefined
  told?: string | null | undefined
  dueOn?: string | null | undefined
  relation?: string | null | undefined
  sure?: readonly string[] | undefined
}

/** Corrects a commitment. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendCommitment(
  { tx, act }: Acting,
  { id, rev, sure, words, wordsLang, told, dueOn, relation }: CommitmentMend,
): Promise<{ id: string; rev: number }> {
  const { activity, occurredOn, side } = await lockCommitment(tx, id)
  // The voice stays as it was checked.
  const fault = commitmentFault({ side, speaker: '-', dueOn: dueOn ?? undefined }, { occurredOn, sure })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
  await refuseOther(tx, { activity, relation })
  const mended = await tx
    .updateTable('agenda.commitments')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(words !== undefined && { words }),
      ...(wordsLang !== undefined && { words_lang: wordsLang }),
      ...(told !== undefined && { told }),
      ...(dueOn !== undefined && { due_on: dueOn }),
      ...(relation !== undefined && { relation }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyStale(tx, { id, rev })
  act.about(activity)
  return { id, rev: mended.rev }
}

/** Voids a commitment with its reason: it leaves the world, and what is open of it is dropped; undo brings all back. */
export async function voidCommitment(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { activity } = await lockCommitment(tx, id)
  const voided = await tx
    .updateTable('agenda.commitments')
    .set((set) => ({ rev: set('rev', '+', 1), voided_on: on, voided_reason: reason }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (voided === undefined) throw await whyStale(tx, { id, rev })
  await takeBack(tx, { on, where: { id } })
  await dropOpen({ tx, on }, { subjects: [id] })
  act.about(activity)
  return { id, rev: voided.rev }
}

/** Locks the meeting of a commitment that stands. Stale once it was voided; not found in another region. */
export async function lockCommitment(tx: Tx, id: string) {
  const activity = await findCommitmentActivity(tx, id)
  if (activity === undefined) throw new Failure('not_found')
  const { occurred_on: occurredOn } = await lockActivity(tx, activity)
  const row = await tx
    .selectFrom('agenda.commitments')
    .select(['side', 'words', 'rev', 'voided_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.voided_on !== null) throw await whyStale(tx, { id, rev: 0 })
  return { activity, occurredOn, side: row.side as CommitmentSide, words: row.words, rev: row.rev }
}

/** Somebody was faster, and what changed. */
export async function whyStale(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}
