import { useQuery } from '@tanstack/react-query'
import { readToday } from '../pages/today/contract.ts'
import { queryOf } from '../ui/controls/query.ts'
import { useVisitor } from '../ui/controls/visitor.ts'

/** How many things wait on the visitor's day; 0 for who has no such list. */
export function useWaiting(): number {
  const { may } = useVisitor()
  const { data } = useQuery({ ...queryOf(readToday, {}), enabled: may('today.read') && may('relations.read') })
  return data?.total ?? 0
}
