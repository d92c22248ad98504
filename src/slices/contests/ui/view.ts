import type { z } from 'zod'
import type { contest, entry, listContests } from '../contract.ts'

export type ContestRow = z.output<typeof listContests.output>['rows'][number]
export type ContestView = z.output<typeof contest>
export type EntryView = z.output<typeof entry>

/** The window of a row, with what is not known left out. */
export function windowOf({
  opensOn,
  closesOn,
  closesTime,
  zone,
}: Pick<ContestRow, 'opensOn' | 'closesOn' | 'closesTime' | 'zone'>) {
  return {
    zone,
    ...(opensOn !== null && { opensOn }),
    ...(closesOn !== null && { closesOn }),
    ...(closesTime !== null && { closesTime }),
  }
}
