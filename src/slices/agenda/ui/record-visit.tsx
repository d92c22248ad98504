import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord, formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { recordActivity } from '../contract.ts'
import { LikeThese, useWeekdayDoubt } from './doubts.tsx'
import { useDayOff } from './plan/off-words.ts'
import { useGuestCountries } from './use-guest-countries.ts'
import { VisitFields } from './visit-fields.tsx'
import { blankVisit, visitOf, type NewVisitValues } from './visit-values.ts'
import { visitLabels } from './visit-labels.ts'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { words } from './messages/words.gen.ts'

/** Who, when, where, what about: a visit saved with four fields. Everything typed survives a reload and a lost line. */
export function RecordVisit({ preset }: { preset: Pick<NewVisitValues, 'who' | 'relation'> | undefined }) {
  const language = useLanguage()
  const w = words[language]
  const sayDone = useSayDone()
  const draft = useDraft(`catat/${preset?.relation ?? 'kunjungan'}`, { base: { ...blankVisit, ...preset }, rev: 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const [saved, setSaved] = useState<string>()
  const recording = useAct(recordActivity, {
    key: 'catat',
    done({ slug }, act) {
      draft.clear()
      sayDone(w.recorded, act)
      setSaved(slug)
    },
  })
  useLeave(saved, draft.dirty)
  const countries = useGuestCountries(values.relation === '' ? [] : [values.relation])
  const { failure, busy } = recording
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const labels = visitLabels(language)
  const errors = formErrors(details ?? {}, { language, fields: labels })
  const asked = new Set(doubtsOf(details))
  const weekdayDoubt = useWeekdayDoubt(values)
  const dayOff = useDayOff(asked.has('occurredOn') ? dateTyped(values.occurredOn) : undefined)
  const doubt: Record<string, string | undefined> = { weekday: weekdayDoubt, about: w.doubtAbout, occurredOn: dayOff }
  const errorOf = (name: string) =>
    asked.has(name) && doubt[name] !== undefined ? doubt[name] : errors.find(({ field }) => field === name)?.fault
  // 'points.0' is the first line: too long, or one too many of them.
  const fault = details?.fields?.find(({ path }) => path.startsWith('points'))?.fault
  const pointsFault = fault && faultWord(language, fault)
  const change = (changed: Partial<NewVisitValues>) => {
    draft.set(changed)
    // What was confirmed was confirmed of other words.
    if (sure.length > 0) setSure([])
  }
  const drop = () => {
    const held = values
    draft.clear()
    recording.dismiss()
    say({ text: w.draftDropped, act: { label: w.bringBack, run: () => draft.set(held) } })
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void recording.send({ ...visitOf(values), ...(sure.length > 0 && { sure }) })
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <RelationField
        {...labels.who}
        hint={w.whoHint}
        error={errorOf('who')}
        text={values.who}
        onWho={({ text, relation }) => change({ who: text, relation: relation ?? '' })}
      />
      {asked.has('who') && (
        <LikeThese typed={values.who} onUse={({ id, name }) => change({ who: name, relation: id })} />
      )}
      <VisitFields
        values={values}
        onChange={change}
        errorOf={errorOf}
        countries={countries}
        isOpen={hasFolded(values) || asked.has('weekday') || pointsFault !== undefined}
        folded={
          <LongTextField
            id="points"
            label={w.points.title}
            hint={w.points.eachLine}
            error={pointsFault}
            rows={4}
            value={values.points}
            onChange={(event) => change({ points: event.currentTarget.value })}
          />
        }
      >
        <Doubts
          details={details}
          labels={Object.fromEntries(Object.entries(labels).map(([name, { label }]) => [name, label]))}
          sure={sure}
          onSure={setSure}
        />
      </VisitFields>
      <FailureNotice acting={recording} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} />
        {draft.dirty && (
          <button type="button" className="btn" onClick={drop}>
            {w.dropDraft}
          </button>
        )}
      </div>
    </form>
  )
}

/** A restored draft shows what it holds, also what is folded. */
const hasFolded = ({ kind, startsAt, endsAt, endedOn, weekday, initiator, note, points }: NewVisitValues) =>
  [kind, startsAt, endsAt, endedOn, weekday, initiator, note, points].some((value) => value !== '')

/** Goes to what was saved once nothing unsaved is left that would hold the visitor back. */
function useLeave(saved: string | undefined, dirty: boolean): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (saved !== undefined && !dirty) void navigate(`/kegiatan/${saved}`, { replace: true })
  }, [saved, dirty, navigate])
}
