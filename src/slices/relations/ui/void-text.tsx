import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { voidText } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** Declares a text void with a reason; what is signed and on file is for the head of the division to correct. */
export function VoidText({ text: { id, rev, title } }: { text: { id: string; rev: number; title: string } }) {
  const language = useLanguage()
  const w = words[language].texts
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
  const fields = { reason: { id: `reason-${id}`, label: w.reason } }
  const { failure } = voiding
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <>
      <p className="gap">
        <button type="button" className="btn sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w.void}
          <span className="vh">: {title}</span>
        </button>
      </p>
      {open && (
        <form
          className="form gap"
          onSubmit={(event) => {
            event.preventDefault()
            void voiding.send({ id, rev: draft.rev, reason: draft.values.reason })
          }}
        >
          <LongTextField
            {...fields.reason}
            error={errors[0]?.fault}
            value={draft.values.reason}
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
          />
          <FailureNotice acting={voiding} />
          {failure?.code === 'forbidden' && <p className="s">{w.locked}</p>}
          <SaveButton label={w.void} busy={voiding.busy} small />
        </form>
      )}
    </>
  )
}
