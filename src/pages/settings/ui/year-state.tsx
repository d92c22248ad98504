import { useState } from 'react'
import { mendHolidayYear } from '../../../slices/reference/contract.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import type { HolidayYear } from './holiday-values.ts'
import { RowForm } from './row-form.tsx'
import { SettingsConflict } from './settings-conflict.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type YearStateProps = { year: HolidayYear; mayMend: boolean }

/** Whether the table of the year is complete, and by which decree: without it every date that reaches into it is provisional. */
export function YearState({ year, mayMend }: YearStateProps) {
  const w = words[useLanguage()].holidays
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <p className={year.complete ? undefined : 'st-wait'}>
        {year.complete
          ? w.complete({ year: String(year.year), basis: year.basis ?? '' })
          : w.incomplete({ year: String(year.year) })}
      </p>
      {mayMend && !isOpen && (
        <p className="acts gap">
          <button type="button" className="btn sm" onClick={() => setOpen(true)}>
            {w.mendYear}
          </button>
        </p>
      )}
      {mayMend && isOpen && <MendYear key={year.year} year={year} onClose={() => setOpen(false)} />}
    </div>
  )
}

type YearValues = { basis: string; complete: 'yes' | 'no' }

function MendYear({ year: { year, rev, ...stood }, onClose }: { year: HolidayYear; onClose: () => void }) {
  const w = words[useLanguage()]
  const key = `settings/holiday-year/${year}`
  const base: YearValues = { basis: stood.basis ?? '', complete: stood.complete ? 'yes' : 'no' }
  const draft = useDraft(key, { base, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useSettledAct(mendHolidayYear, { key, said: w.holidays.yearMended, after: close })
  const { basis, complete } = draft.values
  const save = async (seen: number) =>
    await mending.send({ year, rev: seen, basis: basis === '' ? null : basis, complete: complete === 'yes' })
  if (mending.failure?.code === 'stale') {
    const { busy } = mending
    return (
      <SettingsConflict changes={[]} labels={{}} mine={{}} busy={busy} onMine={() => void save(rev)} onTheirs={close} />
    )
  }
  const field = { id: `basis-${year}`, label: w.holidays.basis }
  return (
    <RowForm
      draft={draft}
      acting={mending}
      fields={{ basis: field }}
      label={w.save}
      onSave={() => void save(draft.rev)}
      onCancel={close}
    >
      {(errorOf) => (
        <>
          <TextField
            {...field}
            hint={w.holidays.yearBasisHint}
            error={errorOf(field.id)}
            value={basis}
            onChange={(event) => draft.set({ basis: event.currentTarget.value })}
          />
          <div className="f">
            <label className="pick">
              <input
                type="checkbox"
                checked={complete === 'yes'}
                onChange={({ currentTarget: { checked } }) => draft.set({ complete: checked ? 'yes' : 'no' })}
              />
              {w.holidays.isComplete({ year: String(year) })}
            </label>
          </div>
        </>
      )}
    </RowForm>
  )
}
