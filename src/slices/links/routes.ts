import { read, write, type Route } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { revokeLink as endLink } from './commands.ts'
import { listLinks, revokeLink } from './contract.ts'
import { listLinks as findLinks } from './queries.ts'

/** `isKnown` says whether the region has a record: the ledger knows, and it names links as actors itself. */
export const routesWith = ({
  isKnown,
}: {
  isKnown: (tx: Tx, asked: { subject: string }) => Promise<boolean>
}): Route[] => [
  read(listLinks, async ({ tx }, { subject }) => {
    if (!(await isKnown(tx, { subject }))) throw new Failure('not_found')
    return { rows: await findLinks(tx, [subject]) }
  }),
  write(revokeLink, async (call, input) => await endLink(call, input)),
]
