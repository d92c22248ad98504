import { useState, type ComponentProps } from 'react'
import { isPartialDate, tidyDay } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import { TextField } from '../marks/field.tsx'
import { useLanguage } from './visitor.ts'

export type DayFieldProps = Pick<ComponentProps<typeof TextField>, 'id' | 'label' | 'hint' | 'error'> & {
  /** As typed, or a partial date. */
  value: string
  /** Told the day as the product writes it, 2026-11-20, also where 20-11-2026 or 20/11/2026 was typed. */
  onDay: (day: string) => void
}

/** A day as far as it is known, typed in one line. What was typed stays; below it stands the day that it was read as. */
export function DayField({ value, onDay, ...line }: DayFieldProps) {
  const language = useLanguage()
  const [typed, setTyped] = useState(value)
  // A draft that was dropped or came back from elsewhere is shown instead of what was typed before it.
  const shown = tidyDay(typed) === value ? typed : value
  const isRead = value.length > 4 && isPartialDate(value)
  return (
    <div>
      <TextField
        {...line}
        short
        inputMode="numeric"
        autoComplete="off"
        value={shown}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          onDay(tidyDay(currentTarget.value))
        }}
      />
      <p className="s q" aria-live="polite">
        {isRead && formatDate(value, language)}
      </p>
    </div>
  )
}
