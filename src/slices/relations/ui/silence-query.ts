import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../../../ui/controls/call.ts'
import { silenceKinds, type SilenceKind } from '../model.ts'
import { listSilences } from '../contract.ts'

export type SilenceView = z.output<typeof listSilences.output>['rows'][number]

const addressName = 'sebab'

/** Which reason an address asks for; what nobody here knows is left out. */
export function readKind(search: URLSearchParams): SilenceKind | undefined {
  const asked = search.get(addressName)?.replaceAll('-', '_')
  return silenceKinds.find((kind) => kind === asked)
}

export const addressOfKind = (kind: SilenceKind | undefined): Record<string, string> =>
  kind === undefined ? {} : { [addressName]: kind.replaceAll('_', '-') }

/** What is silent, page by page. */
export function silenceQuery(kind: SilenceKind | undefined) {
  return infiniteQueryOptions({
    queryKey: [listSilences.name, kind ?? ''],
    queryFn: async ({ pageParam, signal }) =>
      await call(listSilences, { ...(kind && { kind }), ...(pageParam !== '' && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listSilences.name },
  })
}
