import { languages, ownNames } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { publishContest, withdrawContest } from '../contract.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What the world sees: a look before, publish, take back. Without a public page nobody can enter. */
export function PublishContest({ contest: { id, slug, published } }: { contest: ContestView }) {
  const w = words[useLanguage()].publish
  const saved = useSaved()
  const publishing = useAct(publishContest, { key: id, done: async (_, act) => await saved(w.done, act) })
  const withdrawing = useAct(withdrawContest, { key: id, done: async (_, act) => await saved(w.withdrawn, act) })
  return (
    <section className="sec after" aria-labelledby="terbit">
      <h2 id="terbit">{w.title}</h2>
      <p>{published ? w.isPublic : w.isInside}</p>
      <p className="s q">{w.what}</p>
      <form
        className="form gap"
        onSubmit={(event) => {
          event.preventDefault()
          void publishing.send({ id })
        }}
      >
        <p>
          {w.look}{' '}
          {languages.map((one) => (
            <span key={one}>
              <a href={`/kerja/pratinjau/${one}/program/lomba/${slug}`} target="_blank" rel="noopener" lang={one}>
                {ownNames[one]}
              </a>{' '}
            </span>
          ))}
        </p>
        <FailureNotice acting={publishing} />
        <FailureNotice acting={withdrawing} />
        <div className="acts">
          <SaveButton label={published ? w.again : w.go} busy={publishing.busy} small />
          {published && (
            <button
              type="button"
              className="btn sm"
              aria-busy={withdrawing.busy}
              onClick={() => void withdrawing.send({ id })}
            >
              {w.withdraw}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
