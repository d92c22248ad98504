import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { listRelations } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'
import type { RelationPicked } from './service-values.ts'
import { words } from './messages/words.gen.ts'

interface RelationFieldProps {
  id: string
  picked: readonly RelationPicked[]
  onPick: (picked: RelationPicked[]) => void
}

/** The cooperations a service belongs to, found by any name of the partner. */
export function RelationField({ id, picked, onPick }: RelationFieldProps) {
  const language = useLanguage()
  const { service, form } = words[language]
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim().slice(0, 200))
  const { data } = useQuery({
    ...queryOf(listRelations, { limit: 20, ...(q !== '' && { q }) }),
    placeholderData: keepPreviousData,
  })
  const choices = (data?.rows ?? [])
    .filter((row) => picked.every((one) => one.id !== row.id))
    .map((row) => ({ id: row.id, label: partnerName(row, language) }))
  return (
    <>
      <ChoiceBox
        id={id}
        label={service.relations}
        hint={form.relationHint}
        isNarrowed
        text={text}
        choices={choices}
        onText={(typed) => {
          const found = choices.find(({ label }) => label === typed)
          setText(found === undefined ? typed : '')
          if (found !== undefined) onPick([...picked, found])
        }}
      />
      {picked.map((one) => (
        <p key={one.id} className="acts">
          <bdi>{one.label}</bdi>
          <button
            type="button"
            className="btn sm text"
            onClick={() => onPick(picked.filter((other) => other.id !== one.id))}
          >
            {form.removeRelation}
            <span className="vh">: {one.label}</span>
          </button>
        </p>
      ))}
    </>
  )
}
