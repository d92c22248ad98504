import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { countRelations, listRelations } from '../contract.ts'
import type { Sought } from './list-filter.ts'

/** The region's relations that are sought, page by page. */
export function listQuery(sought: Sought) {
  return infiniteQueryOptions({
    queryKey: [listRelations.name, sought],
    queryFn: async ({ pageParam, signal }) =>
      await call(listRelations, { ...sought, ...(pageParam !== '' && { after: pageParam }), limit: 25 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listRelations.name },
  })
}

/** How many each filter would show. */
export const countsQuery = (sought: Sought) => ({
  ...queryOf(countRelations, sought),
  placeholderData: keepPreviousData,
})

/** The first rows for a message; more than a message holds are not needed. */
export async function readForMessage(sought: Sought) {
  return await call(listRelations, { ...sought, limit: 40 })
}
