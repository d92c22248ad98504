import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { CommitmentSide } from './commitments-model.ts'

export interface NewCommitment {
  activity: string
  position: number
  side: CommitmentSide
  words: string
  wordsLang?: string | undefined
  official?: string | undefined
  person?: string | undefined
  /** A voice as typed, who is in no list. */
  speaker?: string | undefined
  told?: string | undefined
  dueOn?: string | undefined
  statement?: string | undefined
  relation?: string | undefined
}

/** Notes a commitment, as it was checked. */
export async function noteCommitment(
  { tx }: { tx: Tx },
  { activity, position, side, words, wordsLang = 'id', ...given }: NewCommitment,
): Promise<{ id: string; rev: number }> {
  const id = newId()
  const { official, person, speaker, told, dueOn, statement, relation } = given
  await tx
    .insertInto('agenda.commitments')
    .values({
      id,
      activity,
      position,
      side,
      words,
      words_lang: wordsLang,
      official: official ?? null,
      person: person ?? null,
      speaker: speaker ?? null,
      told: told ?? null,
      due_on: dueOn ?? null,
      statement: statement ?? null,
      relation: relation ?? null,
    })
    .execute()
  return { id, rev: 1 }
}
