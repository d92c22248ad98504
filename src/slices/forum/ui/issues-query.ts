import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { listIssues } from '../contract.ts'
import type { SoughtIssues } from './issue-filter.ts'

/** The issues that are sought, page by page. */
export function issuesQuery(sought: SoughtIssues) {
  return infiniteQueryOptions({
    queryKey: [listIssues.name, sought],
    queryFn: async ({ pageParam, signal }) =>
      await call(listIssues, { ...sought, ...(pageParam !== '' && { after: pageParam }), limit: 25 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listIssues.name },
  })
}
