import { useState, type ReactNode } from 'react'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'

/** A form behind a button: opened by a press; once it is closed the button has the focus again. */
export function Opened({
  label,
  isOpen = false,
  children,
}: {
  label: string
  isOpen?: boolean
  children: (close: () => void) => ReactNode
}) {
  // prettier-ignore
  const [opened, setOpened] = useState(isOpen)
  const [wasOpened, setWasOpened] = useState(isOpen)
  const open = () => {
    setWasOpened(true)
    setOpened(true)
  }
  return opened ? children(() => setOpened(false)) : <OpenButton label={label} isFocused={wasOpened} onOpen={open} />
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
