import { useState } from 'react'
import { copyText } from './copy-text.ts'
import { say } from './toasts.ts'
import { useFocusOnMount } from './use-focus-on-mount.ts'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type CopyButtonProps = {
  /** The text to copy, made when it is asked for (src/shared/chat-text.ts for lists). */
  text: () => string | Promise<string>
  /** Another label than "Salin untuk WhatsApp". */
  label?: string
}

/** Copies a text for a chat program. Where the browser refuses, the text is shown, ready to be copied by hand. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const w = words[useLanguage()].copy
  const [shown, setShown] = useState<string>()
  const [busy, setBusy] = useState(false)
  const copy = async () => {
    setBusy(true)
    try {
      const made = await text()
      const copied = await copyText(made)
      setShown(copied ? undefined : made)
      if (copied) say({ text: w.done })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <button type="button" className="btn sm" aria-busy={busy} onClick={() => void copy()}>
        {label ?? w.label}
      </button>
      {shown !== undefined && <ByHand text={shown} label={w.byHand} />}
    </>
  )
}

function ByHand({ text, label }: { text: string; label: string }) {
  const area = useFocusOnMount<HTMLTextAreaElement>(true)
  return (
    <label className="f copy-area">
      <span className="s">{label}</span>
      <textarea ref={area} className="in" rows={6} readOnly value={text} onFocus={(event) => event.target.select()} />
    </label>
  )
}
