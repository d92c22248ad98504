import { useState } from 'react'
import { asApiFailure } from '../../../ui/controls/call.ts'
import { Field } from '../../../ui/marks/field.tsx'
import { keepChosen } from './keep-chosen.ts'

export type FileChoiceProps = {
  id: string
  label: string
  hint?: string
  accept: string
  /** The file is kept; what it is for follows. */
  onKept: (id: string) => Promise<void>
}

/** Chooses one file and keeps it at once; a refusal stays beside the field. */
export function FileChoice({ id, label, hint, accept, onKept }: FileChoiceProps) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const keep = async (file: File | undefined) => {
    if (file === undefined || busy) return
    setBusy(true)
    setError(undefined)
    try {
      await onKept(await keepChosen(file))
    } catch (thrown) {
      setError(asApiFailure(thrown).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(link) => (
        <input
          {...link}
          className="in"
          type="file"
          accept={accept}
          aria-busy={busy}
          onChange={(event) => {
            const input = event.currentTarget
            void keep(input.files?.[0]).finally(() => (input.value = ''))
          }}
        />
      )}
    </Field>
  )
}
