import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { mendActivity } from '../contract.ts'
import { conflictRows } from './conflict-rows.ts'
import { useWeekdayDoubt } from './doubts.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useStale } from '../../../ui/controls/use-stale.ts'
import type { ActivityView } from './use-activity.ts'
import { useDayOff } from './plan/off-words.ts'
import { useGuestCountries } from './use-guest-countries.ts'
import { VisitFields } from './visit-fields.tsx'
import { visitLabels } from './visit-labels.ts'
import { mendOf, valuesOf, type VisitValues } from './visit-values.ts'
import { words } from './messages/words.gen.ts'

const draftKey = (id: string) => `kegiatan/${id}`

/** Corrects what is recorded. Only what was changed is sent, so that two people may mend different values. */
export function MendVisit({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  return (
    <Opened label={words[language].mend} draft={draftKey(activity.id)}>
      {(close) => <MendForm activity={activity} onClose={close} />}
    </Opened>
  )
}

function MendForm({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [sure, setSure] = useState<string[]>([])
  const draft = useDraft(draftKey(activity.id), { base: valuesOf(activity), rev: activity.rev })
  const { values, base } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendActivity, {
    key: activity.id,
    async done(_, act) {
      close()
      sayDone(w.mended, act)
      await queries.invalidateQueries()
    },
  })
  const countries = useGuestCountries(activity.relations.map(({ id }) => id))
  const { failure, busy } = mending
  const weekdayDoubt = useWeekdayDoubt(values)
  const changes = useStale(failure)
  const isDayAsked = failure?.code === 'invalid' && doubtsOf(failure.details).includes('occurredOn')
  const dayOff = useDayOff(isDayAsked ? dateTyped(values.occurredOn) : undefined)
  const save = async (rev: number) => {
    const mend = mendOf(values, base)
    if (Object.keys(mend).length > 0) return await mending.send({ id: activity.id, rev, ...mend, ...(sure.length > 0 && { sure }) }) // prettier-ignore
    say({ text: w.unchanged })
    close()
  }
  if (changes !== undefined) {
    const rows = conflictRows(changes, { language, mine: mendOf(values, base) })
    return <Conflict rows={rows} busy={busy} onMine={() => void save(activity.rev)} onTheirs={close} />
  }
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const labels = visitLabels(language)
  const errors = formErrors(details ?? {}, { language, fields: labels })
  const asked = doubtsOf(details)
  const errorOf = (name: string) =>
    name === 'weekday' && asked.includes(name)
      ? weekdayDoubt
      : name === 'occurredOn' && asked.includes(name) && dayOff !== undefined
        ? dayOff
        : errors.find(({ field }) => field === name)?.fault
  const change = (changed: Partial<VisitValues>) => {
    draft.set(changed)
    if (sure.length > 0) setSure([])
  }
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <VisitFields values={values} onChange={change} errorOf={errorOf} countries={countries} isOpen>
        <Doubts details={details} labels={{ weekday: w.weekday, occurredOn: w.when }} sure={sure} onSure={setSure} />
      </VisitFields>
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
