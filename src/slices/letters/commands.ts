import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import type { HolderId, StepId } from '../procedures/model.ts'
import { sendStep } from '../relations/commands.ts'
import { withoutTurns } from './content.ts'
import { composers } from './composers.ts'
import { obstaclesToDrafting, obstaclesToSending } from './gates.ts'
import { blanksOf, legalKinds, whatMay } from './model.ts'
import { numberTypeOf } from './number-model.ts'
import { refuseUsedNumber } from './numbers.ts'
import type { Channel, LegalKind, LetterContent, LetterKind, LetterVerb } from './model.ts'
import { composeOffice, type Wanted } from './paper-commands.ts'
import { getLetter, getLetterhead, type Letter } from './queries.ts'
import { getLetterRecord } from './record-query.ts'
import { cancelNumber, drawNumber } from './register-commands.ts'

export { dispose } from './disposition-commands.ts'
export { answerMail, cancelMail, mendMail, registerMail } from './incoming-commands.ts'
export { mendLetterhead } from './letterhead-commands.ts'
export { closeAsked } from './paper-commands.ts'
export { refuseNumberTwice } from './numbers.ts'
export { keepNumbers } from './register-commands.ts'
export { mendRoute, restoreRoute } from './routing-commands.ts'
export { mendThread, openThread, placeLetter } from './thread-commands.ts'
export { replaceTemplate, restoreTemplate } from './template-commands.ts'

type Acting = { tx: Tx; act: Act; on: string }
type Sure = readonly string[] | undefined

/**
 * Writes a letter from the record as a draft. Refused as not_yet where the law wants something before the draft
 * (gates.ts), as not listed where no procedure runs for what the law's procedure asks, and as doubtful where a draft
 * of the kind is there already, or the day for an answer has passed.
 */
export async function prepareLetter(
  { tx, act, on }: Acting,
  { kind, sure, ...wanted }: Wanted & { kind: LetterKind; sure?: Sure },
): Promise<{ id: string; rev: number; blanks: string[] }> {
  const { content, relation, process } = isLegal(kind)
    ? await composeLegal({ tx, on }, { kind, ...wanted })
    : { ...(await composeOffice({ tx, on }, { kind, ...wanted })), process: undefined }
  const { activity, purpose, language = 'id', replyBy, followUp } = wanted
  refuseDoubts(sure, {
    kind: await hasDraft(tx, { kind, relation, ...wanted }),
    replyBy: replyBy !== undefined && replyBy < on,
  })
  const id = newId()
  const written = withoutTurns(content)
  await tx
    .insertInto('letters.letters')
    .values({
      id,
      relation: relation ?? null,
      activity: activity ?? null,
      process: process ?? null,
      kind,
      purpose: purpose ?? null,
      language,
      reply_by: replyBy ?? null,
      follow_up: followUp ?? null,
      content: written as never,
    })
    .execute()
  act.about(relation ?? activity ?? id)
  return { id, rev: 1, blanks: blanksOf(written, await getLetterhead(tx)) }
}

const isLegal = (kind: LetterKind): kind is LegalKind => legalKinds.some((legal) => legal === kind)

async function composeLegal(
  { tx, on }: Pick<Acting, 'tx' | 'on'>,
  { kind, relation, ...wanted }: Wanted & { kind: LegalKind },
) {
  if (relation === undefined) throw fieldFailure('relation', 'required')
  for (const path of ['activity', 'purpose', 'language', 'replyBy', 'followUp'] as const) {
    if (wanted[path] !== undefined) throw fieldFailure(path, 'wrong')
  }
  const { record, process, standing } = await getLetterRecord(tx, { relation, on })
  if (standing === undefined || process === undefined) throw fieldFailure('kind', 'not_listed')
  refuseWhileMissing(obstaclesToDrafting(kind, standing))
  return { content: composers[kind](record), relation, process }
}

/** Whether a draft of this kind, purpose and language is there for the same relation or meeting. */
async function hasDraft(
  tx: Tx,
  { kind, relation, activity, purpose, language }: Wanted & { kind: LetterKind },
): Promise<boolean> {
  const rows = await tx
    .selectFrom('letters.letters')
    .select('id')
    .where(activity === undefined ? 'relation' : 'activity', '=', activity ?? relation ?? null)
    .where('kind', '=', kind)
    .where('state', '=', 'draft')
    .where((is) => (purpose === undefined ? is.val(true) : is('purpose', '=', purpose)))
    .where((is) => (language === undefined ? is.val(true) : is('language', '=', language)))
    .limit(1)
    .execute()
  return rows.length > 0
}

/** Changes the content of a draft; its layout stays the one of its kind. */
export async function mendLetter(
  { tx, act }: Acting,
  { id, rev, content }: { id: string; rev: number; content: LetterContent },
): Promise<{ id: string; rev: number; blanks: string[] }> {
  const letter = await lockFor('mend', { tx, id, rev })
  if (letter.content.layout !== content.layout) throw fieldFailure('content.layout', 'wrong')
  const next = await put(tx, { id, set: { content: content as never } })
  act.about(letter.relation ?? letter.activity ?? letter.id)
  return { id, rev: next, blanks: blanksOf(content, await getLetterhead(tx)) }
}

export interface Sending {
  id: string
  rev: number
  number: string
  /** The office that gave the number, where somebody says so. */
  issuer?: string | undefined
  datedOn: string
  sentOn: string
  sentBy: Channel
  sure?: Sure
}

/**
 * Notes that a letter left the office, and keeps with it the head it went out under. The number is unique over what
 * its office gave in a year for papers of its type, cancelled ones left out.
 */
