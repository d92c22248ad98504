import { addHoliday } from '../../../slices/reference/contract.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { HolidayForm } from './holiday-form.tsx'
import { holidayDraftKey, type HolidayValues } from './holiday-values.ts'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

const blank: HolidayValues = { day: '', kind: 'daerah', name: '', basis: '' }

/** "Tambah hari libur": most often a day of the region itself, which no joint decree has. */
export function AddHoliday() {
  const w = words[useLanguage()].holidays
  const key = holidayDraftKey('new')
  const draft = useDraft(key, { base: blank, rev: 0 })
  const adding = useSettledAct(addHoliday, { key, said: w.added, after: draft.clear, movesClocks: true })
  const save = async (sure: string[]) => {
    const { basis, ...values } = draft.values
    await adding.send({ ...values, ...(basis !== '' && { basis }), sure })
  }
  return (
    <section className="sec after">
      <h2>{w.addTitle}</h2>
      <HolidayForm id="new" draft={draft} acting={adding} label={w.add} onSave={(sure) => void save(sure)} />
    </section>
  )
}
