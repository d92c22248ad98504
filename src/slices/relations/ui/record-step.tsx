import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useAct } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField } from '../../../ui/marks/field.tsx'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import { outcomes, stepIds, type StepId } from '../../procedures/model.ts'
import { recordStep } from '../contract.ts'
import { PaperFields } from './paper-fields.tsx'
import {
  asksDprdAgain,
  emptyRecord,
  isAnswer,
  isText,
  paperOf,
  papersOf,
  recordFaults,
  recordInput,
} from './record-input.ts'
import { TextParticulars } from './text-particulars.tsx'
import { useLeave } from './use-leave.ts'
import { words } from './messages/words.gen.ts'

export type Recorded = z.output<typeof recordStep.output>

export type RecordStepProps = {
  relation: string
  /** The step that is offered first. */
  step: StepId
  /** The paper that is offered first, if the step knows it. */
  paper?: string
  /** Told with the answer and the act, for undo. */
  onRecorded: (recorded: Recorded, act: string) => void
  onCancel: () => void
}

/**
 * "Catat yang sudah terjadi": accepted at any step, whatever is still missing. With a paper it is documented; without
 * one it is kept as a staff note, and the form says so before it is sent.
 */
export function RecordStep({ relation, step, paper: offered = '', onRecorded, onCancel }: RecordStepProps) {
  const { language, on } = useVisitor()
  const w = words[language].record
  const p = procedureWords[language]
  const queries = useQueryClient()
  const draft = useDraft(`record/${relation}/${step}`, { base: { ...emptyRecord(step, on), kind: offered }, rev: 0 })
  const [sure, setSure] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const leave = useLeave(draft.dirty)
  const { values, set } = draft
  const recording = useAct(recordStep, {
    key: relation,
    async done(answer, act) {
      draft.clear()
      await queries.invalidateQueries()
      leave(() => onRecorded(answer, act))
    },
  })
  const label = labelsOf(language)
  const fields = Object.fromEntries(
    Object.entries(label).map(([path, text]) => [path, { id: `r-${path}`, label: text }]),
  )
  const refused = recording.failure?.code === 'invalid' ? recording.failure.details : undefined
  const own = tried ? recordFaults(values) : []
  const faults = [...own, ...(refused?.fields ?? [])].map(({ path, fault }) => ({ path: lastOf(path), fault }))
  const errors = formErrors({ fields: faults }, { language, fields }).map((error) =>
    error.field === 'r-file' ? { ...error, message: `${label.file}: ${w.fileMissing}`, fault: w.fileMissing } : error,
  )
  const errorOf = (path: string) => errors.find(({ field }) => field === `r-${path}`)?.fault
  const paper = paperOf(values)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (recordFaults(values).length === 0) void recording.send(recordInput(values, { id: relation, sure }))
      }}
    >
      <ErrorSummary title={words[language].fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].restored}</p>}
      <SelectField
        id="r-step"
        label={label.step}
        value={values.step}
        choices={stepIds.map((value, index) => ({ value, label: `${index + 1}. ${p.step[value]}` }))}
        onChange={(event) => set({ step: event.currentTarget.value as StepId, kind: '' })}
      />
      <DayField
        id="r-occurredOn"
        label={label.occurredOn}
        hint={w.dayHint}
        error={errorOf('occurredOn')}
        value={values.occurredOn}
        onDay={(occurredOn) => set({ occurredOn })}
      />
      {papersOf(values.step).length > 1 && (
        <SelectField
          id="r-kind"
          label={label.kind}
          value={paper ?? ''}
          choices={papersOf(values.step).map((value) => ({ value, label: p.document[value] }))}
          onChange={(event) => set({ kind: event.currentTarget.value })}
        />
      )}
      {isAnswer(values) && (
        <SelectField
          id="r-outcome"
          label={label.outcome}
          error={errorOf('outcome')}
          value={values.outcome}
          choices={[
            { value: '', label: w.outcomeUnknown },
            ...outcomes.map((value) => ({ value, label: w.outcomes[value] })),
          ]}
          onChange={(event) => set({ outcome: event.currentTarget.value })}
        />
      )}
      {asksDprdAgain(values) && (
        <fieldset className="f plain">
          <legend>{w.again.title}</legend>
          <p className="hint">{w.again.why}</p>
          {(['', 'yes'] as const).map((answer) => (
            <label key={answer} className="pick">
              <input
                type="radio"
                name="dprd-again"
                checked={values.dprdAgain === answer}
                onChange={() => set({ dprdAgain: answer })}
              />{' '}
              {answer === 'yes' ? w.again.yes : w.again.byChange}
            </label>
          ))}
        </fieldset>
      )}
      <PaperFields values={values} set={set} label={label} errorOf={errorOf} />
      {isText(values) && <TextParticulars values={values} set={set} label={label} errorOf={errorOf} />}
      <LongTextField
        id="r-note"
        label={label.note}
        error={errorOf('note')}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Doubts details={refused} labels={label} sure={sure} onSure={setSure} />
      <FailureNotice acting={recording} />
      <div className="acts">
        <SaveButton label={w.save} busy={recording.busy} />
        <button
          type="button"
          className="btn"
          onClick={() => {
            draft.clear()
            leave(onCancel)
          }}
        >
          {words[language].cancel}
        </button>
      </div>
    </form>
  )
}

const lastOf = (path: string): string => path.split('.').at(-1) ?? path

function labelsOf(language: keyof typeof words) {
  return words[language].record.label
}

export type RecordLabels = ReturnType<typeof labelsOf>
