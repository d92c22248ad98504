import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { nameIn } from '../../../shared/names.ts'
import { ChoiceBox, type ChoiceBoxProps } from '../../../ui/controls/choice-box.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useSettledText } from '../../../ui/controls/use-settled-text.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { findChoices } from '../contract.ts'
import { words } from './messages/words.gen.ts'

export type RelationFieldProps = Pick<ChoiceBoxProps, 'id' | 'label' | 'hint' | 'error' | 'text'> & {
  /** What is chosen from: cooperations by their partner's name, or partners. */
  of?: 'relation' | 'partner'
  /** Chosen already elsewhere, and so not offered. */
  except?: readonly string[]
  /** The words in the field, and which one they name; undefined while they name none. */
  onWho: (said: { text: string; relation: string | undefined }) => void
}

/** A cooperation or partner of the region, found by any of its names in four scripts, or words of one's own. */
export function RelationField({ of = 'relation', except = [], text, onWho, ...field }: RelationFieldProps) {
  const language = useLanguage()
  const q = useSettledText(text)
  const { data } = useQuery({
    ...queryOf(findChoices, { of, ...(q !== '' && { q }) }),
    placeholderData: keepPreviousData,
  })
  const choices = (data?.rows ?? [])
    .filter(({ id }) => !except.includes(id))
    .map(({ id, name, names }) => ({
      id,
      label: name === undefined ? words[language].unknownPartner : nameIn(language, { name, names }),
    }))
  // Of two that are called the same, the one that was taken: the control then writes its label as if it were typed.
  const taken = useRef<{ id: string; label: string }>(undefined)
  return (
    <ChoiceBox
      {...field}
      isNarrowed
      text={text}
      choices={choices}
      onText={(typed, id) => {
        if (id !== undefined) taken.current = { id, label: typed }
        const named = [taken.current, ...choices].find((choice) => choice?.label === typed)
        onWho({ text: typed, relation: named?.id })
      }}
    />
  )
}
