import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readPreparation } from '../contract.ts'

export const preparationQuery = queryOf(readPreparation, {})

/** Whether the region is still being prepared, by this person; asked only while that is possible. */
export function useOpenPreparation(): boolean {
  const { preparing } = useVisitor()
  const { data } = useQuery({ ...preparationQuery, enabled: preparing })
  return preparing && data?.open === true
}
