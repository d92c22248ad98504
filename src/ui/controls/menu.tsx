import { useRef, type ReactNode } from 'react'

export type MenuProps = {
  label: ReactNode
  children: ReactNode
}

/** A button that unfolds a few ways on, links or buttons. Esc, a choice, and going elsewhere close it. */
export function Menu({ label, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (box.current !== null) box.current.open = false
  }
  return (
    <details
      className="menu"
      ref={box}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary className="btn sm">{label}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  )
}
