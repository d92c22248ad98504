import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { listRelations } from '../contract.ts'

/** The region's relations that have every word of `q` somewhere in their names, page by page. */
export function listQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [listRelations.name, q],
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listRelations,
        { ...(q !== '' && { q }), ...(pageParam !== '' && { after: pageParam }), limit: 25 },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listRelations.name },
  })
}
