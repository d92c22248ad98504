import { asApiFailure } from './call.ts'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

/** In place of rows that could not be read: what happened, and the next try. */
export function FailureLine({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const w = words[useLanguage()].failure
  const { code, message } = asApiFailure(error)
  return (
    <div className="unsent" role="alert">
      <p>{code === 'lost' ? w.notLoaded : message || w.unknown}</p>
      <button type="button" className="btn sm" onClick={onRetry}>
        {w.retry}
      </button>
    </div>
  )
}
