import { read, type Route } from '../../platform/call.ts'
import { readCountryPage } from './contract.ts'
import { getCountryPage } from './queries.ts'

export const routes: Route[] = [
  read(readCountryPage, async ({ tx, on }, { country }) => await getCountryPage(tx, { country, on })),
]
