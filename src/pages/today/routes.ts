import { read, type Route } from '../../platform/call.ts'
import { may } from '../../shared/permissions.ts'
import { readToday } from './contract.ts'
import { getToday } from './queries.ts'

export const routes: Route[] = [
  read(readToday, async ({ tx, who, on }) => {
    const today = await getToday(tx, on)
    // An agency and the administrator have a day of their own, but nothing of relations in it.
    return may(who.role, 'relations.read') ? today : { ...today, silent: [], more: 0, activities: [] }
  }),
]
