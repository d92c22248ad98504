import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../shared/failure.ts'
import type { ApiFailure } from './call.ts'

/** What others changed, where somebody was faster: what stands now is read again, and what is typed stays. */
export function useStale(failure: ApiFailure | undefined): readonly Change[] | undefined {
  const queries = useQueryClient()
  const stale = failure?.code === 'stale' ? failure : undefined
  useEffect(() => void (stale !== undefined && queries.invalidateQueries()), [stale, queries])
  return stale && (stale.details.changes ?? [])
}