export async function sendLetter(
  { tx, act, on }: Acting,
  { id, rev, number, issuer, datedOn, sentOn, sentBy, sure }: Sending,
): Promise<{ id: string; rev: number }> {
  const letter = await lockFor('send', { tx, id, rev })
  const { standing } = letter.relation === null ? {} : await getLetterRecord(tx, { relation: letter.relation, on })
  if (standing !== undefined) refuseWhileMissing(obstaclesToSending(letter.kind, standing))
  if (sentOn < datedOn) throw fieldFailure('sentOn', 'wrong_order')
  const { rev: _, ...head } = await getLetterhead(tx)
  refuseDoubts(sure, {
    datedOn: datedOn > on,
    sentOn: sentOn > on,
    content: blanksOf(letter.content, letter.content.layout === 'naskah' ? undefined : head).length > 0,
  })
  const type = numberTypeOf(letter.kind)
  await refuseUsedNumber(tx, { number, year: datedOn.slice(0, 4), issuer, type, id }, sure)
  if (standing !== undefined) await tellProcess({ tx, act, on }, { letter, sentOn })
  const next = await put(tx, {
    id,
    set: {
      state: 'sent',
      number,
      issuer: issuer ?? null,
      number_type: type,
      dated_on: datedOn,
      sent_on: sentOn,
      sent_by: sentBy,
      head: head as never,
    },
  })
  // A draft text is enclosed in a letter; it is none itself.
  if (letter.kind !== 'rancangan_loi') await drawNumber({ tx, on }, { book: 'out', day: sentOn, letter: id })
  act.about(letter.relation ?? letter.activity ?? letter.id)
  return { id, rev: next }
}

/** Notes when the addressee's secretariat received a letter. */
export async function recordReceipt(
  { tx, act, on }: Acting,
  { id, rev, receivedOn, sure }: { id: string; rev: number; receivedOn: string; sure?: Sure },
): Promise<{ id: string; rev: number }> {
  const letter = await lockFor('receive', { tx, id, rev })
  if (letter.sentOn !== null && receivedOn < letter.sentOn) throw fieldFailure('receivedOn', 'wrong_order')
  refuseDoubts(sure, { receivedOn: receivedOn > on })
  if (letter.sentOn !== null) await tellProcess({ tx, act, on }, { letter, sentOn: letter.sentOn, receivedOn })
  const next = await put(tx, { id, set: { received_on: receivedOn } })
  act.about(letter.relation ?? letter.activity ?? letter.id)
  return { id, rev: next }
}

/** With whom a letter asks something, and at which step: from its sending or receipt on the process waits for them. */
const asks: Partial<Record<LetterKind, { step: StepId; holder: HolderId }>> = {
  konsultasi_mendagri: { step: 'pernyataan_kehendak', holder: 'mendagri' },
  konsultasi_menlu: { step: 'pernyataan_kehendak', holder: 'menlu' },
  surat_dprd: { step: 'persetujuan_dprd', holder: 'dprd' },
}

/** The days were looked at before: nothing is doubtful twice. */
async function tellProcess(
  call: Acting,
  { letter, ...days }: { letter: Letter; sentOn: string; receivedOn?: string },
): Promise<void> {
  const asked = asks[letter.kind]
  if (asked === undefined || letter.relation === null) return
  await sendStep(call, { id: letter.relation, ...asked, ...days, sure: ['sentOn', 'receivedOn'] })
}

/** Cancels a letter; its number stays visible and may be given again. */
export async function cancelLetter(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const letter = await lockFor('cancel', { tx, id, rev })
  const next = await put(tx, { id, set: { state: 'cancelled', cancelled_on: on, cancelled_reason: reason } })
  await cancelNumber({ tx, on }, { letter: id, reason })
  act.about(letter.relation ?? letter.activity ?? letter.id)
  return { id, rev: next }
}

/** Locks a letter at the revision that was on screen, for what its state allows. */
async function lockFor(verb: LetterVerb, { tx, id, rev }: { tx: Tx; id: string; rev: number }): Promise<Letter> {
  await tx.selectFrom('letters.letters').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const letter = await getLetter(tx, id)
  if (letter.rev !== rev) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  if (!whatMay(letter.state, { received: letter.receivedOn !== null })[verb]) throw fieldFailure('state', 'wrong')
  return letter
}

interface Change {
  content?: never
  state?: 'sent' | 'cancelled'
  number?: string
  issuer?: string | null
  number_type?: string
  dated_on?: string
  sent_on?: string
  sent_by?: Channel
  received_on?: string
  cancelled_on?: string
  cancelled_reason?: string
  head?: never
}

async function put(tx: Tx, { id, set }: { id: string; set: Change }): Promise<number> {
  const { rev } = await tx
    .updateTable('letters.letters')
    .set((column) => ({ ...set, rev: column('rev', '+', 1) }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  return rev
}

function refuseWhileMissing(missing: readonly unknown[]): void {
  if (missing.length > 0) throw new Failure('not_yet', { missing: [...missing] })
}

const isSure = (path: string, sure: Sure) => sure?.includes(path) === true

/** Refuses, all at once, what can be meant but probably is not. */
function refuseDoubts(sure: Sure, doubts: Record<string, boolean>): void {
  const open = Object.keys(doubts).filter((path) => doubts[path] === true && !isSure(path, sure))
  if (open.length === 0) return
  throw new Failure('invalid', { fields: open.map((path) => ({ path, fault: 'doubtful' as const })) })
}
