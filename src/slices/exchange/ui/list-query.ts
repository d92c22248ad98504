import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { listExchanges } from '../contract.ts'
import { exchangeKinds, exchangeStandings, type ExchangeKind, type ExchangeStanding } from '../model.ts'

export interface Looked {
  q?: string
  kind?: ExchangeKind
  standing?: ExchangeStanding
}

/** What the address asks for: `?q=`, `?jenis=`, `?keadaan=`. */
export function lookedIn(search: URLSearchParams): Looked {
  const kind = exchangeKinds.find((one) => one === search.get('jenis'))
  const standing = exchangeStandings.find((one) => one === search.get('keadaan'))
  const q = (search.get('q') ?? '').slice(0, 200)
  return { ...(q !== '' && { q }), ...(kind !== undefined && { kind }), ...(standing !== undefined && { standing }) }
}

/** Exchanges as they are narrowed, page by page. */
export function exchangesQuery(looked: Looked) {
  return infiniteQueryOptions({
    queryKey: [listExchanges.name, 'pages', looked],
    queryFn: async ({ pageParam, signal }) =>
      await call(listExchanges, { ...looked, ...(pageParam !== '' && { after: pageParam }), limit: 25 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listExchanges.name },
  })
}
