import type { FormEvent, ReactNode } from 'react'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { StaleNotice } from './judging/stale-notice.tsx'
import { words } from './messages/words.gen.ts'

interface SmallFormProps {
  label: string
  acting: Parameters<typeof FailureNotice>[0]['acting']
  onSave: () => void
  onCancel: () => void
  children: ReactNode
}

/** A few lines behind a button: fields, what went wrong, save and leave. */
export function SmallForm({ label, acting, onSave, onCancel, children }: SmallFormProps) {
  const w = words[useLanguage()]
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSave()
      }}
    >
      {children}
      <StaleNotice acting={acting} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={label} busy={acting.busy} small />
        <button type="button" className="btn sm" onClick={onCancel}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
