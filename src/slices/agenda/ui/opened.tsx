import { useState, type ReactNode } from 'react'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'

export type OpenedProps = {
  /** What the button says that opens it. */
  label: string
  /** A draft keeps it open from the beginning. */
  isOpen?: boolean
  children: (close: () => void) => ReactNode
}

/** A form behind a button: opened by a press; once it is closed the button has the focus again. */
export function Opened({ label, isOpen = false, children }: OpenedProps) {
  const [opened, setOpened] = useState(isOpen)
  const [wasOpened, setWasOpened] = useState(false)
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
  const button = useFocusOnMount<HTMLButtonElement>(isFocused)
  return (
    <p className="acts gap">
      <button type="button" className="btn sm" ref={button} onClick={onOpen}>
        {label}
      </button>
    </p>
  )
}
