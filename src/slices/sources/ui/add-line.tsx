import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { addProvenance } from '../contract.ts'
import { SourcePicker } from './source-picker.tsx'
import { words } from './messages/words.gen.ts'

export type AddLineProps = { subject: string; field: string; onClose: () => void }

const base = { speaker: '', saidOn: '', summary: '', words: '', value: '' }

/** Says where a value comes from: which source, who said it, in our own words; another value only where it differs. */
export function AddLine({ subject, field, onClose }: AddLineProps) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [source, setSource] = useState<{ id: string; label: string }>()
  const draft = useDraft(`line/${subject}.${field}`, { base, rev: 0 })
  const { values, set } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addProvenance, {
    key: `${subject}.${field}`,
    async done(_, act) {
      close()
      sayDone(w.lineAdded, act)
      await queries.invalidateQueries()
    },
  })
  const send = async () => {
    const filled = Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''))
    await adding.send({ subject, field, ...filled, ...(source !== undefined && { source: source.id }) })
  }
  const labels = {
    source: w.whichSource,
    speaker: w.speaker,
    saidOn: w.saidOn,
    summary: w.summary,
    words: w.words,
    value: w.value,
  }
  const fields = Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [name, { id: `line-${name}`, label }]),
  )
  const errors = adding.failure?.code === 'invalid' ? formErrors(adding.failure.details, { language, fields }) : []
  const errorOf = (name: string) => errors.find(({ field: at }) => at === `line-${name}`)?.fault
  const line = (name: keyof typeof base, hint?: string) => ({
    id: `line-${name}`,
    label: labels[name],
    ...(hint !== undefined && { hint }),
    error: errorOf(name),
    value: values[name],
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation() // through the portal it would reach the form of the page
        void send()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      <SourcePicker
        id="line-source"
        label={w.whichSource}
        error={errorOf('source')}
        picked={source}
        onPick={setSource}
      />
      <TextField {...line('speaker')} onChange={(event) => set({ speaker: event.currentTarget.value })} />
      <DayField {...line('saidOn', w.dateHint)} onDay={(saidOn) => set({ saidOn })} />
      <LongTextField {...line('summary')} onChange={(event) => set({ summary: event.currentTarget.value })} />
      <LongTextField
        {...line('words', w.wordsHint)}
        rows={2}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <TextField {...line('value', w.valueHint)} onChange={(event) => set({ value: event.currentTarget.value })} />
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.saveLine} busy={adding.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
