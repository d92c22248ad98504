import { read, type Route } from '../../platform/call.ts'
import { readPartnerPage } from './contract.ts'
import { getPartnerPage } from './queries.ts'

export const routes: Route[] = [
  read(readPartnerPage, async ({ tx, on }, { slug, per = on }) => await getPartnerPage(tx, { slug, on: per })),
]
