import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

/** The next rows of a list. */
export function MoreButton({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const w = words[useLanguage()].more
  return (
    <p className="gap">
      <button type="button" className="btn" aria-busy={busy} onClick={onMore}>
        {busy ? w.busy : w.more}
      </button>
    </p>
  )
}
