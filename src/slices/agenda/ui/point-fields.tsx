import { useEffect, useRef } from 'react'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words as agendaWords } from '../messages/words.gen.ts'
import { themes } from '../model.ts'
import { words } from './messages/words.gen.ts'

export type PointFieldsProps = {
  id: string
  values: { words: string; theme: string }
  onChange: (change: Partial<{ words: string; theme: string }>) => void
  error: string | undefined
  /** Whether a press has just opened them. */
  isFocused?: boolean
}

/** A point in words, and the theme by which somebody in charge is proposed. */
export function PointFields({ id, values, onChange, error, isFocused = false }: PointFieldsProps) {
  const language = useLanguage()
  const { points: w, undecided } = words[language]
  const said = useRef<HTMLInputElement>(null)
  useEffect(() => void (isFocused && said.current?.focus()), [isFocused])
  return (
    <>
      <TextField
        id={`${id}-words`}
        ref={said}
        label={w.words}
        error={error}
        maxLength={500}
        autoComplete="off"
        value={values.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <SelectField
        id={`${id}-theme`}
        label={w.theme}
        hint={w.themeHint}
        value={values.theme}
        choices={[
          { value: '', label: undecided },
          ...themes.map((value) => ({ value, label: agendaWords[language].theme[value] })),
        ]}
        onChange={(event) => onChange({ theme: event.currentTarget.value })}
      />
    </>
  )
}
