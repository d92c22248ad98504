import type { Bundle, Result } from '../src/slices/contests/results-bundle.ts'
import type { Place } from '../src/slices/contests/ranking.ts'

export function recompute(result: Result): Omit<Place, 'category' | 'settledBy'>[]
/** What differs, as sentences; none when all is the same. */
export function check(bundle: Bundle): string[]
