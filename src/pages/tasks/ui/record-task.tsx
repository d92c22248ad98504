import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isId } from '../../../shared/ids.ts'
import { formatDate } from '../../../shared/format.ts'
import { listOfRegion } from '../../../slices/agenda/contract.ts'
import { RecordHead } from '../../../slices/agenda/ui/record-page.tsx'
import { addFollowUp } from '../../../slices/followup/contract.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { listRelations, readRelation } from '../../../slices/relations/contract.ts'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { type Draft, useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { blankTask, TaskFields, taskFieldNames, type TaskValues } from './task-fields.tsx'
import { words } from './messages/words.gen.ts'

type Values = TaskValues & { of: string; relation: string; relationName: string; visit: string }

const kinds = ['relation', 'visit', 'region'] as const
type Kind = (typeof kinds)[number]

/** + Catat → Tindak lanjut: for a relation, a meeting, or the region itself. `?kerja-sama={id}` begins with that one. */
export function RecordTaskPage() {
  const language = useLanguage()
  const w = words[language]
  usePageTitle(w.add)
  const [search] = useSearchParams()
  const relation = search.get('kerja-sama') ?? ''
  const visit = search.get('kegiatan') ?? ''
  const isAsked = isId(relation)
  const { data, isError } = useQuery({ ...queryOf(readRelation, { id: relation }), enabled: isAsked })
  if (isAsked && data === undefined && !isError) return <RecordHead title={w.add} />
  const preset = data === undefined ? undefined : { id: data.id, name: partnerName(data, language) }
  return (
    <>
      <RecordHead title={w.add} />
      <p className="q">{w.intro}</p>
      <RecordTask
        key={preset?.id ?? visit}
        base={{
          ...blankTask,
          of: isId(visit) ? 'visit' : 'relation',
          relation: preset?.id ?? '',
          relationName: preset?.name ?? '',
          visit: isId(visit) ? visit : '',
        }}
      />
    </>
  )
}

function RecordTask({ base }: { base: Values }) {
  const language = useLanguage()
  const w = words[language]
  const sayDone = useSayDone()
  const navigate = useNavigate()
  const draft = useDraft<Values>(`catat/tindak-lanjut/${base.relation}${base.visit}`, { base, rev: 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const [saved, setSaved] = useState<string>()
  const adding = useAct(addFollowUp, {
    key: 'catat',
    done({ id }, act) {
      draft.clear()
      sayDone(w.added, act)
      setSaved(id)
    },
  })
  useEffect(() => {
    if (saved !== undefined && !draft.dirty) void navigate(`/tindak-lanjut/${saved}`, { replace: true })
  }, [saved, draft.dirty, navigate])
  const [isMissing, setMissing] = useState(false)
  const fields = { ...taskFieldNames(language), subject: { id: 'of', label: w.field.of } }
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : undefined
  const errors = [
    ...(isMissing ? [{ field: 'subject', message: w.chooseSubject, fault: w.chooseSubject }] : []),
    ...formErrors(details ?? {}, { language, fields }),
  ]
  const save = async () => {
    const { of, relation, relationName: _, visit, ...task } = values
    const subject = of === 'relation' ? relation : of === 'visit' ? visit : undefined
    setMissing(subject === '')
    if (subject === '') return
    const said = Object.fromEntries(Object.entries(task).filter(([, value]) => value.trim() !== ''))
    const what = task.what
    const meant = sure.length > 0 ? { sure } : {}
    await adding.send({ ...(subject !== undefined && { subject }), ...said, what, ...meant })
  }
  const taskDraft: Draft<TaskValues> = {
    ...draft,
    set(change) {
      draft.set(change)
      setSure([])
    },
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <SubjectFields draft={draft} error={isMissing ? w.chooseSubject : undefined} />
      <TaskFields draft={taskDraft} errors={errors} />
      <Doubts details={details} labels={{ dueOn: w.field.dueOn }} sure={sure} onSure={setSure} />
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.save} busy={adding.busy} />
      </div>
    </form>
  )
}

function SubjectFields({ draft, error }: { draft: Draft<Values>; error: string | undefined }) {
  const language = useLanguage()
  const w = words[language]
  const { values, set } = draft
  const typed = values.relationName.trim()
  const { data: relations } = useQuery({
    ...queryOf(listRelations, { limit: 10, ...(typed !== '' && values.relation === '' && { q: typed }) }),
    placeholderData: keepPreviousData,
    enabled: values.of === 'relation',
  })
  const { data: visits } = useQuery({ ...queryOf(listOfRegion, { limit: 50 }), enabled: values.of === 'visit' })
  const choices = (relations?.rows ?? []).map((row) => ({ id: row.id, label: partnerName(row, language) }))
  return (
    <>
      <fieldset className="f plain">
        <legend id="of">{w.field.of}</legend>
        {kinds.map((kind: Kind) => (
          <label key={kind} className="pick">
            <input type="radio" name="of" checked={values.of === kind} onChange={() => set({ of: kind })} />{' '}
            {w.of[kind]}
          </label>
        ))}
      </fieldset>
      {values.of === 'relation' && (
        <ChoiceBox
          id="subject"
          label={w.field.relation}
          hint={w.field.relationHint}
          error={error}
          text={values.relationName}
          choices={choices}
          isNarrowed={values.relation === '' && typed !== ''}
          onText={(text) =>
            set({ relationName: text, relation: choices.find(({ label }) => label === text)?.id ?? '' })
          }
        />
      )}
      {values.of === 'visit' && (
        <SelectField
          id="subject"
          label={w.field.visit}
          hint={w.field.visitHint}
          error={error}
          value={values.visit}
          choices={[
            { value: '', label: w.field.chooseVisit },
            ...(visits?.rows ?? []).map(({ id, about, occurredOn }) => ({
              value: id,
              label: `${formatDate(occurredOn, language, { short: true })} · ${about}`,
            })),
          ]}
          onChange={(event) => set({ visit: event.currentTarget.value })}
        />
      )}
    </>
  )
}
