import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../../ui/controls/act.ts'
import { ReasonForm } from '../../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { leaveJury } from '../../judging-contract.ts'
import { words } from './messages/words.gen.ts'

/** Why a juror leaves; her links and sheets go with her. */
export function LeaveForm({ juror, onClose }: { juror: { id: string; rev: number }; onClose: () => void }) {
  const w = words[useLanguage()].part
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`juri-berhenti/${juror.id}`, { base: { reason: '' }, rev: juror.rev })
  const acting = useAct(leaveJury, {
    key: juror.id,
    async done(_, act) {
      draft.clear()
      sayDone(w.leftToast, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <ReasonForm
      id={`berhenti-${juror.id}`}
      words={{ reason: w.leaveReason, why: w.leaveWhy, go: w.leave }}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={acting}
      onSend={() => void acting.send({ id: juror.id, rev: juror.rev, reason: draft.values.reason })}
      cancel={{ label: w.cancel, onCancel: onClose }}
    />
  )
}
