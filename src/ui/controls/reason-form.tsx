import type { Acting } from './act.ts'
import { FailureNotice } from './failure-notice.tsx'
import { faultWord } from './faults.ts'
import { SaveButton } from './save-button.tsx'
import { useLanguage } from './visitor.ts'
import { useStale } from './use-stale.ts'
import { LongTextField } from '../marks/field.tsx'

export type ReasonFormProps = {
  id: string
  words: { reason: string; why?: string; go: string }
  reason: string
  onReason: (reason: string) => void
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  onSend: () => void
  cancel?: { label: string; onCancel: () => void }
  /** What a refusal for want of a right adds. */
  locked?: string
}

/** Why something is taken out of the record. The reason stays typed when somebody was faster, and that is said. */
export function ReasonForm({ id, words, reason, onReason, acting, onSend, cancel, locked }: ReasonFormProps) {
  const language = useLanguage()
  const { failure, busy } = acting
  const isStale = useStale(failure) !== undefined
  // Who was told that somebody was faster may look at what stands now, and press again.
  const fault = failure?.code === 'invalid' ? failure.details.fields?.[0]?.fault : undefined
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <LongTextField
        id={id}
        label={words.reason}
        hint={words.why}
        error={fault === undefined ? undefined : faultWord(language, fault)}
        maxLength={2000}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      {isStale && <p role="alert">{failure?.message}</p>}
      <FailureNotice acting={acting} />
      {failure?.code === 'forbidden' && locked !== undefined && <p className="s">{locked}</p>}
      <div className="acts">
        <SaveButton label={words.go} busy={busy} tone="loss" small />
        {cancel !== undefined && (
          <button type="button" className="btn sm" onClick={cancel.onCancel}>
            {cancel.label}
          </button>
        )}
      </div>
    </form>
  )
}
