import type { Acting } from '../../../../ui/controls/act.ts'
import { useStale } from '../../../../ui/controls/use-stale.ts'

/** Somebody was faster: says so, reads again what stands now, and leaves what was typed as it is. */
export function StaleNotice({ acting: { failure } }: { acting: Pick<Acting<never>, 'failure'> }) {
  return useStale(failure) === undefined ? null : <p role="alert">{failure?.message}</p>
}
