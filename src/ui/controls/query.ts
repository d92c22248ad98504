import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import { call, isApiFailure } from './call.ts'

/**
 * A reading for TanStack Query. The key is the endpoint's name and its input, so two pages that ask the same share the
 * answer; `meta.awaits` says to the progress line what is awaited.
 */
export function queryOf<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, 'GET'>,
  input: z.input<Input>,
) {
  return queryOptions({
    queryKey: [endpoint.name, input] as const,
    queryFn: async ({ signal }): Promise<z.output<Output>> => await call(endpoint, input, { signal }),
    meta: { awaits: endpoint.name },
  })
}

/** A refusal stays a refusal; a lost line is tried twice more. */
export function mayRetry(failed: number, error: unknown): boolean {
  return failed < 2 && isApiFailure(error) && (error.code === 'lost' || error.code === 'unavailable')
}
