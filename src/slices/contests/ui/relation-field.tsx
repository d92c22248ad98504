import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { listRelations } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'

interface RelationFieldProps {
  id: string
  label: string
  error?: string | undefined
  text: string
  onWho: (who: { text: string; relation: string | undefined }) => void
}

/** A cooperation of the region, found by its partner's name. */
export function RelationField({ text, onWho, ...field }: RelationFieldProps) {
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
      onText={(typed) => onWho({ text: typed, relation: choices.find(({ label }) => label === typed)?.id })}
    />
  )
}
