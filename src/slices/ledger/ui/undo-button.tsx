import { useState } from 'react'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useUndo } from './use-undo.ts'
import { words } from './messages/words.gen.ts'

/** Takes one act of the history back. Its place keeps the focus, since the button goes once the act is undone. */
export function UndoButton({ act, what }: { act: string; what: string }) {
  const w = words[useLanguage()].undo
  const undo = useUndo()
  const [busy, setBusy] = useState(false)
  const press = async (line: HTMLElement | null) => {
    if (busy) return
    setBusy(true)
    line?.focus()
    await undo(act)
    setBusy(false)
  }
  return (
    <p className="acts gap">
      <button
        type="button"
        className="btn sm"
        aria-busy={busy}
        onClick={({ currentTarget }) => void press(currentTarget.closest<HTMLElement>('[data-act]'))}
      >
        {w.undo}
        <span className="vh">: {what}</span>
      </button>
    </p>
  )
}
