import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { listPartners } from '../contract.ts'

/** The region's partners that have every word of `q` somewhere in their names, page by page. */
export function partnersQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [listPartners.name, 'pages', q],
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listPartners,
        { ...(q !== '' && { q }), ...(pageParam !== '' && { after: pageParam }), limit: 25 },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listPartners.name },
  })
}
