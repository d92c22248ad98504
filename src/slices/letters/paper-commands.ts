import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { linesOf, type LetterContent, type OfficeKind, type Purpose } from './model.ts'
import type { LetterRoute } from './manners.ts'
import { officeComposers } from './office-papers.ts'
import { getPaperSource } from './papers-queries.ts'
import { composePartnerLetter } from './partner-letter.ts'
import { findAsked, getLetter } from './queries.ts'
import { finishFollowUp } from '../followup/commands.ts'
import { findFollowUp } from '../followup/queries.ts'
import { routeFor } from './routing-model.ts'
import { listOwnRoutes } from './routing-queries.ts'

type Acting = { tx: Tx; act: Act; on: string }

/** What a letter is asked to be, beyond its kind. */
export interface Wanted {
  relation?: string | undefined
  activity?: string | undefined
  purpose?: Purpose | undefined
  language?: Language | undefined
  replyBy?: string | undefined
  followUp?: string | undefined
}

/**
 * Writes a paper of the office from the record. Refused: a letter to a partner without a relation or purpose, a
 * follow-up that is not the relation's or the meeting's own.
 */
export async function composeOffice(
  { tx, on }: Pick<Acting, 'tx' | 'on'>,
  { kind, ...wanted }: Wanted & { kind: OfficeKind },
): Promise<{ content: LetterContent; relation: string | undefined }> {
  const { source, relation } = await getPaperSource(tx, { ...wanted, on })
  const { meeting, relation: record } = source
  if (kind !== 'surat_mitra') {
    for (const path of ['purpose', 'language', 'replyBy', 'followUp'] as const) {
      if (wanted[path] !== undefined) throw fieldFailure(path, 'wrong')
    }
    return { content: officeComposers[kind](source), relation }
  }
  if (record === undefined || relation === undefined) throw fieldFailure('relation', 'required')
  const { purpose, language = 'id', replyBy, followUp } = wanted
  if (purpose === undefined) throw fieldFailure('purpose', 'required')
  const asked = followUp === undefined ? undefined : await getAskedOf(tx, { followUp, subjects: [relation, meeting?.activity.id] }) // prettier-ignore
  const met = meeting === undefined ? undefined : { on: meeting.activity.occurredOn, place: meeting.activity.place }
  const route = await proposeRoute(tx, record.partner?.kind)
  const content = composePartnerLetter(record, { purpose, language, replyBy, asked, meeting: met, route })
  return { content, relation }
}

async function getAskedOf(
  tx: Tx,
  { followUp, subjects }: { followUp: string; subjects: readonly (string | undefined)[] },
): Promise<{ what: string; fromOn: string }> {
  const found = await findFollowUp(tx, followUp)
  if (found === undefined || !subjects.includes(found.subject)) throw new Failure('not_found')
  return { what: found.what ?? '', fromOn: found.fromOn }
}

/** The lines that the region's rules propose for a mission, or for another partner. */
async function proposeRoute(tx: Tx, partnerKind: string | undefined): Promise<LetterRoute> {
  const { attention, through, copies } = routeFor(partnerKind === 'embassy' ? 'kedutaan' : 'mitra', await listOwnRoutes(tx)) // prettier-ignore
  return { attention: linesOf(attention), through: linesOf(through), copies: linesOf(copies) }
}

/** Ends what a letter answers, as done, once the letter went out; handed over meanwhile, it is still the same thing. */
export async function closeAsked(
  { tx, act, on }: Acting,
  { id, followUp, rev }: { id: string; followUp: string; rev: number },
): Promise<{ id: string }> {
  const letter = await getLetter(tx, id)
  if (letter.followUp === null) throw fieldFailure('followUp', 'wrong')
  if (letter.state !== 'sent') throw new Failure('not_yet', { missing: [] })
  await tx.selectFrom('followup.follow_ups').select('id').where('id', '=', followUp).forUpdate().execute()
  const asked = await findAsked(tx, letter.followUp)
  if (asked === null) throw new Failure('not_found')
  if (!asked.open || asked.id !== followUp || asked.rev !== rev) throw new Failure('stale', { changes: [] })
  const row = await tx
    .selectFrom('followup.follow_ups')
    .select('from_on')
    .where('id', '=', followUp)
    .executeTakeFirstOrThrow()
  const note = letter.number === null ? undefined : letter.number
  await finishFollowUp({ tx, on }, { step: { id: followUp, fromOn: row.from_on }, outcome: 'done', note })
  act.about(letter.relation ?? letter.activity ?? letter.id)
  return { id }
}
