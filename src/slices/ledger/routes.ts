import { read, readListed, write, type Route } from '../../platform/call.ts'
import { findAct } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Allow } from '../../shared/permissions.ts'
import { undoAct, type AfterUndo } from './commands.ts'
import { exportHistory, readAct, readHistory, undoAct as undoEndpoint, verifyLedger } from './contract.ts'
import { historyFile } from './list-file.ts'
import { isKnown, listHistory } from './queries.ts'
import { verifyRegion } from './verify.ts'

export interface Around {
  /** Slices that keep something derived from the rows an undo writes. */
  afterUndo: readonly AfterUndo[]
  /** What an act's verb asked of its actor. */
  allowOf(verb: string): Allow | undefined
  /** Records of upper slices whose acts a record's history tells too: the visits of a cooperation. */
  belongingTo(tx: Tx, subject: string): Promise<string[]>
}

export const routesWith = ({ afterUndo, allowOf, belongingTo }: Around): Route[] => [
  read(readHistory, async ({ tx, who }, input) => {
    const subjects = [input.subject, ...(await belongingTo(tx, input.subject))]
    const rows = await listHistory(tx, { ...input, subjects, account: who.account })
    if (rows.length === 0 && !(await isKnown(tx, input))) throw new Failure('not_found')
    return { rows }
  }),
  readListed(exportHistory, async (call, { subject }) => {
    const subjects = [subject, ...(await belongingTo(call.tx, subject))]
    return await historyFile(call, { subject, subjects })
  }),
  read(readAct, async ({ tx, who }, { id }) => {
    const known = await findAct(tx, id)
    // Another person's act is not told from one that never happened.
    if (known === undefined || known.account !== who.account) throw new Failure('not_found')
    return { verb: known.verb, answer: known.answer }
  }),
  write(undoEndpoint, async (call, { id }) => await undoAct(call, { id, afterUndo, allowOf })),
  read(verifyLedger, async ({ tx }) => await verifyRegion(tx)),
]
