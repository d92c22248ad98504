import { useState, type ReactNode } from 'react'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'

/** A form behind a button; once it is closed the button has the focus again. A draft keeps it open from the beginning. */
export function Opened({ label, isOpen = false, children }: OpenedProps) {
  const [opened, setOpened] = useState(isOpen)
  const [wasOpened, setWasOpened] = useState(false)
  const button = useFocusOnMount<HTMLButtonElement>(wasOpened && !opened)
  if (opened) return children(() => setOpened(false))
  return (
    <p className="acts gap">
      <button
        type="button"
        className="btn sm"
        ref={button}
        onClick={() => {
          setWasOpened(true)
          setOpened(true)
        }}
      >
        {label}
      </button>
    </p>
  )
}

interface OpenedProps {
  label: string
  isOpen?: boolean
  children: (close: () => void) => ReactNode
}
