import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { listCohorts, listRequests } from '../contract.ts'

/** Cohorts whose names have every word of `q`, page by page. */
export function cohortsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [listCohorts.name, 'pages', q],
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listCohorts,
        { ...(q !== '' && { q }), ...(pageParam !== '' && { after: pageParam }), limit: 25 },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listCohorts.name },
  })
}

/** Requests of companies by words of skill, school and company, page by page. */
export function requestsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [listRequests.name, 'pages', q],
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listRequests,
        { ...(q !== '' && { q }), ...(pageParam !== '' && { after: pageParam }), limit: 25 },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listRequests.name },
  })
}
