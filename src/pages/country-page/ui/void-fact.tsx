import { useQueryClient } from '@tanstack/react-query'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { voidCountryFact } from '../../../slices/partners/contract.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import type { CountryFactView } from './fact-values.ts'
import { words } from './messages/words.gen.ts'

/** A wrong statement is voided with its reason; the public page loses it at once, history keeps it. */
export function VoidFact({ fact, onClose }: { fact: CountryFactView; onClose: () => void }) {
  const { voiding: w, form } = words[useLanguage()]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const key = `negara/${fact.id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev: fact.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useAct(voidCountryFact, {
    key,
    async done(_, act) {
      close()
      sayDone(w.done, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <ReasonForm
      id={`reason-${fact.id}`}
      words={w}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={voiding}
      onSend={() => void voiding.send({ id: fact.id, rev: fact.rev, reason: draft.values.reason })}
      cancel={{ label: form.cancel, onCancel: close }}
    />
  )
}
