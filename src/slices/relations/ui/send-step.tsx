import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
import { stepIds, type HolderId, type StepId } from '../../procedures/model.ts'
import { words as lawWords } from '../../procedures/ui/messages/words.gen.ts'
import { sendStep } from '../contract.ts'
import { holdersOf } from './record-input.ts'
import { useLeave } from './use-leave.ts'
import { words } from './messages/words.gen.ts'

export type SendStepProps = {
  relation: string
  /** What the form offers first; the day it was sent where it went out before. */
  offered: { step: StepId; holder: HolderId | undefined; sentOn: string }
  /** Told with the act, for undo. */
  onSent: (act: string) => void
  onCancel: () => void
}

/** On whose table a step lies: to whom it went, when, and when it was received. */
export function SendStep({ relation, offered, onSent, onCancel }: SendStepProps) {
  const { language } = useVisitor()
  const w = words[language].send
  const queries = useQueryClient()
  const base = { ...offered, holder: offered.holder ?? '', receivedOn: '', note: '' }
  const draft = useDraft<Record<string, string> & typeof base>(`send/${relation}/${offered.step}`, { base, rev: 0 })
  const [sure, setSure] = useState<string[]>([])
  const leave = useLeave(draft.dirty)
  const { values, set } = draft
  const sending = useAct(sendStep, {
    key: relation,
    async done(_, act) {
      draft.clear()
      await queries.invalidateQueries()
      leave(() => onSent(act))
    },
  })
  const holders = holdersOf(values.step)
  const holder = holders.find((id) => id === values.holder) ?? holders[0] ?? 'pemda'
  const isDprd = values.step === 'persetujuan_dprd' && holder === 'dprd'
  const label = { ...w.label, receivedOn: isDprd ? w.receivedAtDprd : w.label.receivedOn }
  const fields = Object.fromEntries(
    Object.entries(label).map(([path, text]) => [path, { id: `k-${path}`, label: text }]),
  )
  const refused = sending.failure?.code === 'invalid' ? sending.failure.details : undefined
  const errors = refused === undefined ? [] : formErrors(refused, { language, fields })
  const control = (path: keyof typeof label) => ({
    id: `k-${path}`,
    label: label[path],
    error: errors.find(({ field }) => field === `k-${path}`)?.fault,
    value: values[path],
  })
  const send = () => {
    const [receivedOn, note] = [values.receivedOn.trim(), values.note.trim()]
    void sending.send({
      id: relation,
      step: values.step,
      holder,
      sentOn: values.sentOn.trim(),
      ...(receivedOn !== '' && { receivedOn }),
      ...(note !== '' && { note }),
      ...(sure.length > 0 && { sure }),
    })
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary title={words[language].fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].restored}</p>}
      <SelectField
        {...control('step')}
        choices={stepIds.map((id, index) => ({
          value: id,
          label: `${index + 1}. ${procedureWords[language].step[id]}`,
        }))}
        onChange={(event) => set({ step: event.currentTarget.value as StepId, holder: '' })}
      />
      <SelectField
        {...control('holder')}
        value={holder}
        choices={holders.map((id) => ({ value: id, label: lawWords[language].desk[id] }))}
        onChange={(event) => set({ holder: event.currentTarget.value })}
      />
      <DayField {...control('sentOn')} hint={words[language].record.dayHint} onDay={(sentOn) => set({ sentOn })} />
      <DayField
        {...control('receivedOn')}
        hint={isDprd ? w.dprdHint : w.receivedHint}
        onDay={(receivedOn) => set({ receivedOn })}
      />
      <LongTextField {...control('note')} onChange={(event) => set({ note: event.currentTarget.value })} />
      <Doubts details={refused} labels={label} sure={sure} onSure={setSure} />
      <FailureNotice acting={sending} />
      <div className="acts">
        <SaveButton label={w.save} busy={sending.busy} />
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
