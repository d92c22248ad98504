import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { pasteText } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** Opens the form for the text of a source; nothing where the very text is filed. */
export function PasteText({ source }: { source: { id: string; isExact: boolean } }) {
  const w = words[useLanguage()]
  const [isOpen, setOpen] = useState(false)
  if (source.isExact) return null
  if (isOpen) return <PasteForm id={source.id} onClose={() => setOpen(false)} />
  return (
    <p className="gap">
      <button type="button" className="btn sm" onClick={() => setOpen(true)}>
        {w.paste}
      </button>
    </p>
  )
}

function PasteForm({ id, onClose }: { id: string; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLTextAreaElement>(true)
  const [sure, setSure] = useState(false)
  const draft = useDraft(`source/text/${id}`, { base: { text: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const pasting = useAct(pasteText, {
    key: `source/text/${id}`,
    async done({ isExact, lit }, act) {
      close()
      sayDone(isExact ? w.pastedLit({ n: lit }) : w.pastedOther, act)
      await queries.invalidateQueries()
    },
  })
  const fault = pasting.failure?.code === 'invalid' ? pasting.failure.details.fields?.[0]?.fault : undefined
  const isDoubtful = fault === 'doubtful' || fault === 'wrong'
  return (
    <form
      className="form gap3"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation() // through the portal it would reach the form of the page
        void pasting.send({ id, text: draft.values.text, ...(sure && { sure: ['text'] }) })
      }}
    >
      <LongTextField
        id={`paste-${id}`}
        label={w.pasteLabel}
        hint={w.pasteHint}
        error={fault === 'taken' ? w.pasteTaken : fault === 'required' ? w.pasteLabel : undefined}
        ref={first}
        rows={6}
        value={draft.values.text}
        onChange={(event) => {
          setSure(false) // another text is another question
          draft.set({ text: event.currentTarget.value })
        }}
      />
      {isDoubtful && (
        <div role="alert">
          <p className="st-wait">{fault === 'wrong' ? w.pasteElsewhere : w.pasteDiffers}</p>
          <label className="pick">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            {w.pasteSure}
          </label>
        </div>
      )}
      <FailureNotice acting={pasting} />
      <div className="acts">
        <SaveButton label={w.pasteSave} busy={pasting.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
