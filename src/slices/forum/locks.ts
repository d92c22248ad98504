import type { Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { isClosed } from './model.ts'
import { getIssueById, type Issue } from './queries.ts'

/** Locks an issue and reads it as it stands now. Refused as not found in another region. */
export async function lockIssue(tx: Tx, id: string): Promise<Issue> {
  const row = await tx.selectFrom('forum.issues').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return await getIssueById(tx, id)
}

/** Agency staff keep what their own agency answers; officers keep all of it. */
export function refuseOthers({ role, unit }: Pick<Who, 'role' | 'unit'>, { task }: Pick<Issue, 'task'>): void {
  if (role !== 'opd') return
  if (unit === undefined || task?.unit?.id !== unit) throw new Failure('forbidden')
}

/** The same of what is no agency's: a new issue, a cooperation as a whole. */
export function refuseAgency({ role }: Pick<Who, 'role'>): void {
  if (role === 'opd') throw new Failure('forbidden')
}

/** What is closed takes no promise, answer or point until it is opened again. */
export function refuseClosed({ standing }: Pick<Issue, 'standing'>): void {
  if (isClosed(standing)) throw new Failure('not_yet', { missing: [{ id: 'closed' }] })
}

/** Nothing was written: the row moved on since it was read. */
export async function stale(tx: Tx, { row, rev }: { row: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row, rev }) })
}
