import type { Insertable } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { fixed, type Tx } from '../../platform/database.ts'
import type { DB } from '../../platform/tables.gen.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import type { PartnerCard } from '../partners/model.ts'
import { dropRegisterLine } from '../oversight/commands.ts'
import { findPartner } from '../partners/queries.ts'
import { procedureFor, type CooperationType, type PartnerKind, type StepId } from '../procedures/model.ts'
import { lockIfThere, lockRelation, whyUntouched } from './locks.ts'
import type { Initiator } from './model.ts'
import { decideProcedure, settleProcesses, startProcess } from './process.ts'
import { noteNews, refreshRegister } from './register-line.ts'
import { refreshSearch } from './search.ts'

export { addField, dropField, mendField } from './fields.ts'
export { discontinueRelation } from './ending.ts'
export { fileDocument } from './filing.ts'
export { setNextStep } from './next-step.ts'
export { beginProcess } from './process.ts'
export { recordText } from './texts.ts'
export { sendStep } from './steps.ts'
export { retractActivity } from './last-on.ts'
export { publishRelation, withdrawRelation } from './publication.ts'

type Acting = { tx: Tx; act: Act }

export interface NewRelation {
  /** The public address, or several in the order they are tried: it is one over the whole installation. */
  slug: string | readonly string[]
  partner?: string
  label?: string
  beganOn: string
  process?: { initiator?: Initiator; referral?: 'diaspora' }
}

/** Begins a relation. A partner whose kind runs a procedure gets its process, provisional while the type is empty. */
export async function beginRelation(
  { tx, act }: Acting,
  relation: NewRelation,
): Promise<{ id: string; slug: string; process?: string }> {
  const id = newId()
  const { slug, partner, label, beganOn } = relation
  const card = partner === undefined ? undefined : await findPartner(tx, partner)
  const row = { id, partner: partner ?? null, label: label ?? null, began_on: beganOn, last_on: beganOn }
  const found = { ...row, search: searchOf({ card, label }) }
  const taken = await insertUnder(tx, { row: found, wanted: typeof slug === 'string' ? [slug] : slug })
  act.about(id)
  const runs = procedureFor({ cooperationType: undefined, partnerKind: card?.kind as PartnerKind | undefined })
  const process = runs && (await startProcess(tx, { relation: id, runs, beganOn, ...relation.process }))
  // A partner is found by its other spellings too; without one the label is all there is.
  if (card === undefined) await refreshRegister(tx, id)
  else await refreshSearch(tx, card.id)
  return { id, slug: taken, ...(process !== undefined && { process }) }
}

// Another region's rows cannot be seen: the unique address itself says whether it is free.
async function insertUnder(
  tx: Tx,
  { row, wanted }: { row: Omit<Insertable<DB['relations.relations']>, 'slug'>; wanted: readonly string[] },
): Promise<string> {
  for (const slug of wanted) {
    const inserted = await tx
      .insertInto('relations.relations')
      .values({ ...row, slug })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (inserted !== undefined) return inserted.slug
  }
  throw fieldFailure('slug', 'taken')
}

/** What a relation is found by: the partner's names in every form, and its label. */
export function searchOf({ card, label }: { card: PartnerCard | undefined; label: string | null | undefined }): string {
  const words = [card?.name, card?.nativeName, ...Object.values(card?.names ?? {}), label]
  return foldForSearch(words.filter((word) => typeof word === 'string').join(' '))
}

export interface SeenStep {
  process: string
  step: StepId
  holder: string
  occurredOn: string
}

/** Notes that a step is known to have happened without its document: it moves nothing (product principle 2). */
export async function noteStep({ tx }: Acting, { process, step, holder, occurredOn }: SeenStep): Promise<void> {
  await tx
    .insertInto('relations.steps')
    .values({ id: newId(), process, step, holder, state: 'running', occurred_on: occurredOn })
    .execute()
}

// Each value comes with the word whether it was given; what was not given stays.
const writeMend = fixed<{ rev: number }>(`update relations.relations set rev = rev + 1,
  purpose = case when $3 then $4 else purpose end, label = case when $5 then $6 else label end,
  cooperation_type = case when $7 then $8 else cooperation_type end
  where id = $1 and rev = $2 returning rev`)

export interface RelationMend {
  id: string
  rev: number
  purpose?: string | null | undefined
  label?: string | null | undefined
  cooperationType?: CooperationType | null | undefined
}

/**
 * Corrects a relation's own values. Refused as `stale`, with what changed, when somebody was faster. A type that the
 * law does not pair with the partner is refused; one that fits decides whether its process is still an estimate.
 */
export async function mendRelation({ tx, act }: Acting, { id, rev, purpose, label, cooperationType }: RelationMend) {
  // Only what the register tells needs the lock before the rules; a purpose is locked by its own update.
  const isTold = label !== undefined || cooperationType !== undefined
  const partner = isTold ? (await lockRelation(tx, id)).partner : null
  // Without a partner the label is all the name a relation has.
  if (label === null && partner === null) throw fieldFailure('label', 'required')
  const runs = cooperationType === undefined ? undefined : await decideProcedure(tx, { partner, cooperationType })
  const given = [purpose, label, cooperationType].flatMap((value) => [value !== undefined, value ?? null])
  const [mended] = await writeMend(tx, [id, rev, ...given])
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.relations', id, rev })
  act.about(id)
  if (runs !== undefined) await settleProcesses(tx, { relation: id, runs })
  if (isTold) await refreshRegister(tx, id)
  return { id, rev: mended.rev }
}

/** The newest day on which something is recorded for a relation, for the order of lists. Told by later slices. */
export async function noteActivity(
  { tx }: Pick<Acting, 'tx'>,
  { id, occurredOn }: { id: string; occurredOn: string },
): Promise<void> {
  await lockRelation(tx, id)
  await noteNews(tx, { id, occurredOn })
  await refreshRegister(tx, id)
}

/** The register's line stands on what a relation is made of; an undo wrote some of it. */
export const refreshAfterUndo: AfterUndo = async ({ tx }, touched) => {
  const relations = new Set<string>()
  for (const { table_name, row_id, before, after } of touched) {
    const row = after ?? before
    if (table_name === 'relations.relations') relations.add(row_id)
    else if (partsOfRelation.has(table_name)) relations.add(String(row?.['relation']))
    else if (table_name === 'relations.steps') relations.add(await relationOfProcess(tx, String(row?.['process'])))
  }
  for (const id of relations) {
    if (await lockIfThere(tx, id)) await refreshRegister(tx, id)
    else await dropRegisterLine(tx, id)
  }
}

const partsOfRelation = new Set(['relations.fields', 'relations.processes', 'relations.documents', 'relations.texts'])

async function relationOfProcess(tx: Tx, process: string): Promise<string> {
  const row = await tx.selectFrom('relations.processes').select('relation').where('id', '=', process).executeTakeFirst()
  return row?.relation ?? process
}
