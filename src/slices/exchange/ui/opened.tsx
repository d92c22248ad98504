import { useState, type ReactNode } from 'react'

export type OpenedProps = {
  label: string
  /** A draft keeps it open from the beginning. */
  isOpen?: boolean
  children: (close: () => void) => ReactNode
}

/** A button that opens a form in its place. */
export function Opened({ label, isOpen = false, children }: OpenedProps) {
  const [opened, setOpened] = useState(isOpen)
  if (opened) return children(() => setOpened(false))
  return (
    <p className="acts gap">
      <button type="button" className="btn sm" onClick={() => setOpened(true)}>
        {label}
      </button>
    </p>
  )
}
