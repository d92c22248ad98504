import { read, type Route } from '../../platform/call.ts'
import { listPointsOfTheme } from '../../slices/agenda/queries.ts'
import { listSponsoredBy } from '../../slices/contests/queries.ts'
import { listAnsweredOf } from '../../slices/forum/queries.ts'
import { getPartnerId, listIdsOf } from '../../slices/partners/queries.ts'
import { listDiscussed, readBeside } from './contract.ts'

export const routes: Route[] = [
  read(listDiscussed, async ({ tx, on }) => ({ rows: await listPointsOfTheme(tx, { theme: 'csr_tjsl', on }) })),
  read(readBeside, async ({ tx, on }, { slug, year }) => {
    const asked = { partners: await listIdsOf(tx, await getPartnerId(tx, slug)), year: String(year) }
    const issues = await listAnsweredOf(tx, { ...asked, on })
    return {
      contests: await listSponsoredBy(tx, asked),
      issues: issues.map(({ id, slug: of, words, wordsLang, task }) => {
        return { id, slug: of, words, wordsLang, answeredOn: task?.endedOn ?? '' }
      }),
    }
  }),
]
