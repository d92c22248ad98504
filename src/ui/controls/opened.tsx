import { useState, type ReactNode } from 'react'
import { useFocusBack } from './use-focus-on-mount.ts'
import { useVisitor } from './visitor.ts'

export type OpenedProps = {
  /** What the button says that opens it. */
  label: string
  /** The draft that keeps it open from the beginning. */
  draft?: string
  /** Open from the beginning for another reason. */
  isOpen?: boolean
  children: (close: () => void) => ReactNode
}

/** A form behind a button: opened by a press; once it is closed the button has the focus again. */
export function Opened({ label, draft, isOpen = false, children }: OpenedProps) {
  const { drafts } = useVisitor()
  const [opened, setOpened] = useState(() => isOpen || (draft !== undefined && drafts.read(draft) !== undefined))
  const [wasOpened, setWasOpened] = useState(opened)
  if (opened) return children(() => setOpened(false))
  return (
    <OpenButton
      label={label}
      isFocused={wasOpened}
      onOpen={() => {
        setWasOpened(true)
        setOpened(true)
      }}
    />
  )
}

function OpenButton({ label, isFocused, onOpen }: { label: string; isFocused: boolean; onOpen: () => void }) {
  const button = useFocusBack<HTMLButtonElement>(isFocused)
  return (
    <p className="acts gap">
      <button type="button" className="btn sm" ref={button} onClick={onOpen}>
        {label}
      </button>
    </p>
  )
}
