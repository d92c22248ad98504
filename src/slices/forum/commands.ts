import type { Call } from '../../platform/call.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listNames } from '../relations/queries.ts'
import { issueLimits, type StrategicKind } from './model.ts'

export { refuseTypeless } from './agreement.ts'
export { answerIssue, decideIssue, promiseIssue, refuseReopened } from './answering.ts'
export { publishIssue, rehearseIssue } from './publication.ts'
export { raiseByHand, raiseFromPoint } from './raising.ts'

type Acting = Pick<Call, 'tx' | 'act'>

export interface NewStrategic {
  issue?: string | undefined
  relation?: string | undefined
  kind: StrategicKind
  code?: string | undefined
  words: string
  sourceWords?: string | undefined
}

/** Notes what an issue or a cooperation supports of the region's own programmes; who may is asked before (strategic.ts). */
export async function noteStrategic(
  { tx, act }: Acting,
  { issue, relation, kind, code, words, sourceWords }: NewStrategic,
): Promise<{ id: string; rev: number }> {
  if (relation !== undefined && (await listNames(tx, [relation])).length === 0) throw new Failure('not_found')
  const [of, subject] = issue === undefined ? (['relation', relation ?? ''] as const) : (['issue', issue] as const)
  const rows = await tx.selectFrom('forum.strategic_links').select('position').where(of, '=', subject).execute()
  if (rows.length >= issueLimits.strategic) throw new Failure('too_large')
  const id = newId()
  await tx
    .insertInto('forum.strategic_links')
    .values({
      id,
      issue: issue ?? null,
      relation: relation ?? null,
      kind,
      code: code || null,
      words,
      source_words: sourceWords || null,
      position: Math.max(0, ...rows.map(({ position }) => position)) + 1,
    })
    .execute()
  act.about(subject)
  return { id, rev: 1 }
}
