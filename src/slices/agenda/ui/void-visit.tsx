import { useAct } from '../../../ui/controls/act.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { voidActivity } from '../contract.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** A wrong record is voided with its reason, and stays readable. */
export function VoidVisit({ activity }: { activity: ActivityView }) {
  const { void: w } = words[useLanguage()]
  return <Opened label={w.title}>{(close) => <VoidForm activity={activity} onClose={close} />}</Opened>
}

function VoidForm({ activity: { id, rev }, onClose }: { activity: ActivityView; onClose: () => void }) {
  const { void: w, cancel } = words[useLanguage()]
  const saved = useSaved()
  const key = `kegiatan/${id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useAct(voidActivity, {
    key,
    async done(_, act) {
      close()
      await saved(w.done, act)
    },
  })
  return (
    <ReasonForm
      id="void-reason"
      words={w}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={voiding}
      onSend={() => void voiding.send({ id, rev, reason: draft.values.reason })}
      cancel={{ label: cancel, onCancel: close }}
    />
  )
}
