import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listRelations } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'

export type WhoFieldProps = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  text: string
  /** The words in the field, and the relation whose partner they name; undefined while they name none. */
  onWho: (who: { text: string; relation: string | undefined }) => void
}

/** Milliseconds of silence before the server is asked. */
const pause = 200
const shown = 20

/** A partner of the region, found by any of its names in four scripts, or words of one's own. */
export function WhoField({ text, onWho, ...field }: WhoFieldProps) {
  const language = useLanguage()
  const q = useSettled(text)
  const { data } = useQuery({
    ...queryOf(listRelations, { limit: shown, ...(q !== '' && { q }) }),
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

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim().slice(0, 200)), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
