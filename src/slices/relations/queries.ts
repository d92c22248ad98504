import { fixed, type Entered, type Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { RelationRow } from './sheet.ts'

export { listOpenClocks } from './clocks.ts'
export { listFields } from './field-rows.ts'
export { listDocuments, listTexts } from './papers.ts'
export { listRelations } from './list.ts'
export { getCourse, getRelation, presentOne } from './sheet.ts'
export { countSilences, listSilences, listSilent, silentDaysOf } from './silence.ts'
export { listEnding, listNames, listUnnamed } from './waiting.ts'
export { getCase, getWork, prepareStep, readPlan } from './work.ts'

/** The same for the person behind a session, in one trip: $1 is the hash of her token, $2 the relation. */
export const relationEntered = fixed<Entered<RelationRow>>('select who, answer from relations.read_entered($1, $2)')

/** The id of a relation by its public slug. */
export async function getRelationId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.selectFrom('relations.relations').select('id').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

/** Whether the region has recorded any cooperation yet. */
export async function hasRelations(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('relations.relations').select('id').limit(1).executeTakeFirst()) !== undefined
}
