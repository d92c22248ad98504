import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Acting } from '../../../ui/controls/act.ts'

/** Who was told that somebody was faster has what stands now before her, and may press again with what she typed. */
export function useFreshWhenStale({ failure }: Pick<Acting<never>, 'failure'>): boolean {
  const queries = useQueryClient()
  const isStale = failure?.code === 'stale'
  useEffect(() => {
    if (isStale) void queries.invalidateQueries()
  }, [isStale, queries])
  return isStale
}
