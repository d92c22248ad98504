import { setForeignHoliday } from '../../../slices/reference/contract.ts'
import type { ForeignCountry } from '../../../slices/reference/model.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { RowForm } from './row-form.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type AddForeignHolidayProps = {
  country: ForeignCountry
  /** What stands there: a day that is in it is renamed. */
  rows: readonly { day: string; own: { rev: number } | null }[]
}

/** A day off of another country that the delivered table lacks, or names otherwise. */
export function AddForeignHoliday({ country, rows }: AddForeignHolidayProps) {
  const language = useLanguage()
  const w = words[language]
  const key = `hari-libur/${country}/baru`
  const draft = useDraft(key, { base: { day: '', name: '' }, rev: 0 })
  const adding = useSettledAct(setForeignHoliday, { key, said: w.foreign.saved, after: draft.clear })
  const { day, name } = draft.values
  const fields = {
    day: { id: 'foreign-day', label: w.holidays.day },
    name: { id: 'foreign-name', label: w.holidays.name },
  }
  const rev = rows.find((row) => row.day === day)?.own?.rev ?? 0
  return (
    <RowForm
      draft={draft}
      acting={adding}
      fields={fields}
      label={w.foreign.add}
      onSave={() => void adding.send({ country, day, name, rev })}
    >
      {(errorOf) => (
        <>
          <DayField
            id="foreign-day"
            label={w.holidays.day}
            error={errorOf('foreign-day')}
            value={day}
            onDay={(next) => draft.set({ day: next })}
          />
          <TextField
            id="foreign-name"
            label={w.holidays.name}
            error={errorOf('foreign-name')}
            value={name}
            maxLength={200}
            onChange={(event) => draft.set({ name: event.currentTarget.value })}
          />
        </>
      )}
    </RowForm>
  )
}
