import type { ReactNode } from 'react'
import { nameIn } from '../../../shared/names.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import type { ActivityView } from './use-activity.ts'
import { words } from './messages/words.gen.ts'

export type CommitmentValues = { words: string; told: string; dueOn: string; relation: string }

export const blankCommitment: CommitmentValues = { words: '', told: '', dueOn: '', relation: '' }

/** The controls of a commitment and what they are called, by their name in the contract. */
export function useCommitmentFields(id: string) {
  const { commitments: w } = words[useLanguage()]
  return {
    words: { id: `${id}-words`, label: w.words },
    told: { id: `${id}-told`, label: w.told },
    dueOn: { id: `${id}-due`, label: w.dueOn },
    relation: { id: `${id}-relation`, label: w.relation },
  }
}

export type CommitmentFieldsProps = {
  fields: ReturnType<typeof useCommitmentFields>
  values: CommitmentValues
  onChange: (change: Partial<CommitmentValues>) => void
  /** What is wrong with a control, by its id. */
  errorOf: (id: string) => string | undefined
  relations: ActivityView['relations']
  /** Who gave it, between the words and to whom. */
  children?: ReactNode
}

/** What was promised, to whom, until when if it was said, and to which cooperation it belongs where there are several. */
export function CommitmentFields({ fields, values, onChange, errorOf, relations, children }: CommitmentFieldsProps) {
  const language = useLanguage()
  const { commitments: w } = words[language]
  return (
    <>
      <LongTextField
        {...fields.words}
        error={errorOf(fields.words.id)}
        rows={3}
        maxLength={1000}
        value={values.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      {children}
      <TextField
        {...fields.told}
        hint={w.toldHint}
        error={errorOf(fields.told.id)}
        maxLength={200}
        autoComplete="off"
        value={values.told}
        onChange={(event) => onChange({ told: event.currentTarget.value })}
      />
      <DayField
        {...fields.dueOn}
        hint={w.dueHint}
        error={errorOf(fields.dueOn.id)}
        value={values.dueOn}
        onDay={(dueOn) => onChange({ dueOn })}
      />
      {relations.length > 1 && (
        <SelectField
          {...fields.relation}
          value={values.relation}
          choices={[
            { value: '', label: w.everyRelation },
            ...relations.map(({ id, ...named }) => ({ value: id, label: nameIn(language, named) })),
          ]}
          onChange={(event) => onChange({ relation: event.currentTarget.value })}
        />
      )}
    </>
  )
}
