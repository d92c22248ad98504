import type { ReactNode } from 'react'
import { useLanguage } from './visitor.ts'
import { joinDate, splitDate } from './partial-date.ts'
import { words } from './messages/words.gen.ts'

export type PartialDateFieldProps = {
  /** Of the day's input, where an error summary leads. */
  id: string
  label: string
  hint?: string
  error?: string | undefined
  /** As typed, or a partial date of the record; `dateTyped` makes a date of it again. */
  value: string
  onChange: (value: string) => void
  children?: ReactNode
}

/** A day as far as it is known: day and month may stay empty. Three plain inputs, quicker to type than a calendar. */
export function PartialDateField({ id, label, hint, error, value, onChange, children }: PartialDateFieldProps) {
  const w = words[useLanguage()].date
  const parts = splitDate(value)
  const described = [hint && `${id}-h`, error && `${id}-e`]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  const input = (part: keyof typeof parts, size: number) => (
    <label className="date-part">
      <span>{w[part]}</span>
      <input
        className="in"
        id={part === 'day' ? id : `${id}-${part}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        size={size}
        maxLength={size}
        aria-invalid={error === undefined ? undefined : true}
        value={parts[part]}
        onChange={(event) => onChange(joinDate({ ...parts, [part]: event.currentTarget.value.trim() }))}
      />
    </label>
  )
  return (
    <fieldset className="f date-parts" {...(described !== '' && { 'aria-describedby': described })}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="err" id={`${id}-e`}>
          {error}
        </p>
      )}
      <div className="date-row">
        {input('day', 2)}
        {input('month', 2)}
        {input('year', 4)}
        {children}
      </div>
    </fieldset>
  )
}
