import { read, type Route } from '../../platform/call.ts'
import { getRelation } from '../relations/queries.ts'
import { listActivities } from './contract.ts'
import { listActivities as findActivities } from './queries.ts'

export const routes: Route[] = [
  read(listActivities, async ({ tx, on }, { relation }) => {
    await getRelation(tx, { id: relation, on })
    return { rows: await findActivities(tx, { relation, on }) }
  }),
]
