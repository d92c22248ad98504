import { read, type Route } from '../../platform/call.ts'
import { may } from '../../shared/permissions.ts'
import { readToday } from './contract.ts'
import { emptyDay, getToday } from './queries.ts'

export const routes: Route[] = [
  read(readToday, async ({ tx, who, on }, { all }) => {
    // An agency and the administrator have a day of their own, but nothing of relations in it.
    if (!may(who.role, 'relations.read')) return emptyDay(on)
    return await getToday(tx, { on, all: all === true, may: (permission) => may(who.role, permission) })
  }),
]
