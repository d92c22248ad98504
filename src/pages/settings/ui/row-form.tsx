import { type ReactNode, useState } from 'react'
import type { Acting } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { words } from './messages/words.gen.ts'

export type RowFormProps = {
  draft: Pick<Draft<never>, 'restored' | 'dirty'>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  /** Each name of the contract that can be refused, with its control on screen. */
  fields: Record<string, { id: string; label: string }>
  /** What is doubted about a name of the contract; it is asked with "Benar begitu". */
  doubts?: Record<string, string>
  label: string
  /** `sure`: the names that were doubted and are meant. */
  onSave: (sure: string[]) => void
  onCancel?: () => void
  /** The controls, each asking for its own error. */
  children: (errorOf: (id: string) => string | undefined) => ReactNode
  acts?: ReactNode
}

/** A form of the settings: what is wrong on top, what is doubted at the foot, nothing lost in between. */
export function RowForm(props: RowFormProps) {
  const { draft, acting, fields, doubts = {}, label, onSave, onCancel, children, acts } = props
  const language = useLanguage()
  const w = words[language]
  const [sure, setSure] = useState<string[]>([])
  const details = acting.failure?.code === 'invalid' ? acting.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const labels = Object.fromEntries(Object.entries(fields).map(([path, field]) => [path, field.label]))
  return (
    <form
      className="form lined"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(sure)
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      {children((id) => errors.find((error) => error.field === id)?.fault)}
      <Doubts details={acting.failure?.details} labels={labels} why={doubts} sure={sure} onSure={setSure} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={label} busy={acting.busy} small quiet={onCancel === undefined} />
        {onCancel !== undefined && (
          <button type="button" className="btn sm" onClick={onCancel}>
            {w.cancel}
          </button>
        )}
        {acts}
      </div>
    </form>
  )
}
