import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { may } from '../../shared/permissions.ts'
import type { DocumentId } from '../procedures/model.ts'
import { getRegion } from '../reference/queries.ts'
import type * as contract from './contract.ts'
import { isAhead, type Sure } from './doubt.ts'
import { insertDocument, type Entering, type Recording } from './filing.ts'
import { lockRelation, lockRelationOf, whyUntouched } from './locks.ts'
import { words } from './messages/words.gen.ts'
import { findProcess } from './process.ts'
import { getRelation } from './queries.ts'
import { noteNews, refreshRegister } from './register-line.ts'
import { writeSignatories, type Warning } from './signatories.ts'
import type { TextKind } from './term.ts'
import {
  givenOf,
  mergeTerm,
  refuseWrongTerm,
  textKeys,
  unlocked,
  type MendInput,
  type TextValues,
} from './text-values.ts'

type RecordInput = z.output<typeof contract.recordText.input>
type StepInput = z.output<typeof contract.recordStep.input>
/** The kind of paper that a text of a kind stands on. Minutes or a minister's answer sign nothing. */
function paperOfText(kind: TextKind): DocumentId {
  if (kind === 'loi') return 'loi'
  return kind === 'rencana' ? 'rencana_kerja_sama' : 'naskah_asli'
}

/** Whether a filed paper is the text itself. */
async function isPaperOf(tx: Tx, { document, kind }: { document: string; kind: TextKind }): Promise<boolean> {
  const row = await tx.selectFrom('relations.documents').select('kind').where('id', '=', document).executeTakeFirst()
  return row?.kind === paperOfText(kind)
}

async function refuseOtherPaper(tx: Tx, { document, kind }: { document: string | undefined; kind: TextKind }) {
  if (document !== undefined && !(await isPaperOf(tx, { document, kind }))) throw fieldFailure('document', 'wrong')
}

async function refuseForeign(tx: Tx, { relation, document, replaces }: Record<string, string | null | undefined>) {
  for (const [table, id] of [
    ['relations.documents', document],
    ['relations.texts', replaces],
  ] as const) {
    if (typeof id !== 'string') continue
    const row = await tx.selectFrom(table).select('relation').where('id', '=', id).executeTakeFirst()
    if (row?.relation !== relation) throw new Failure('not_found')
  }
}

interface NewText {
  relation: string
  process: string | undefined
  document: string | undefined
  kind: TextKind
  imported?: boolean | undefined
  values: TextValues
}

async function insertText({ tx, on }: Entering, text: NewText): Promise<{ id: string; warnings: Warning[] }> {
  const { relation, process, document, kind, imported, values } = text
  const id = newId()
  const row = { id, relation, process: process ?? null, document: document ?? null, kind, imported: imported ?? false }
  await tx
    .insertInto('relations.texts')
    .values({ ...row, title: '', ...givenOf(values) })
    .execute()
  const people = { text: id, signatories: values.signatories ?? undefined, on: values.signedOn ?? on }
  return { id, warnings: await writeSignatories(tx, people) }
}

/** Records a text of a relation. It counts as signed only with its paper; an old one belongs to no process. */
export async function recordText(call: Entering, input: RecordInput) {
  const { tx, act, on } = call
  const { id, kind, imported, paper, sure } = input
  await lockRelation(tx, id)
  await refuseWrongTerm(tx, { values: input, on, sure })
  await refuseForeign(tx, { relation: id, document: input.document, replaces: input.replaces })
  await refuseOtherPaper(tx, { document: input.document, kind })
  const process = imported === true ? undefined : await findProcess(tx, id)
  const document =
    input.document ??
    (paper && (await fileText(call, { relation: id, process, kind, paper, signedOn: input.signedOn, sure })))
  const text = await insertText(call, { relation: id, process: process?.id, document, kind, imported, values: input })
  const isKnown = typeof input.signedOn === 'string' && !isAhead(input.signedOn, on)
  if (isKnown && document !== undefined) await noteNews(tx, { id, occurredOn: input.signedOn ?? on })
  act.about(id)
  await refreshRegister(tx, id)
  const { status } = await getRelation(tx, { id, on })
  return { id: text.id, rev: 1, document: document ?? null, status, warnings: text.warnings }
}

interface TextFiling {
  relation: string
  process: Awaited<ReturnType<typeof findProcess>>
  kind: TextKind
  paper: NonNullable<RecordInput['paper']>
  signedOn: string | undefined
  sure: Sure
}

/** Files the paper of a text at the step that yields it; dated like the text where the paper says nothing else. */
async function fileText({ tx, on }: Entering, { relation, process, kind, paper, signedOn, sure }: TextFiling) {
  const document = paperOfText(kind)
  if (paper.kind !== undefined && paper.kind !== document) throw fieldFailure('paper.kind', 'wrong')
  const step = process?.procedure.steps.find(({ documents }) => documents.includes(document))?.id
  const at = { relation, process: step && process?.id, step, round: 1, kind: document }
  return await insertDocument(tx, { ...paper, ...at, datedOn: paper.datedOn ?? signedOn, on, sure, at: 'paper.' })
}

