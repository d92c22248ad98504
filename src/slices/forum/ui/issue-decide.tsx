import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { decideIssue } from '../contract.ts'
import { isClosed, outcomes, whyNotDecide, type Outcome } from '../model.ts'
import { StaleLine } from './issue-parts.tsx'
import type { IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What becomes of an issue, with a reason or a note. What cannot be decided yet says what is missing. */
export function DecideForm({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const { id, standing, decided } = issue
  const draft = useDraft(`isu/${id}/keputusan`, { base: { reason: '' }, rev: 0 })
  const { reason } = draft.values
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const deciding = useAct(decideIssue, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.decided, act)
    },
  })
  const possible = outcomes.filter((outcome) => (outcome === 'dibuka_kembali') === isClosed(standing))
  const decide = async (outcome: Outcome) =>
    await deciding.send({
      id,
      outcome,
      ...(reason.trim() !== '' && { reason }),
      ...(decided !== undefined && { decided: decided.id }),
    })
  const details = deciding.failure?.code === 'invalid' ? deciding.failure.details : {}
  const [error] = formErrors(details, { language, fields: { reason: { id: 'keputusan-alasan', label: w.reason } } })
  const isUnanswered = whyNotDecide(standing, { outcome: 'selesai' }) === 'answer'
  return (
    <form className="form gap" noValidate onSubmit={(event) => event.preventDefault()}>
      <StaleLine failure={deciding.failure} />
      <LongTextField
        id="keputusan-alasan"
        label={w.reason}
        hint={isClosed(standing) ? undefined : w.needsReason}
        error={error?.fault}
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={(event) => draft.set({ reason: event.currentTarget.value })}
      />
      {isUnanswered && <p className="s st-wait">{w.needsAnswer}</p>}
      <FailureNotice acting={deciding} />
      <div className="acts">
        {possible.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className="btn sm"
            aria-busy={deciding.busy}
            onClick={() => void decide(outcome)}
          >
            {w.decide[outcome]}
          </button>
        ))}
        <button type="button" className="btn sm text" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
