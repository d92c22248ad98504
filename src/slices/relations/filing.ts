import { sql } from 'kysely'
import type { z } from 'zod'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { DocumentId, Outcome, StepId } from '../procedures/model.ts'
import type * as contract from './contract.ts'
import { isAhead, isBefore, refuseDoubtful, type Sure } from './doubt.ts'
import { lockRelation, lockRelationOf, whyUntouched } from './locks.ts'
import { findProcess } from './process.ts'
import { refreshRegister } from './register-line.ts'
import { holderOf, roundFor } from './rounds.ts'
import { listRounds } from './step-rows.ts'
import type { paper } from './shapes.ts'

export type Recording = Pick<Call, 'tx' | 'act' | 'on' | 'who'>
/** The same where nothing hangs on the person: also for what the system enters. */
export type Entering = Omit<Recording, 'who'>
type Paper = z.output<typeof paper>

interface Filing extends Paper {
  relation: string
  process: string | undefined
  step: StepId | undefined
  round: number
  kind: DocumentId
  outcome?: Outcome | undefined
  on: string
  sure: Sure
  /** Before the names of its fields, where it is part of something larger. */
  at?: string
}

/** Files a paper: a file, or seen on paper and where. Refused when neither is said, or the file is not the region's. */
export async function insertDocument(tx: Tx, filing: Filing): Promise<string> {
  const { relation, process, step, round, kind, outcome, on, at = '', ...of } = filing
  if (of.file === undefined && of.seenAt === undefined) throw fieldFailure(`${at}seenAt`, 'required')
  await refuseForeignFile(tx, of.file)
  await refuseDoubtfulPaper(tx, filing)
  const id = newId()
  await tx
    .insertInto('relations.documents')
    .values({
      id,
      relation,
      process: process ?? null,
      step: step ?? null,
      round,
      kind,
      outcome: outcome ?? null,
      file: of.file ?? null,
      seen_at: of.seenAt ?? null,
      number: of.number ?? null,
      issuer: of.issuer ?? null,
      dated_on: of.datedOn ?? null,
      received_on: of.receivedOn ?? null,
      lang: of.lang ?? null,
      articles: of.articles ?? null,
      note: of.note ?? null,
      filed_on: on,
    })
    .execute()
  return id
}

async function refuseForeignFile(tx: Tx, file: string | null | undefined): Promise<void> {
  if (typeof file !== 'string') return
  const row = await tx.selectFrom('files.files').select('id').where('id', '=', file).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}

type Doubted = Pick<Filing, 'on' | 'sure'> & {
  at?: string
  except?: string
  number?: string | null | undefined
  issuer?: string | null | undefined
  datedOn?: string | null | undefined
  receivedOn?: string | null | undefined
}

/** A day to come, a receipt before its letter, and a number that its issuer has used before: asked. */
async function refuseDoubtfulPaper(tx: Tx, { at = '', on, sure, ...paper }: Doubted): Promise<void> {
  refuseDoubtful(sure, {
    [`${at}datedOn`]: isAhead(paper.datedOn, on),
    [`${at}receivedOn`]: isAhead(paper.receivedOn, on) || isBefore(paper.receivedOn, paper.datedOn),
    [`${at}number`]: await isUsed(tx, paper),
  })
}

