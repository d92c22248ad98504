import { readRelationPage } from '../pages/relation-page/contract.ts'
import { perInput } from '../pages/relation-page/ui/use-per.ts'
import { waitingQuery } from '../slices/corrections/ui/corrections-query.ts'
import {
  mailQuery,
  readMailAddress,
  registerBookQuery,
  threadsQuery,
} from '../slices/letters/ui/mailroom/mail-query.ts'
import { readNextStep, readWork } from '../slices/relations/contract.ts'
import { queryOf } from '../ui/controls/query.ts'
import { queryClient } from './query-client.ts'
import { getSession } from './session.ts'

/** A relation's page and what is recorded of its process, so that nothing on it appears late. */
export async function readAhead(slug: string, per?: string): Promise<void> {
  const day = perInput(per)
  const { relation } = await queryClient.ensureQueryData(queryOf(readRelationPage, { slug, ...day }))
  const { permissions } = await getSession()
  await Promise.all([
    queryClient.ensureQueryData(queryOf(readWork, { id: relation.id, ...day })),
    permissions.includes('followup.read') &&
      queryClient.ensureQueryData(queryOf(readNextStep, { id: relation.id, ...day })),
    permissions.includes('corrections.read') && queryClient.ensureQueryData(waitingQuery(relation.id)),
  ])
}

/** What the page of letters shows first, by its address. */
export async function readMailAhead(search: URLSearchParams): Promise<void> {
  const { view, book, q, filter, year, all } = readMailAddress(search)
  if (view === 'threads') await queryClient.ensureInfiniteQueryData(threadsQuery({ q, all }))
  else if (view === 'register') {
    const { on } = await getSession()
    await queryClient.ensureInfiniteQueryData(registerBookQuery({ book, year: year === '' ? on.slice(0, 4) : year }))
  } else await queryClient.ensureInfiniteQueryData(mailQuery({ direction: view, q, filter, year }))
}

/** A country's page. Its contract knows programmes of work, and comes with the page for their sake. */
export async function readCountryAhead(country: string) {
  const { readCountryPage } = await import('../pages/country-page/contract.ts')
  return await queryClient.ensureQueryData(queryOf(readCountryPage, { country }))
}
