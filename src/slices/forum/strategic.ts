import type { Call } from '../../platform/call.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { noteStrategic, type NewStrategic } from './commands.ts'
import { lockIssue, refuseAgency, refuseOthers, stale } from './locks.ts'

type Acts = Pick<Call, 'tx' | 'act' | 'who'>

/** Says which programme of the region, or which part of its vision, an issue or a cooperation supports. */
export async function linkStrategic(call: Acts, input: NewStrategic): Promise<{ id: string; rev: number }> {
  const { issue, relation } = input
  if ((issue === undefined) === (relation === undefined)) throw fieldFailure('issue', 'required')
  if (issue !== undefined) refuseOthers(call.who, await lockIssue(call.tx, issue))
  else refuseAgency(call.who)
  return await noteStrategic(call, input)
}

/** Takes such a line off; the history stays. */
export async function dropStrategic({ tx, act, who }: Acts, { id, rev }: { id: string; rev: number }) {
  const row = await tx
    .selectFrom('forum.strategic_links')
    .select(['issue', 'relation'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (row.issue === null) refuseAgency(who)
  else refuseOthers(who, await lockIssue(tx, row.issue))
  act.about(row.issue ?? row.relation ?? id)
  const gone = await tx
    .deleteFrom('forum.strategic_links')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) throw await stale(tx, { row: id, rev })
  return { id }
}
