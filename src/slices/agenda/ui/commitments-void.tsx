import { useAct } from '../../../ui/controls/act.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { voidCommitment } from '../contract.ts'
import type { CommitmentView } from './commitments.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** A commitment that was noted wrongly is voided with its reason, and stays readable with its meeting. */
export function VoidCommitment({
  commitment: { id, rev },
  onClose,
}: {
  commitment: CommitmentView
  onClose: () => void
}) {
  const { commitments: w, cancel } = words[useLanguage()]
  const saved = useSaved()
  const key = `komitmen/${id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useAct(voidCommitment, {
    key,
    async done(_, act) {
      close()
      await saved(w.void.done, act)
    },
  })
  return (
    <ReasonForm
      id={`${id}-reason`}
      words={w.void}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={voiding}
      onSend={() => void voiding.send({ id, rev, reason: draft.values.reason })}
      cancel={{ label: cancel, onCancel: close }}
    />
  )
}
