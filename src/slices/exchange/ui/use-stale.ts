import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../../shared/failure.ts'
import type { Acting } from '../../../ui/controls/act.ts'

/** What others changed, where somebody was faster; what they wrote is then read again. */
export function useStale({ failure }: Pick<Acting<never>, 'failure'>): readonly Change[] | undefined {
  const queries = useQueryClient()
  const isStale = failure?.code === 'stale'
  useEffect(() => void (isStale && queries.invalidateQueries()), [isStale, queries])
  return isStale ? (failure.details.changes ?? []) : undefined
}
