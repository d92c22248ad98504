import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { closeAsked } from '../contract.ts'
import type { LetterView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What a letter answers; once it went out, that is offered to be ended. */
export function AskedOfLetter({ letter: { id, asked, state } }: { letter: LetterView }) {
  const { language, may } = useVisitor()
  const w = words[language].asked
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const closing = useAct(closeAsked, {
    key: id,
    async done(_, act) {
      sayDone(w.done, act)
      await queries.invalidateQueries()
    },
  })
  const isStale = useStale(closing.failure) !== undefined
  if (asked === null) return null
  const { what, open, rev, id: followUp } = asked
  const said = !open ? w.closed : state === 'sent' ? w.open : w.openDraft
  return (
    <section className="sec after">
      <h2>{w.title}</h2>
      <p>
        <bdi>{said({ what })}</bdi>
      </p>
      {open && state === 'sent' && may('followup.mend') && (
        <p className="acts gap">
          <button
            type="button"
            className="btn go"
            aria-busy={closing.busy}
            onClick={() => void closing.send({ id, followUp, rev })}
          >
            {w.close}
          </button>
        </p>
      )}
      {isStale ? <p role="alert">{w.changed}</p> : <FailureNotice acting={closing} />}
    </section>
  )
}
