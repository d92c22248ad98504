/** How a relation begins, and learns who its partner is. */
import type { z } from 'zod'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import { enterPartner } from '../partners/commands.ts'
import { findPartner, listIdsOf } from '../partners/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { beginRelation, mendRelation } from './commands.ts'
import type * as contract from './contract.ts'
import { isAhead, refuseDoubtful } from './doubt.ts'
import type { Recording } from './filing.ts'
import { lockRelation, whyUntouched } from './locks.ts'
import { decideProcedure, settleProcesses } from './process.ts'
import { getCourse } from './queries.ts'
import { refreshSearch, searchWith } from './search.ts'

/**
 * Begins a relation with a partner of the region or a label. A partner has one relation; a second is refused, also where
 * it was entered twice. Of a merged one it begins with the one that is kept.
 */
export async function newRelation(call: Recording, input: z.output<typeof contract.newRelation.input>) {
  const { tx, on } = call
  const { partner, label, cooperationType, beganOn = on, sure } = input
  if (partner === undefined && label === undefined) throw fieldFailure('partner', 'required')
  refuseDoubtful(sure, { beganOn: isAhead(beganOn, on) })
  const card = partner === undefined ? undefined : await findPartner(tx, partner)
  if (partner !== undefined && card === undefined) throw new Failure('not_found')
  if (card !== undefined) await refuseSecond(tx, card.id)
  if (cooperationType !== undefined) await decideProcedure(tx, { partner: card?.id ?? null, cooperationType })
  const wanted = await slugsFor(tx, card?.name ?? label ?? '')
  const named = { ...(card !== undefined && { partner: card.id }), ...(label !== undefined && { label }) }
  const begun = await beginRelation(call, { slug: wanted, beganOn, ...named })
  if (cooperationType !== undefined) await mendRelation(call, { id: begun.id, rev: 1, cooperationType })
  const { course } = await getCourse(tx, begun.id)
  return { id: begun.id, slug: begun.slug, process: course.processes[0]?.id ?? null }
}

// The partner is held, so that of two people who begin with it at once the second sees what the first did.
async function refuseSecond(tx: Tx, partner: string): Promise<void> {
  const ids = await listIdsOf(tx, partner)
  await sql`select from partners.partners where id = ${partner}::uuid for no key update`.execute(tx)
  const { rows } = await sql`
    select from relations.relations where partner = any(${ids}::uuid[]) limit 1`.execute(tx)
  if (rows.length > 0) throw fieldFailure('partner', 'taken')
}

/** Public addresses in the order they are tried: the name, the name in its region, then with something of its own. */
async function slugsFor(tx: Tx, name: string): Promise<string[]> {
  const { slug: region } = await getRegion(tx)
  const words = foldForSearch(name).replace(/[^a-z0-9]+/g, '-')
  const base = words.slice(0, 80).replace(/^-|-$/g, '') || 'kerja-sama'
  return [base, `${base}-${region}`, `${base}-${region}-2`, `${base}-${newId().slice(-12)}`]
}

/**
 * Says who the partner of a relation is that had only a label: a known one, or a new one that is entered with it, so
 * that one undo takes both back. Its kind decides which procedure runs; a kind that the law does not pair with the type
 * that was decided is refused.
 */
export async function setPartner(call: Recording, input: z.output<typeof contract.setPartner.input>) {
  const { tx, act } = call
  const { id, rev, partner: named, newPartner, sure } = input
  const before = await lockRelation(tx, id)
  if (before.partner !== null) throw fieldFailure('partner', 'wrong')
  if ((named === undefined) === (newPartner === undefined)) throw fieldFailure('partner', 'required')
  const entered = newPartner === undefined ? named : (await enterPartner(call, { ...newPartner, sure })).id
  const card = await findPartner(tx, entered ?? '')
  if (card === undefined) throw new Failure('not_found')
  const partner = card.id
  await refuseSecond(tx, partner)
  const { row } = await getCourse(tx, id)
  // Written with the partner: a row that one act writes twice could not be undone.
  const search = await searchWith(tx, { partner, label: row.label })
  const runs = await decideProcedure(tx, { partner, cooperationType: row.cooperationType })
  const mended = await tx
    .updateTable('relations.relations')
    .set((set) => ({ partner, search, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'relations.relations', id, rev })
  if (runs !== undefined) await settleProcesses(tx, { relation: id, runs })
  act.about(id)
  await refreshSearch(tx, partner)
  const { course } = await getCourse(tx, id)
  const [process] = course.processes
  return { id, rev: mended.rev, process: process?.id ?? null, procedure: process?.procedure ?? null }
}
