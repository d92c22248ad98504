import { useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSavingAct } from './use-saving-act.ts'
import { words } from './messages/words.gen.ts'

type Voiding = Endpoint<z.ZodType<{ act: string; id: string; rev: number; reason: string }>, z.ZodType, 'POST'>

/** A wrong entry is voided with its reason; history keeps it. */
export function VoidEntry({ endpoint, id, rev, what }: { endpoint: Voiding; id: string; rev: number; what: string }) {
  const { voiding: w, form, count } = words[useVisitor().language]
  const [isOpen, setOpen] = useState(false)
  const key = `tenaga-kerja/${id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev })
  const close = () => {
    draft.clear()
    setOpen(false)
  }
  const voiding = useSavingAct(endpoint, { key, said: w.done, after: close })
  const { reason } = draft.values
  if (!isOpen && !draft.dirty) {
    return (
      <p className="acts">
        <button type="button" className="linklike s" onClick={() => setOpen(true)}>
          {count.void}
          <span className="vh">: {what}</span>
        </button>
      </p>
    )
  }
  return (
    <ReasonForm
      id={`alasan-${id}`}
      words={w}
      reason={reason}
      onReason={(next) => draft.set({ reason: next })}
      acting={voiding}
      onSend={() => void voiding.send({ id, rev, reason })}
      cancel={{ label: form.cancel, onCancel: close }}
    />
  )
}
