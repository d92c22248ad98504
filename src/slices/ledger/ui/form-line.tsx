import type { ReactNode } from 'react'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { LongTextField, SelectField, TextField, type Choice } from '../../../ui/marks/field.tsx'

interface Control {
  id: string
  label: string
  hint?: string
  error: string | undefined
}

export interface FormLine {
  /** Its name in the contract. */
  name: string
  label: string
  hint?: string
  /** `day` is one as far as it is known, `date` one of the calendar. */
  kind?: 'long' | 'number' | 'day' | 'date' | 'time' | 'check'
  short?: boolean
  choices?: readonly Choice[]
  /** The column of the record, where somebody else may have written it meanwhile. */
  column?: string
  /** The path that is refused, where it is not the name. */
  path?: string
  /** A control of the slice's own. */
  draw?: (control: Control, at: { value: string; onSet: (change: Record<string, string>) => void }) => ReactNode
}

export type FormLineFieldProps = {
  line: FormLine
  id: string
  error: string | undefined
  values: Record<string, string>
  onSet: (change: Record<string, string>) => void
}

/** One line of a short form: its control by what it holds. */
export function FormLineField({ line, id, error, values, onSet }: FormLineFieldProps) {
  const { name, label, hint, kind, choices, draw } = line
  const value = values[name] ?? ''
  const short = line.short ?? (kind === 'number' || kind === 'date' || kind === 'time')
  const to = { id, label, error, ...(hint !== undefined && { hint }) }
  const typed = (event: { currentTarget: { value: string } }) => onSet({ [name]: event.currentTarget.value })
  if (draw !== undefined) return draw(to, { value, onSet })
  if (choices !== undefined) {
    return <SelectField {...to} choices={choices} value={value} short={line.short ?? false} onChange={typed} />
  }
  if (kind === 'long') return <LongTextField {...to} value={value} onChange={typed} />
  if (kind === 'day') return <DayField {...to} value={value} onDay={(day) => onSet({ [name]: day })} />
  if (kind === 'check') {
    return (
      <label className="pick">
        <input
          id={id}
          type="checkbox"
          checked={value === '1'}
          onChange={(event) => onSet({ [name]: event.currentTarget.checked ? '1' : '' })}
        />{' '}
        {label}
      </label>
    )
  }
  return (
    <TextField
      {...to}
      value={value}
      short={short}
      onChange={typed}
      autoComplete="off"
      maxLength={500}
      {...((kind === 'date' || kind === 'time') && { type: kind })}
      {...(kind === 'number' && { inputMode: 'numeric' as const })}
    />
  )
}
