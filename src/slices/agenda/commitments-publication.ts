import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { id as idField } from '../../shared/fields.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import { lackingToPublish, publicWords, type PublishedCommitment } from './commitments-model.ts'
import { findCommitmentActivity, getCommitment } from './commitments-read.ts'
import { lockActivity } from './locks.ts'

type Acting = Pick<Call, 'tx' | 'act'>

/**
 * Shows one commitment of ours to the world as it stands now. Refused as `not_yet`, with what is missing: it is ours, an
 * official gave it, it stands, and its meeting is public.
 */
export async function publishCommitment({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const activity = await lockOf(tx, id)
  const commitment = await getCommitment(tx, id)
  const { side, speaker, voided, activity: meeting, position } = commitment
  const missing = lackingToPublish({
    side,
    office: speaker.office,
    isVoided: voided !== undefined,
    isActivityPublic: meeting.published,
  })
  if (missing.length > 0) throw new Failure('not_yet', { missing })
  const document: PublishedCommitment = {
    id,
    position,
    ...publicWords(commitment),
    ground: periodicInformation,
    provenance: await listPublicLines(tx, [id]),
  }
  const values = {
    document: document as never,
    withdrawn_on: null,
    demonstration: (await getRegion(tx)).demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('agenda.published_commitments')
    .values({ id, activity, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  act.about(activity)
  return { id }
}

/** The same for a look at it before: an address names it, and may name anything. */
export async function rehearseCommitment(call: Acting, commitment: string): Promise<void> {
  const named = idField.safeParse(commitment)
  if (!named.success) throw new Failure('not_found')
  await publishCommitment(call, { id: named.data })
}

/** Takes a commitment back from the world; that it was taken back stays, with the day. */
export async function withdrawCommitment(
  { tx, act, on }: Acting & Pick<Call, 'on'>,
  { id }: { id: string },
): Promise<{ id: string }> {
  const activity = await lockOf(tx, id)
  await takeBack(tx, { on, where: { id } })
  act.about(activity)
  return { id }
}

/** Takes back what is public of one commitment, or of all that were given at an activity. */
export async function takeBack(
  tx: Tx,
  { on, where }: { on: string; where: { id: string } | { activity: string } },
): Promise<void> {
  await tx
    .updateTable('agenda.published_commitments')
    .set({ document: null, withdrawn_on: on })
    .where('id' in where ? 'id' : 'activity', '=', 'id' in where ? where.id : where.activity)
    .where('document', 'is not', null)
    .execute()
}

async function lockOf(tx: Tx, id: string): Promise<string> {
  const activity = await findCommitmentActivity(tx, id)
  if (activity === undefined) throw new Failure('not_found')
  return (await lockActivity(tx, activity)).id
}

/** Refuses an undo after which a commitment would be public that was voided, or whose meeting is not public. */
export const refuseBareCommitments: AfterUndo = async ({ tx }, touched) => {
  const ids = touched
    .filter(({ table_name }) => table_name === 'agenda.published_commitments' || table_name === 'agenda.published')
    .map(({ row_id }) => row_id)
  if (ids.length === 0) return
  const { rows } = await sql`
    select from agenda.published_commitments p
    join agenda.commitments c on c.tenant = p.tenant and c.id = p.id
    where (p.id = any(${ids}::uuid[]) or p.activity = any(${ids}::uuid[])) and p.document is not null
      and (c.voided_on is not null
        or not exists (select from agenda.published q where q.tenant = p.tenant and q.id = p.activity))
    limit 1`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}
