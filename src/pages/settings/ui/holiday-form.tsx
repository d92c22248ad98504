import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { isDate } from '../../../shared/dates.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { type HolidayKind, holidayKinds } from '../../../slices/reference/model.ts'
import type { Acting } from '../../../ui/controls/act.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import type { HolidayValues } from './holiday-values.ts'
import { RowForm } from './row-form.tsx'
import { words } from './messages/words.gen.ts'

export type HolidayFormProps = {
  /** Distinguishes the controls of several forms on one page. */
  id: string
  draft: Draft<HolidayValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  isFocused?: boolean
  onSave: (sure: string[]) => void
  onCancel?: () => void
  acts?: ReactNode
}

/** A day off: which day, of which kind, called what, by which decree. */
export function HolidayForm({ id, draft, isFocused = false, ...form }: HolidayFormProps) {
  const language = useLanguage()
  const w = words[language].holidays
  const first = useFocusOnMount<HTMLInputElement>(isFocused)
  const fields = {
    day: { id: `day-${id}`, label: w.day },
    kind: { id: `kind-${id}`, label: w.kind },
    name: { id: `name-${id}`, label: w.name },
    basis: { id: `basis-${id}`, label: w.basis },
  }
  const { values } = draft
  return (
    <RowForm draft={draft} fields={fields} doubts={{ day: w.dayTaken }} {...form}>
      {(errorOf) => (
        <>
          <TextField
            {...fields.day}
            type="date"
            short
            ref={first}
            hint={isDate(values.day) ? formatDate(values.day, language, { weekday: true }) : undefined}
            error={errorOf(fields.day.id)}
            value={values.day}
            onChange={(event) => draft.set({ day: event.currentTarget.value })}
          />
          <SelectField
            {...fields.kind}
            short
            error={errorOf(fields.kind.id)}
            value={values.kind}
            choices={holidayKinds.map((value) => ({ value, label: referenceWords[language].holidayKind[value] }))}
            onChange={(event) => draft.set({ kind: event.currentTarget.value as HolidayKind })}
          />
          <TextField
            {...fields.name}
            error={errorOf(fields.name.id)}
            value={values.name}
            onChange={(event) => draft.set({ name: event.currentTarget.value })}
          />
          <TextField
            {...fields.basis}
            hint={w.basisHint}
            error={errorOf(fields.basis.id)}
            value={values.basis}
            onChange={(event) => draft.set({ basis: event.currentTarget.value })}
          />
        </>
      )}
    </RowForm>
  )
}
