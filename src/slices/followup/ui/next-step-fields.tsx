import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { listUnits } from '../../reference/contract.ts'
import { DayBeside } from '../../reference/ui/day-beside.tsx'
import { words as followupWords } from '../messages/words.gen.ts'
import { origins, reasons } from '../model.ts'
import type { NextStepValues } from './next-step-values.ts'
import { words } from './messages/words.gen.ts'

export type NextStepFieldsProps = {
  /** Distinguishes the controls of several steps on one page; the first one is `${id}-what`. */
  id: string
  /** Whose step it is, where there are several. */
  title?: string
  values: NextStepValues
  onChange: (change: Partial<NextStepValues>) => void
  /** What is wrong with 'what', 'reason' or 'dueOn'. */
  errorOf?: (name: 'what' | 'reason' | 'dueOn') => string | undefined
}

/** Something to do, with who and until when, or one of three ready reasons; for any form that asks what follows. */
export function NextStepFields({ id, title, values, onChange, errorOf = () => undefined }: NextStepFieldsProps) {
  const language = useLanguage()
  const w = words[language]
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const group = useId()
  const choices = [
    { value: 'something', label: w.something },
    ...reasons.map((value) => ({ value, label: followupWords[language].reason[value] })),
  ]
  const isOpen = values.choice === 'something'
  const missing = errorOf('what') ?? errorOf('reason')
  return (
    <fieldset className="f plain">
      <legend>{title ?? w.choice}</legend>
      {!isOpen && missing !== undefined && <p className="err">{missing}</p>}
      {choices.map(({ value, label }, at) => (
        <label className="pick" key={value}>
          <input
            type="radio"
            id={at === 0 ? `${id}-choice` : undefined}
            name={group}
            checked={values.choice === value}
            onChange={() => onChange({ choice: value })}
          />
          {label}
        </label>
      ))}
      {isOpen && (
        <div className="form gap">
          <TextField
            id={`${id}-what`}
            label={w.what}
            error={missing}
            maxLength={500}
            value={values.what}
            onChange={(event) => onChange({ what: event.currentTarget.value })}
          />
          <SelectField
            id={`${id}-unit`}
            label={w.unit}
            value={values.unit}
            choices={[
              { value: '', label: w.noUnit },
              ...(units?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
            ]}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          />
          <TextField
            id={`${id}-owner`}
            label={w.owner}
            maxLength={200}
            value={values.owner}
            onChange={(event) => onChange({ owner: event.currentTarget.value })}
          />
          <SelectField
            id={`${id}-origin`}
            label={w.origin}
            value={values.origin}
            choices={[
              { value: '', label: w.ownIdea },
              ...origins.map((value) => ({ value, label: followupWords[language].origin[value] })),
            ]}
            onChange={(event) => onChange({ origin: event.currentTarget.value })}
          />
          <TextField
            id={`${id}-dueOn`}
            label={w.dueOn}
            error={errorOf('dueOn')}
            type="date"
            short
            value={values.dueOn}
            onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
          />
          <DayBeside day={values.dueOn} abroad />
        </div>
      )}
    </fieldset>
  )
}
