import { useAct } from '../../../../ui/controls/act.ts'
import { ReasonForm } from '../../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { disqualifyEntry } from '../../judging-contract.ts'
import type { Judging } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'

/** Why an entry is put out of the ranking; it says beforehand what the world will read. */
export function DisqualifyForm({ entry, judging, onClose }: { entry: string; judging: Judging; onClose: () => void }) {
  const w = words[useLanguage()].part
  const saved = useSaved()
  const draft = useDraft(`diskualifikasi/${entry}`, { base: { reason: '' }, rev: judging.rev })
  const acting = useAct(disqualifyEntry, {
    key: entry,
    async done(_, act) {
      draft.clear()
      await saved(w.disqualifiedToast, act)
      onClose()
    },
  })
  return (
    <ReasonForm
      id={`diskualifikasi-${entry}`}
      words={{
        reason: w.disqualifyReason,
        why: judging.stage === 'announced' ? w.disqualifyWhyAnnounced : w.disqualifyWhy,
        go: w.disqualify,
      }}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={acting}
      onSend={() => void acting.send({ id: entry, rev: judging.rev, reason: draft.values.reason })}
      cancel={{ label: w.cancel, onCancel: onClose }}
    />
  )
}
