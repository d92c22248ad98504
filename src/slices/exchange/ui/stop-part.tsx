import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { cancelExchange, resumeExchange } from '../contract.ts'
import { words } from './messages/words.gen.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ExchangeView } from './view.ts'

/** Calls it off with a reason, or says that it takes place after all; what is over offers neither. */
export function StopPart({ exchange }: { exchange: ExchangeView }) {
  const { stop: w } = words[useLanguage()]
  const saved = useSaved()
  const { id, rev, standing, cancelled } = exchange
  const resuming = useAct(resumeExchange, { key: id, done: async (_, act) => await saved(w.resumed, act) })
  if (cancelled !== undefined) {
    return (
      <p className="acts gap">
        <button
          type="button"
          className="btn sm"
          aria-busy={resuming.busy}
          onClick={() => void resuming.send({ id, rev })}
        >
          {w.resume}
        </button>
        <FailureNotice acting={resuming} />
      </p>
    )
  }
  if (standing === 'selesai') return null
  return <Opened label={w.title}>{(close) => <StopForm exchange={exchange} onClose={close} />}</Opened>
}

function StopForm({ exchange: { id, rev }, onClose }: { exchange: ExchangeView; onClose: () => void }) {
  const { stop: w, cancel } = words[useLanguage()]
  const saved = useSaved()
  const key = `pertukaran/${id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const stopping = useAct(cancelExchange, {
    key,
    async done(_, act) {
      close()
      await saved(w.done, act)
    },
  })
  return (
    <ReasonForm
      id="cancel-reason"
      words={w}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={stopping}
      onSend={() => void stopping.send({ id, rev, reason: draft.values.reason })}
      cancel={{ label: cancel, onCancel: close }}
    />
  )
}
