import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { voidText } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** Declares a text void with a reason; what is signed and on file is for the head of the division to correct. */
export function VoidText({ text: { id, rev, title } }: { text: { id: string; rev: number; title: string } }) {
  const w = words[useLanguage()].texts
  const [open, setOpen] = useState(false)
  const draft = useDraft(`void/${id}`, { base: { reason: '' }, rev })
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const voiding = useAct(voidText, {
    key: id,
    async done(_, act) {
      draft.clear()
      sayDone(w.voidDone, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <p className="gap">
        <button type="button" className="btn sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w.void}
          <span className="vh">: {title}</span>
        </button>
      </p>
      {open && (
        <ReasonForm
          id={`reason-${id}`}
          words={{ reason: w.reason, go: w.void }}
          reason={draft.values.reason}
          onReason={(reason) => draft.set({ reason })}
          acting={voiding}
          onSend={() => void voiding.send({ id, rev, reason: draft.values.reason })}
          locked={w.locked}
        />
      )}
    </>
  )
}