const kindOfStep = { pernyataan_kehendak: 'loi', rencana_kerja_sama: 'rencana', penandatanganan: 'mou' } as const

interface StepText {
  relation: string
  process: string
  step: string
  document: string | undefined
  input: StepInput
}

/**
 * The text that a recorded step yields: what was told of it, or at the signing at least that it is there. One of the
 * same process that has no paper yet is completed instead of written twice.
 */
export async function keepSignedText(call: Recording, { relation, process, step, document: filed, input }: StepText) {
  const { tx, on } = call
  const own = Object.hasOwn(kindOfStep, step) ? kindOfStep[step as keyof typeof kindOfStep] : undefined
  if (own === undefined) {
    if (input.text !== undefined) throw fieldFailure('text', 'wrong')
    return undefined
  }
  const { kind = own, title, ...rest } = input.text ?? {}
  const document = filed !== undefined && (await isPaperOf(tx, { document: filed, kind })) ? filed : undefined
  if (input.text === undefined && !(step === 'penandatanganan' && document !== undefined)) return undefined
  const values = { signedOn: input.occurredOn, ...rest, ...(title !== undefined && { title }) }
  await refuseWrongTerm(tx, { values, on, sure: input.sure, at: 'text.' })
  await refuseForeign(tx, { relation, replaces: values.replaces })
  const open = await findUnsigned(tx, { process, kind })
  if (open === undefined) {
    const named = { ...values, title: title ?? (await nameOf(tx, { relation, on })) }
    return await insertText(call, { relation, process, document, kind, values: named })
  }
  await tx
    .updateTable('relations.texts')
    .set((set) => ({ ...givenOf(values), ...(document !== undefined && { document }), rev: set('rev', '+', 1) }))
    .where('id', '=', open)
    .execute()
  const people = { text: open, signatories: values.signatories, on: values.signedOn ?? on }
  return { id: open, warnings: await writeSignatories(tx, people) }
}

async function findUnsigned(tx: Tx, { process, kind }: { process: string; kind: TextKind }) {
  const row = await tx
    .selectFrom('relations.texts')
    .select('id')
    .where('process', '=', process)
    .where('kind', '=', kind)
    .where('document', 'is', null)
    .where('voided_on', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** "Kota Bekasi dan Kota Izumisano": what a text is called while nobody has typed its title. */
async function nameOf(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<string> {
  const { partner, label } = await getRelation(tx, { id: relation, on })
  const { name: region } = await getRegion(tx)
  return [...words.id.title({ region, partner: partner?.name ?? label ?? '' })].slice(0, 200).join('')
}

/** Completes or corrects a text. Signed and on file, it is locked: that wants the right to correct and a reason. */
export async function mendText({ tx, act, on, who }: Recording, input: MendInput) {
  const { id, rev, reason, sure, signatories, document } = input
  const relation = await lockRelationOf(tx, id, 'relations.texts')
  const before = await tx.selectFrom('relations.texts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const isLockedValue = (key: keyof TextValues) => input[key] !== undefined && !unlocked.includes(key)
  const touchesLocked = textKeys.some(isLockedValue) || signatories !== undefined
  if (before.document !== null && (touchesLocked || document !== undefined)) refuseLocked(who.role, reason)
  await refuseForeign(tx, { relation, document, replaces: input.replaces })
  await refuseOtherPaper(tx, { document, kind: before.kind as TextKind })
  if (input.replaces === id) throw fieldFailure('replaces', 'wrong')
  const given = mergeTerm(input)
  await refuseWrongTerm(tx, { values: given, before, on, sure, except: id })
  const mended = await tx
    .updateTable('relations.texts')
    .set((set) => ({
      ...givenOf(given),
      ...(document !== undefined && { document }),
      ...(reason !== undefined && { corrected_reason: reason }),
      rev: set('rev', '+', 1),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning(['rev', 'signed_on'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.texts', id, rev })
  const people = { text: id, signatories: signatories ?? undefined, on: mended.signed_on ?? on }
  const warnings = await writeSignatories(tx, people)
  act.about(relation)
  await refreshRegister(tx, relation)
  const { status } = await getRelation(tx, { id: relation, on })
  return { id, rev: mended.rev, status, warnings }
}

function refuseLocked(role: Recording['who']['role'], reason: string | undefined): void {
  if (!may(role, 'relations.correct')) throw new Failure('forbidden')
  if (reason === undefined) throw fieldFailure('reason', 'required')
}

/** Declares a text void; it counts nowhere any more. */
export async function voidText(
  { tx, act, on, who }: Recording,
  { id, rev, reason }: { id: string; rev: number; reason: string },
) {
  const relation = await lockRelationOf(tx, id, 'relations.texts')
  const before = await tx
    .selectFrom('relations.texts')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (before.document !== null) refuseLocked(who.role, reason)
  const voided = await tx
    .updateTable('relations.texts')
    .set((set) => ({ rev: set('rev', '+', 1), voided_on: on, voided_reason: reason }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (voided === undefined) throw await whyUntouched(tx, { table: 'relations.texts', id, rev })
  act.about(relation)
  await refreshRegister(tx, relation)
  const { status } = await getRelation(tx, { id: relation, on })
  return { id, rev: voided.rev, status }
}
