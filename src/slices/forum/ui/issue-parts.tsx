import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ApiFailure } from '../../../ui/controls/call.ts'
import { focusIfFree } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { words } from './messages/words.gen.ts'

export type PanelProps = {
  label: string
  /** What stands behind the button, for who hears it without the heading. */
  what?: string
  tone?: 'go'
  children: (close: () => void) => ReactNode
}

/** A button that opens a form in its place, and gets the focus back when the form closes. */
export function Panel({ label, what, tone, children }: PanelProps) {
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) focusIfFree(opener.current)
    wasOpen.current = isOpen
  }, [isOpen])
  const close = () => setIsOpen(false)
  if (isOpen) {
    return (
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      >
        {children(close)}
      </div>
    )
  }
  return (
    <p className="acts gap">
      <button
        type="button"
        className={tone === 'go' ? 'btn go' : 'btn sm'}
        ref={opener}
        onClick={() => setIsOpen(true)}
      >
        {label}
        {what !== undefined && <span className="vh">: {what}</span>}
      </button>
    </p>
  )
}

/** Somebody was faster: the page is read again beneath what was typed, which stays. */
export function StaleLine({ failure }: { failure: ApiFailure | undefined }) {
  const w = words[useLanguage()]
  const isStale = useStale(failure) !== undefined
  if (!isStale) return null
  return (
    <p className="err" role="alert">
      {w.stale}
    </p>
  )
}
