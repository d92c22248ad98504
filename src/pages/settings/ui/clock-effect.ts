import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { listClocks } from '../../../slices/relations/contract.ts'
import { queryOf } from '../../../ui/controls/query.ts'

type Clocks = z.output<typeof listClocks.output>['rows']

/** How many clocks have another limit than before. One that began or ended meanwhile was not moved. */
export function countMoved(before: Pick<Clocks[number], 'id' | 'dueOn'>[], after: typeof before): number {
  const limits = new Map(before.map(({ id, dueOn }) => [id, dueOn]))
  return after.filter(({ id, dueOn }) => limits.has(id) && limits.get(id) !== dueOn).length
}

/** What a change of the days off did to the clocks that run; undefined where that cannot be told. */
export async function readEffect(queries: QueryClient): Promise<number | undefined> {
  const asked = queryOf(listClocks, {})
  const before = queries.getQueryData(asked.queryKey)
  const after = await queries.fetchQuery({ ...asked, staleTime: 0 }).catch(() => undefined)
  return before === undefined || after === undefined ? undefined : countMoved(before.rows, after.rows)
}
