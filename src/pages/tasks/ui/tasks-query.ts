import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { listTasks } from '../contract.ts'
import type { Sought } from './task-filter.ts'

/** The follow-ups that are sought, page by page. */
export function tasksQuery(sought: Sought) {
  return infiniteQueryOptions({
    queryKey: [listTasks.name, sought],
    queryFn: async ({ pageParam, signal }) =>
      await call(listTasks, { ...sought, ...(pageParam !== '' && { after: pageParam }), limit: 25 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listTasks.name },
  })
}

/** The first rows for a message; more than a message holds are not needed. */
export async function readForMessage(sought: Sought) {
  return await call(listTasks, { ...sought, limit: 40 })
}