/** Whether the same letter of the same issuer is on file already. */
async function isUsed(tx: Tx, { number, issuer, except }: Pick<Doubted, 'number' | 'issuer' | 'except'>) {
  if (typeof number !== 'string') return false
  const { rows } = await sql`
    select from relations.documents where lower(number) = lower(${number}) and voided_on is null
      and lower(coalesce(issuer, '')) = lower(${issuer ?? ''}) and id is distinct from ${except ?? null}::uuid limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Files a paper of a relation. Its kind says to which step it belongs; where no procedure runs it belongs to none. */
export async function fileDocument(
  { tx, act, on }: Entering,
  { id, step, round, ...paper }: z.output<typeof contract.fileDocument.input>,
) {
  await lockRelation(tx, id)
  const process = await findProcess(tx, id)
  const steps = process?.procedure.steps ?? []
  const of = steps.find((each) => (step === undefined || each.id === step) && each.documents.includes(paper.kind))
  // A kind that no such step wants cannot be meant; where no procedure runs there is no step to want it.
  if (of === undefined && (step !== undefined || process !== undefined)) throw fieldFailure('kind', 'wrong')
  const rounds = process === undefined ? [] : await listRounds(tx, process.id)
  const at = of && { step: of.id, holder: holderOf(of, paper.kind) }
  const inRound = round ?? (at === undefined ? 1 : roundFor(rounds, at))
  const filed = { ...paper, relation: id, process: process?.id, step: of?.id, round: inRound, on }
  const document = await insertDocument(tx, { ...filed, sure: paper.sure })
  act.about(id)
  await refreshRegister(tx, id)
  return { id: document, rev: 1, round: inRound, step: of?.id ?? null }
}

/** Corrects a filed paper. It is locked: a reason is kept with it. */
export async function mendDocument(
  { tx, act, on }: Recording,
  { id, rev, reason, sure, ...mend }: z.output<typeof contract.mendDocument.input>,
) {
  const relation = await lockRelationOf(tx, id, 'relations.documents')
  const before = await tx
    .selectFrom('relations.documents')
    .select(['file', 'seen_at', 'number', 'issuer', 'dated_on', 'received_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const [file, seenAt] = [valueOf(mend.file, before.file), valueOf(mend.seenAt, before.seen_at)]
  if (file === null && seenAt === null) throw fieldFailure('seenAt', 'required')
  await refuseForeignFile(tx, mend.file)
  const isNamed = mend.number !== undefined || mend.issuer !== undefined
  const receivedOn = mend.datedOn === undefined ? mend.receivedOn : valueOf(mend.receivedOn, before.received_on)
  await refuseDoubtfulPaper(tx, {
    on,
    sure,
    except: id,
    number: isNamed ? valueOf(mend.number, before.number) : undefined,
    issuer: valueOf(mend.issuer, before.issuer),
    datedOn: mend.receivedOn === undefined ? mend.datedOn : valueOf(mend.datedOn, before.dated_on),
    receivedOn,
  })
  const mended = await tx
    .updateTable('relations.documents')
    .set((set) => ({
      rev: set('rev', '+', 1),
      corrected_reason: reason,
      file,
      seen_at: seenAt,
      ...(mend.number !== undefined && { number: mend.number }),
      ...(mend.issuer !== undefined && { issuer: mend.issuer }),
      ...(mend.datedOn !== undefined && { dated_on: mend.datedOn }),
      ...(mend.receivedOn !== undefined && { received_on: mend.receivedOn }),
      ...(mend.outcome !== undefined && { outcome: mend.outcome }),
      ...(mend.lang !== undefined && { lang: mend.lang }),
      ...(mend.articles !== undefined && { articles: mend.articles }),
      ...(mend.note !== undefined && { note: mend.note }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.documents', id, rev })
  act.about(relation)
  await refreshRegister(tx, relation)
  return { id, rev: mended.rev }
}

/** What a value will be: the one given, else the one there. */
function valueOf<Value>(given: Value | undefined, there: Value): Value {
  return given === undefined ? there : given
}

/** Declares a filed paper void. A text that rests on it is no longer signed. */
export async function voidDocument(
  { tx, act, on }: Recording,
  { id, rev, reason }: { id: string; rev: number; reason: string },
) {
  const relation = await lockRelationOf(tx, id, 'relations.documents')
  const voided = await tx
    .updateTable('relations.documents')
    .set((set) => ({ rev: set('rev', '+', 1), voided_on: on, voided_reason: reason }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (voided === undefined) throw await whyUntouched(tx, { table: 'relations.documents', id, rev })
  act.about(relation)
  await refreshRegister(tx, relation)
  return { id, rev: voided.rev }
}
