import { useEffect, useRef, useState } from 'react'

export type SearchFieldProps = { label: string; hint: string; text: string; onSearch: (text: string) => void }

/** Milliseconds of silence before what was typed is asked for. */
const pause = 250

/** Searches while one types; "/" leads here from anywhere on the page. Half-composed Japanese or Korean waits. */
export function SearchField({ label, hint, text, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(text)
  const [asked, setAsked] = useState(text)
  const [seen, setSeen] = useState(text)
  const [composing, setComposing] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  if (text !== seen) {
    setSeen(text)
    // Back and forward change the address, and with it what the field shows; our own question must not.
    if (text !== asked) {
      setTyped(text)
      setAsked(text)
    }
  }

  const wanted = typed.trim()
  const isOpen = !composing && wanted !== text && wanted !== asked

  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setTimeout(() => {
      setAsked(wanted)
      onSearch(wanted)
    }, pause)
    return () => clearTimeout(timer)
  }, [isOpen, wanted, onSearch])

  useEffect(() => {
    const toField = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', toField)
    return () => document.removeEventListener('keydown', toField)
  }, [])

  return (
    <search className="find">
      <label>
        <span className="vh">{label}</span>
        <input
          ref={field}
          className="in"
          type="search"
          maxLength={200}
          placeholder={hint}
          aria-keyshortcuts="/"
          value={typed}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          // Whoever leaves for a row within the pause is not called back by a question that comes after the leaving.
          onBlur={() => {
            if (!isOpen) return
            setAsked(wanted)
            onSearch(wanted)
          }}
        />
      </label>
    </search>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
