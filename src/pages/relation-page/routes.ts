import { read, type Route } from '../../platform/call.ts'
import { readRelationPage } from './contract.ts'
import { getRelationPage } from './queries.ts'

export const routes: Route[] = [
  read(
    readRelationPage,
    async ({ tx, on }, { slug, per = on }) => (await getRelationPage(tx, { slug, on: per })) as never,
  ),
]
