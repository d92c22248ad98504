import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { judge } from '../contract.ts'
import type { SheetView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type JudgeFormProps = {
  subject: string
  field: string
  sheet: SheetView
  write: (value: unknown) => string
  onClose: () => void
}

/** Which source is followed, and why. It says so; the value in use is mended by an act of its own. */
export function JudgeForm({ subject, field, sheet, write, onClose }: JudgeFormProps) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLInputElement>(true)
  const { judgement, lines } = sheet
  const draft = useDraft(`judge/${subject}.${field}`, {
    base: { line: judgement?.line ?? '', reason: judgement?.reason ?? '' },
    rev: judgement?.rev ?? 0,
  })
  const close = () => {
    draft.clear()
    onClose()
  }
  const judging = useAct(judge, {
    key: `${subject}.${field}`,
    async done(_, act) {
      close()
      sayDone(w.judged, act)
      await queries.invalidateQueries()
    },
  })
  const isStale = judging.failure?.code === 'stale'
  const send = async () => {
    const { line, reason } = draft.values
    const rev = judgement?.rev
    await judging.send({ subject, field, line: line === '' ? null : line, reason, ...(rev !== undefined && { rev }) })
    await queries.invalidateQueries()
  }
  const fields = { reason: { id: 'judge-reason', label: w.reason } }
  const errors = judging.failure?.code === 'invalid' ? formErrors(judging.failure.details, { language, fields }) : []
  const choices = [
    { id: '', label: w.settledOurs },
    ...lines
      .filter(({ value }) => value !== undefined && value !== null)
      .map(({ id, value }) => ({ id, label: write(value) })),
  ]
  return (
    <form
      className="form gap3"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation() // through the portal it would reach the form of the page
        void send()
      }}
    >
      <fieldset className="f">
        <legend>
          <b>{w.which}</b>
        </legend>
        {choices.map(({ id, label }, index) => (
          <label className="pick" key={id}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name="judge-line"
              value={id}
              checked={draft.values.line === id}
              onChange={() => draft.set({ line: id })}
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </fieldset>
      <LongTextField
        {...fields.reason}
        hint={w.reasonHint}
        error={errors[0]?.fault}
        value={draft.values.reason}
        onChange={(event) => draft.set({ reason: event.currentTarget.value })}
      />
      {isStale && <p role="alert">{w.staleJudgement}</p>}
      <FailureNotice acting={judging} />
      <div className="acts">
        <SaveButton label={w.saveJudgement} busy={judging.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
