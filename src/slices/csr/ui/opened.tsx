import { useState, type ReactNode } from 'react'
import { useVisitor } from '../../../ui/controls/visitor.ts'

export type OpenedProps = {
  label: string
  /** The draft that keeps it open from the beginning. */
  draft?: string
  children: (close: () => void) => ReactNode
}

/** A button that opens a form in its place; with a draft it stands open. */
export function Opened({ label, draft, children }: OpenedProps) {
  const { drafts } = useVisitor()
  const [opened, setOpened] = useState(() => draft !== undefined && drafts.read(draft) !== undefined)
  if (opened) return children(() => setOpened(false))
  return (
    <p className="acts gap">
      <button type="button" className="btn sm" onClick={() => setOpened(true)}>
        {label}
      </button>
    </p>
  )
}
