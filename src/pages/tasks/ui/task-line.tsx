import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { endFollowUp } from '../../../slices/followup/contract.ts'
import { words as followWords } from '../../../slices/followup/messages/words.gen.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSaved } from '../../../slices/ledger/ui/use-saved.ts'
import { originOf, ownerOf, standingsOf, type TaskView, untilOf } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One thing to do in the list: what, from where, who, until when, how it stands and what was last answered. */
export function TaskLine({ task, on }: { task: TaskView; on: string }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { root, what = '', last } = task
  const said = [untilOf(task, { language, on }), ...standingsOf(task, { language, on })]
  const owner = ownerOf(task, language)
  return (
    <li>
      <div>
        <b>
          <Link to={`/tindak-lanjut/${root}`}>
            <bdi>{what}</bdi>
          </Link>
        </b>
        <p>
          {said.filter((part) => part !== undefined).join(' · ')}
          {owner !== '' && (
            <>
              {' · '}
              <bdi>{owner}</bdi>
            </>
          )}
        </p>
        <p className="s q">
          <Origin task={task} />
          {last !== undefined && (
            <>
              {' · '}
              {w.last({
                said: followWords[language].said[last.said],
                by: last.by,
                date: formatDate(last.answeredOn, language, { short: true }),
              })}
            </>
          )}
        </p>
      </div>
      {task.answered && may('followup.mend') && <CloseButton task={task} />}
    </li>
  )
}

/** From where it is: a link to the record, for whoever may open it. */
export function Origin({ task }: { task: TaskView }) {
  const { language, may } = useVisitor()
  const origin = originOf(task, language)
  if (origin === undefined) return words[language].ofRegion
  const name = <bdi lang={origin.lang}>{origin.name}</bdi>
  return may('relations.read') ? <Link to={origin.to}>{name}</Link> : name
}

/** Closes with one tap what was answered as done: the answer's words are what came of it. */
export function CloseButton({ task }: { task: TaskView }) {
  const { language } = useVisitor()
  const w = words[language]
  const settled = useSaved()
  const ending = useAct(endFollowUp, {
    key: `${task.id}/tutup`,
    done: async (_, act) => await settled(w.closed, act),
  })
  const note = task.last?.note ?? ''
  return (
    <div>
      <button
        type="button"
        className="btn"
        aria-busy={ending.busy}
        onClick={() => void ending.send({ id: task.id, rev: task.rev, outcome: 'done', ...(note !== '' && { note }) })}
      >
        {w.close}
        <span className="vh">: {task.what}</span>
      </button>
      {ending.failure?.code === 'stale' && (
        <p className="err" role="alert">
          {w.stale}
        </p>
      )}
      <FailureNotice acting={ending} />
    </div>
  )
}
