import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { joinPoint, listRaisable } from '../contract.ts'
import type { IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Points of other meetings of the same cooperation: one tap says that it is this issue again. */
export function JoinPoint({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const relation = issue.relations[0]?.id
  const { data } = useQuery(queryOf(listRaisable, { ...(relation !== undefined && { relation }) }))
  const joining = useAct(joinPoint, {
    key: issue.id,
    async done(_, act) {
      onClose()
      await saved(w.joined, act)
    },
  })
  return (
    <div className="form gap">
      <p className="hint">{data?.rows.length === 0 ? w.noPoints : w.joinHint}</p>
      <ul className="lines">
        {(data?.rows ?? []).map(({ point, words: said, wordsLang, about, occurredOn }) => (
          <li key={point}>
            <button
              type="button"
              className="btn sm"
              aria-busy={joining.busy}
              onClick={() => void joining.send({ id: issue.id, point })}
            >
              <bdi lang={wordsLang}>{said}</bdi>
            </button>
            <p className="s q">
              <bdi lang="id">{about}</bdi>, {formatDate(occurredOn, language)}
            </p>
          </li>
        ))}
      </ul>
      <FailureNotice acting={joining} />
      <p className="acts">
        <button type="button" className="btn sm" onClick={onClose}>
          {w.cancel}
        </button>
      </p>
    </div>
  )
}
