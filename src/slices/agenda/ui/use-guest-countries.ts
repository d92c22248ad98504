import { useQueries } from '@tanstack/react-query'
import { queryOf } from '../../../ui/controls/query.ts'
import { readRelation } from '../../relations/contract.ts'

/** The countries of the partners of these relations (the first five), as ISO 3166 codes. */
export function useGuestCountries(relations: readonly string[]): string[] {
  const found = useQueries({ queries: relations.slice(0, 5).map((id) => queryOf(readRelation, { id })) })
  return [...new Set(found.flatMap(({ data }) => data?.partner?.country ?? []))]
}
