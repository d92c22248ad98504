import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { z } from 'zod'
import { listRegister } from '../slices/oversight/contract.ts'
import { call } from '../ui/controls/call.ts'

type Asked = z.input<typeof listRegister.input>
export type RegisterRow = z.output<typeof listRegister.output>['rows'][number]
export type RegisterStatus = RegisterRow['status']

/** The register lines of the province, all or of one status, page by page. */
export function registerQuery(status: string) {
  return infiniteQueryOptions({
    queryKey: [listRegister.name, status],
    queryFn: async ({ pageParam, signal }) => {
      const asked: Asked = {
        ...(status !== '' && { status: status as RegisterStatus }), // the server refuses what is no status
        ...(pageParam !== '' && { after: pageParam }),
        limit: 50,
      }
      return await call(listRegister, asked, { signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listRegister.name },
  })
}
