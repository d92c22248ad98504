import { useEffect, useRef, useState } from 'react'

export type FormError = {
  /** Id of the field to which the line leads. */
  field: string
  /** What to do, in the reader's language: "Isi nomor WhatsApp". */
  message: string
}

export type ErrorSummaryProps = {
  /** "Belum terkirim: dua isian perlu dilengkapi". */
  title: string
  errors: readonly FormError[]
}

/**
 * Above a form that came back: what is missing, each line a link to its field. Nothing when nothing is missing. It takes
 * the focus, and so comes into view, whenever its form was sent and came back.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useFocusWhenRefused(errors.length > 0)
  if (errors.length === 0) return null
  return (
    <div className="errs" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whoever types on after sending is not torn away: only the sending itself leads to the summary. */
function useFocusWhenRefused(isShown: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const sent = useRef<EventTarget>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const onSubmit = ({ target }: Event) => {
      sent.current = target
      setTries((before) => before + 1)
    }
    const onInput = () => {
      sent.current = null
    }
    document.addEventListener('submit', onSubmit, true)
    document.addEventListener('input', onInput, true)
    return () => {
      document.removeEventListener('submit', onSubmit, true)
      document.removeEventListener('input', onInput, true)
    }
  }, [])
  useEffect(() => {
    const form = box.current?.closest('form') ?? null
    if (!isShown || form === null || form !== sent.current) return
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'center' })
  }, [isShown, tries])
  return box
}
