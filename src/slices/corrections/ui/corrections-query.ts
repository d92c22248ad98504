import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { listCorrections } from '../contract.ts'

/** What readers wrote, a page at a time; all of it, or what waits for an answer. */
export function correctionsQuery(waiting: boolean) {
  return infiniteQueryOptions({
    queryKey: [listCorrections.name, { waiting }] as const,
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listCorrections,
        { ...(waiting && { state: 'new' as const }), ...(pageParam !== undefined && { after: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { awaits: listCorrections.name },
  })
}

/** What readers wrote about one record and nobody has answered; the record's page reads it ahead. */
export const waitingQuery = (subject: string) => queryOf(listCorrections, { subject, state: 'new', limit: 100 })
