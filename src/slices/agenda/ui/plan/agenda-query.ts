import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../../../../ui/controls/call.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { listAgenda, listCommitments, listGifts, listMonth, listSeries } from '../../contract.ts'
import type { Looked } from './agenda-filter.ts'

export type AgendaRow = z.output<typeof listAgenda.output>['rows'][number]

const narrowed = ({ kind, relation, series, mine, q }: Looked) => ({
  ...(kind !== undefined && { kind }),
  ...(relation !== undefined && { relation }),
  ...(series !== undefined && { series }),
  ...(mine === true && { mine: 'true' }),
  ...(q !== undefined && { q }),
})

function asked(looked: Looked) {
  const when = looked.view === 'past' ? ('past' as const) : ('coming' as const)
  return { when, ...narrowed(looked), ...(when === 'past' && looked.year !== undefined && { year: looked.year }) }
}

/** The same list as a file: what is coming, what is past, or the month that is shown. */
export const fileInput = (looked: Looked, on: string) =>
  looked.view === 'month' ? { month: looked.month ?? on.slice(0, 7), ...narrowed(looked) } : asked(looked)

/** The coming or the past, page by page. */
export function agendaQuery(looked: Looked) {
  const input = asked(looked)
  return infiniteQueryOptions({
    queryKey: [listAgenda.name, input],
    queryFn: async ({ pageParam, signal }) =>
      await call(listAgenda, { ...input, ...(pageParam !== '' && { after: pageParam }), limit: 50 } as never, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listAgenda.name },
  })
}

/** The first rows for a message. */
export async function readForMessage(looked: Looked) {
  return await call(listAgenda, { ...asked(looked), limit: 40 } as never)
}

export const monthQuery = (looked: Looked, month: string) => ({
  ...queryOf(listMonth, { month, ...narrowed(looked) } as never),
  placeholderData: keepPreviousData,
})

/** The gifts register, page by page. */
export function giftsQuery(unreported: boolean) {
  return infiniteQueryOptions({
    queryKey: [listGifts.name, unreported],
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listGifts,
        {
          ...(unreported && { unreported: 'true' }),
          ...(pageParam !== '' && { after: pageParam }),
          limit: 50,
        } as never,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listGifts.name },
  })
}

/** What of the commitments is looked at, as their list and its file take it. */
export const commitmentsInput = ({ relation, side, q }: Looked) => ({
  ...(relation !== undefined && { relation }),
  ...(side !== undefined && { side }),
  ...(q !== undefined && { q }),
})

/** The commitments of the region, the newest meeting first, page by page. */
export function commitmentsQuery(looked: Looked) {
  const input = commitmentsInput(looked)
  return infiniteQueryOptions({
    queryKey: [listCommitments.name, 'pages', input],
    queryFn: async ({ pageParam, signal }) =>
      await call(listCommitments, { ...input, ...(pageParam !== '' && { after: pageParam }), limit: 50 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listCommitments.name },
  })
}

/** Reads ahead what the agenda's address shows. */
export async function readAgenda(
  client: QueryClient,
  { looked, on }: { looked: Looked; on: string },
): Promise<unknown> {
  if (looked.view === 'month') return await client.ensureQueryData(monthQuery(looked, looked.month ?? on.slice(0, 7)))
  if (looked.view === 'gifts') return await client.ensureInfiniteQueryData(giftsQuery(looked.unreported === true))
  if (looked.view === 'commitments') return await client.ensureInfiniteQueryData(commitmentsQuery(looked))
  return await Promise.all([
    client.ensureInfiniteQueryData(agendaQuery(looked)),
    looked.view === 'coming' && client.ensureQueryData(queryOf(listSeries, {})),
  ])
}
