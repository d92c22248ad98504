import { useAct } from '../../../ui/controls/act.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
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
      <PublishForm
        words={w}
        path={`/program/lomba/${slug}`}
        isPublic={published}
        publishing={publishing}
        withdrawing={withdrawing}
        onPublish={() => void publishing.send({ id })}
        onWithdraw={() => void withdrawing.send({ id })}
      />
    </section>
  )
}
