import { formatDate } from '../../../shared/format.ts'
import { isDate } from '../../../shared/dates.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { mendHoliday, removeHoliday } from '../../../slices/reference/contract.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { changedIn } from './changed.ts'
import { HolidayForm } from './holiday-form.tsx'
import { holidayDraftKey, type HolidayRow, type HolidayValues } from './holiday-values.ts'
import { SettingsConflict } from './settings-conflict.tsx'
import type { RowOpening } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** Mends or removes one day off. Only what was changed is sent. */
export function MendHoliday({ row, isFocused, onClose }: RowOpening & { row: HolidayRow }) {
  const language = useLanguage()
  const w = words[language]
  const base: HolidayValues = { day: row.day, kind: row.kind, name: row.name, basis: row.basis ?? '' }
  const draft = useDraft(holidayDraftKey(row.id), { base, rev: row.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const settled = { key: row.id, after: close, movesClocks: true }
  const mending = useSettledAct(mendHoliday, { ...settled, said: w.holidays.mended })
  const removing = useSettledAct(removeHoliday, { ...settled, said: w.holidays.removed })
  const { basis, day, name, kind } = changedIn(draft)
  const save = async (rev: number, sure: string[]) => {
    // An emptied day or name is sent as such, so that its field says that it is wanted.
    const mend = {
      ...(day !== undefined && { day: day ?? '' }),
      ...(kind !== undefined && kind !== null && { kind }),
      ...(name !== undefined && { name: name ?? '' }),
      ...(basis !== undefined && { basis }),
    }
    if (Object.keys(mend).length > 0) return await mending.send({ id: row.id, rev, ...mend, sure })
    say({ text: w.unchanged })
    close()
  }
  const stale = [mending, removing].find(({ failure }) => failure?.code === 'stale')
  if (stale !== undefined) {
    const kinds: Record<string, string> = referenceWords[language].holidayKind
    return (
      <SettingsConflict
        changes={stale.failure?.details.changes ?? []}
        labels={{ day: w.holidays.day, kind: w.holidays.kind, name: w.holidays.name, basis: w.holidays.basis }}
        mine={stale === mending ? { ...draft.values, kind: kinds[draft.values.kind] } : {}}
        write={(field, value) => {
          if (typeof value !== 'string') return ''
          if (field === 'day' && isDate(value)) return formatDate(value, language)
          return field === 'kind' ? (kinds[value] ?? value) : value
        }}
        busy={stale.busy}
        onMine={() => void (stale === mending ? save(row.rev, []) : removing.send({ id: row.id, rev: row.rev }))}
        onTheirs={close}
      />
    )
  }
  return (
    <HolidayForm
      id={row.id}
      draft={draft}
      acting={mending}
      label={w.save}
      isFocused={isFocused}
      onSave={(sure) => void save(draft.rev, sure)}
      onCancel={close}
      acts={
        <>
          <button
            type="button"
            className="btn sm loss"
            aria-busy={removing.busy}
            onClick={() => void removing.send({ id: row.id, rev: draft.rev })}
          >
            {w.holidays.remove}
          </button>
          <FailureNotice acting={removing} />
        </>
      }
    />
  )
}
