import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Acting } from '../../../../ui/controls/act.ts'

/** Somebody was faster: says so, reads again what stands now, and leaves what was typed as it is. */
export function StaleNotice({ acting: { failure } }: { acting: Pick<Acting<never>, 'failure'> }) {
  const queries = useQueryClient()
  const isStale = failure?.code === 'stale'
  useEffect(() => {
    if (isStale) void queries.invalidateQueries()
  }, [isStale, queries])
  return isStale ? <p role="alert">{failure.message}</p> : null
}
