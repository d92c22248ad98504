import { tidyDay } from '../../../../shared/dates.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { agreeSummary } from '../../contract.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

const blank = { how: 'surat', on: '', reference: '', by: '' }

/** Agreed by letter or mail: when, and under which reference. */
export function AgreeByPaper({ minutes, onClose }: { minutes: MinutesView; onClose: () => void }) {
  const language = useLanguage()
  const { sum, fix, cancel } = words[language]
  const w = sum.agree
  const saved = useSaved()
  const id = minutes.id ?? ''
  const draft = useDraft(`notulen/${id}/sepakat`, { base: blank, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const agreeing = useAct(agreeSummary, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const fields = {
    on: { id: 'agree-on', label: w.on },
    reference: { id: 'agree-reference', label: w.reference },
    by: { id: 'agree-by', label: w.by },
  }
  const details = agreeing.failure?.code === 'invalid' ? agreeing.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const to = (name: keyof typeof fields) => ({
    ...fields[name],
    error: errors.find(({ field }) => field === fields[name].id)?.fault,
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => draft.set({ [name]: event.currentTarget.value }),
  })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { how, on, reference, by } = values
        const said = { on: tidyDay(on), how: how as 'surat' | 'surel', reference, ...(by.trim() !== '' && { by }) }
        void agreeing.send({ id, rev: minutes.rev, ...said })
      }}
    >
      <ErrorSummary title={fix} errors={errors} />
      <SelectField
        id="agree-how"
        label={w.how}
        short
        value={values.how}
        choices={(['surat', 'surel'] as const).map((value) => ({ value, label: w[value] }))}
        onChange={(event) => draft.set({ how: event.currentTarget.value })}
      />
      <TextField {...to('on')} hint={w.onHint} short />
      <TextField {...to('reference')} maxLength={200} />
      <TextField {...to('by')} maxLength={200} />
      <FailureNotice acting={agreeing} />
      <div className="acts">
        <SaveButton label={w.save} busy={agreeing.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  )
}
