import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ChoiceBox, type ChoiceBoxProps } from '../../../ui/controls/choice-box.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { listRelations } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'

export type RelationFieldProps = Pick<ChoiceBoxProps, 'id' | 'label' | 'hint' | 'error' | 'text'> & {
  /** The words in the field, and the cooperation whose partner they name; undefined while they name none. */
  onRelation: (said: { text: string; relation: string | undefined }) => void
}

/** A cooperation, found by any name of its partner. */
export function RelationField({ text, onRelation, ...field }: RelationFieldProps) {
  const language = useLanguage()
  const q = useDeferredValue(text.trim().slice(0, 200))
  const { data } = useQuery({
    ...queryOf(listRelations, { limit: 20, ...(q !== '' && { q }) }),
    placeholderData: keepPreviousData,
  })
  const choices = (data?.rows ?? []).map((row) => ({ id: row.id, label: partnerName(row, language) }))
  return (
    <ChoiceBox
      {...field}
      isNarrowed
      text={text}
      choices={choices}
      onText={(typed) => onRelation({ text: typed, relation: choices.find(({ label }) => label === typed)?.id })}
    />
  )
}
