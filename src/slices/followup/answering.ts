import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { findFile } from '../files/queries.ts'
import { answerLimits, type Said } from './model.ts'
import { findFollowUp, isKeptBy } from './queries.ts'

export interface Answer {
  said: Said
  note?: string | undefined
  noteLang: Language
  /** A file of the region. */
  file?: string | undefined
}

/**
 * What somebody answers to an open follow-up. It says so and closes nothing: "done" waits for an officer. Whoever calls
 * has checked that this person or this link may answer it. Throws `stale` once it has ended.
 */
export async function receiveAnswer(
  { tx, on }: { tx: Tx; on: string },
  { id, by, ...answer }: Answer & { id: string; by: { member: string } | { link: string } },
): Promise<{ id: string; rev: number }> {
  // The row is held from here on, so the answers stand in one order and their bound is kept.
  const open = await tx
    .updateTable('followup.follow_ups')
    .set((set) => ({ state: answer.said === 'done' ? null : answer.said, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .where('what', 'is not', null)
    .returning('rev')
    .executeTakeFirst()
  if (open === undefined) throw new Failure('stale')
  const { said, note = '', noteLang, file } = answer
  const [member, link] = 'member' in by ? [by.member, null] : [null, by.link]
  const { rows } = await sql<{ id: string }>`
    insert into followup.answers (id, follow_up, position, said, note, note_lang, file, link, member, answered_on)
    select ${newId()}::uuid, ${id}::uuid, coalesce(max(position), 0) + 1, ${said}, nullif(${note}, ''), ${noteLang},
      ${file ?? null}::uuid, ${link}::uuid, ${member}::uuid, ${on}
    from followup.answers where follow_up = ${id}::uuid
    having coalesce(max(position), 0) < ${answerLimits.answers}
    returning id`.execute(tx)
  if (rows[0] === undefined) throw new Failure('too_large')
  return { id: rows[0].id, rev: open.rev }
}

/**
 * The answer of somebody with an account, for what she may see. Refused as `stale` once it changed, so that nobody
 * answers what somebody else was given meanwhile.
 */
export async function answer(
  { tx, act, on, who, language }: Pick<Call, 'tx' | 'act' | 'on' | 'who' | 'language'>,
  { id, said, note, file }: { id: string; said: Said; note?: string | undefined; file?: string | undefined },
): Promise<{ id: string; rev: number }> {
  const followUp = await findFollowUp(tx, id)
  if (followUp === undefined) throw new Failure('not_found')
  if (file !== undefined) await refuseForeignFile(tx, { file, account: who.account })
  act.about(followUp.subject)
  return await receiveAnswer({ tx, on }, { id, said, note, noteLang: language, file, by: { member: who.membership } })
}

/** Only what she kept herself: with another's file its content would come to be read through the answer. */
async function refuseForeignFile(tx: Tx, { file, account }: { file: string; account: string }): Promise<void> {
  if ((await findFile(tx, file)) === undefined || !(await isKeptBy(tx, { file, account }))) {
    throw new Failure('not_found')
  }
}
