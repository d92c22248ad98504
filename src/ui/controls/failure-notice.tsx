import { useLanguage } from './visitor.ts'
import type { Acting } from './act.ts'
import { isUnsent } from './intents.ts'
import { words } from './messages/words.gen.ts'

export type FailureNoticeProps = { acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'> }

/**
 * Beside a form whose act did not come through. A lost line says "belum terkirim" and sends the same act again; a
 * refusal says the server's sentence. Faults of fields and differing revisions have their own places.
 */
export function FailureNotice({ acting: { busy, failure, again } }: FailureNoticeProps) {
  const w = words[useLanguage()].failure
  if (failure === undefined || failure.code === 'invalid' || failure.code === 'stale') return null
  const unsent = isUnsent(failure.code)
  return (
    <div className="unsent" role="alert">
      <p>
        <b>{unsent ? w.unsent : w.refused}</b> {failure.message || (unsent ? w.kept : w.unknown)}
      </p>
      {(unsent || failure.code === 'unsigned' || failure.code === 'broken' || failure.code === 'too_many') && (
        <button type="button" className="btn sm" aria-busy={busy} onClick={() => void again()}>
          {w.again}
        </button>
      )}
    </div>
  )
}
