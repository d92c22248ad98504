import { useQueries } from '@tanstack/react-query'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { fieldName } from '../../relations/embed.tsx'
import { nameFields } from '../../relations/contract.ts'
import type { PickedRelation } from '../../relations/ui/relations-field.tsx'

/** The named fields of some cooperations in the reader's language, and whether all of them are read. */
export function useFieldLabels(relations: readonly PickedRelation[]): {
  fields: { id: string; label: string }[]
  isRead: boolean
} {
  const language = useLanguage()
  const read = useQueries({ queries: relations.map(({ id }) => queryOf(nameFields, { id })) })
  const fields = read.flatMap(({ data }) =>
    (data?.rows ?? []).flatMap(({ id, sector, name }) => {
      const label = fieldName(language, { sector, name })
      return label === undefined ? [] : [{ id, label }]
    }),
  )
  return { fields, isRead: read.every(({ data }) => data !== undefined) }
}
