import { useState, type ReactNode } from 'react'
import { useVisitor } from '../../../ui/controls/visitor.ts'

export type OpeningProps = { label: string; draft: string; children: (close: () => void) => ReactNode }

/** A button that opens a form in its place; one with a draft is open at once. */
export function Opening({ label, draft, children }: OpeningProps) {
  const { drafts } = useVisitor()
  const [isOpen, setOpen] = useState(() => drafts.read(draft) !== undefined)
  if (isOpen) return <>{children(() => setOpen(false))}</>
  return (
    <p className="gap">
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {label}
      </button>
    </p>
  )
}
