import { QueryClient } from '@tanstack/react-query'
import { mayRetry } from '../ui/controls/query.ts'

/** Answers stay fresh for half a minute. Nothing is paused while offline: a lost line is told, not waited for. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: mayRetry, networkMode: 'always' } },
})
