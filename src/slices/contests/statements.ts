import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { lockContest, staleOf, type Keeper } from './locks.ts'
import { contestLimits } from './model.ts'

type Acting = { tx: Tx; act: Act; who?: Keeper }

/** Who spoke: an official on record, whom the world may read, or a name as typed, which stays inside. */
interface Said {
  official?: string | undefined
  speaker?: string | undefined
  words: string
}

/** Notes what somebody said about the contest, at most 50 of them. */
export async function addStatement(
  { tx, act, who }: Acting,
  { id, ...said }: Said & { id: string },
): Promise<{ id: string; rev: number }> {
  await lockContest(tx, { id, who })
  const { official, speaker, words } = await spokenBy(tx, said)
  const { rows } = await sql<{ id: string; rev: number }>`
    insert into contests.statements (id, contest, position, official, speaker, words)
    select ${newId()}::uuid, ${id}::uuid, coalesce(max(position), 0) + 1, ${official}::uuid, ${speaker}::text, ${words}
    from contests.statements where contest = ${id}::uuid having coalesce(max(position), 0) < ${contestLimits.parts}
    returning id, rev`.execute(tx)
  if (rows[0] === undefined) throw new Failure('too_large')
  act.about(id)
  return rows[0]
}

/** Mends who spoke and what was said; given whole. */
export async function mendStatement(
  { tx, act, who }: Acting,
  { id, rev, ...said }: Said & { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const of = await tx.selectFrom('contests.statements').select('contest').where('id', '=', id).executeTakeFirst()
  if (of === undefined) throw new Failure('not_found')
  await lockContest(tx, { id: of.contest, who })
  const values = await spokenBy(tx, said)
  const mended = await tx
    .updateTable('contests.statements')
    .set((set) => ({ ...values, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await staleOf(tx, { id, rev })
  act.about(of.contest)
  return mended
}

async function spokenBy(tx: Tx, { official, speaker, words }: Said) {
  if (official === undefined && speaker === undefined) throw fieldFailure('speaker', 'required')
  if (official !== undefined) {
    const there = await tx.selectFrom('reference.officials').select('id').where('id', '=', official).executeTakeFirst()
    if (there === undefined) throw new Failure('not_found')
  }
  // Of an official on record no typed name is kept beside hers.
  return { official: official ?? null, speaker: official === undefined ? (speaker ?? null) : null, words }
}
