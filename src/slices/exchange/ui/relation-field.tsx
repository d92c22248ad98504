import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { nameIn } from '../../../shared/names.ts'
import { words as relationWords } from '../../relations/ui/messages/words.gen.ts'
import { findChoices } from '../contract.ts'
import type { RelationPicked } from './form-values.ts'
import { words } from './messages/words.gen.ts'

export type RelationFieldProps = {
  id: string
  error: string | undefined
  picked: readonly RelationPicked[]
  onPick: (picked: RelationPicked[]) => void
}

/** Milliseconds of silence before the server is asked. */
const pause = 200

/** One cooperation or more, found by any name of the partner. */
export function RelationField({ id, error, picked, onPick }: RelationFieldProps) {
  const language = useLanguage()
  const w = words[language].form
  const [text, setText] = useState('')
  const q = useSettled(text)
  const { data } = useQuery({
    ...queryOf(findChoices, q === '' ? {} : { q }),
    placeholderData: keepPreviousData,
  })
  const choices = (data?.relations ?? [])
    .filter((row) => picked.every((one) => one.id !== row.id))
    .map((row) => ({
      id: row.id,
      label: row.name === '' ? relationWords[language].unknownPartner : nameIn(language, row),
    }))
  return (
    <>
      <ChoiceBox
        id={id}
        label={w.relations}
        hint={w.relationHint}
        error={error}
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
            {w.removeRelation}
            <span className="vh">: {one.label}</span>
          </button>
        </p>
      ))}
    </>
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
