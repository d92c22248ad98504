import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { addTask } from '../src/slices/followup/commands.ts'
import { prepareLetter, sendLetter } from '../src/slices/letters/commands.ts'

/** A letter to a partner that went out, and what it answers, still open. */
export interface PapersFurniture {
  partnerLetter: string
  askedFollowUp: string
}

export const noPapers = (): PapersFurniture => ({ partnerLetter: newId(), askedFollowUp: newId() })

const on = '2025-08-01'

/** Everything of it begins with the word. */
export async function furnishPapers(
  call: { tx: Tx; act: Act },
  { word, relation }: { word: string; relation: string },
): Promise<PapersFurniture> {
  const step = { what: `${word} permintaan`, origin: 'asked' as const }
  const { id: followUp } = await addTask({ ...call, on }, { subject: relation, step })
  const asked = { relation, kind: 'surat_mitra', purpose: 'rekomendasi', followUp, replyBy: '2025-09-01' } as const
  const { id, rev } = await prepareLetter({ ...call, on }, { ...asked, sure: ['kind'] })
  const number = `${word}/m/${newId().slice(-8)}`
  const sending = { id, rev, number, datedOn: on, sentOn: on, sentBy: 'mail' as const, sure: ['content'] }
  await sendLetter({ ...call, on }, sending)
  return { partnerLetter: id, askedFollowUp: followUp }
}
