import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { publishActivity, withdrawActivity } from '../../../slices/agenda/contract.ts'
import { activityTitle } from '../../../slices/agenda/embed.tsx'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useRelationPage, type ActivityView } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** The activities of a cooperation; each is published, published again and taken back by itself. */
export function PublishActivities() {
  const { activities, publicActivities } = useRelationPage()
  const w = words[useLanguage()].publish
  return (
    <section className="sec after" aria-labelledby="kegiatan">
      <h2 id="kegiatan">{w.activities}</h2>
      {activities.length === 0 && <p className="q">{w.noActivities}</p>}
      <ul className="lines">
        {activities.map((activity) => (
          <Line key={activity.id} activity={activity} isPublic={publicActivities.includes(activity.id)} />
        ))}
      </ul>
    </section>
  )
}

function Line({ activity, isPublic }: { activity: ActivityView; isPublic: boolean }) {
  const language = useLanguage()
  const w = words[language].publish
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const settle = (said: string) => async (_: unknown, act: string) => {
    sayDone(said, act)
    await queries.invalidateQueries()
  }
  const publishing = useAct(publishActivity, { key: activity.id, done: settle(w.published) })
  const withdrawing = useAct(withdrawActivity, { key: activity.id, done: settle(w.withdrawn) })
  const title = activityTitle(language, activity as never)
  return (
    <li>
      <b>{title}</b>{' '}
      <span className="s q">
        {formatDate(activity.occurredOn, language)} · {isPublic ? w.activityPublic : w.activityInside}
      </span>
      <div className="acts">
        <button
          type="button"
          className="btn sm"
          aria-busy={publishing.busy}
          onClick={() => void publishing.send({ id: activity.id })}
        >
          {isPublic ? w.actAgain : w.act}
          <span className="vh">: {title}</span>
        </button>
        <Link className="btn sm" to={`/kegiatan/${activity.slug}`}>
          {w.photos}
          <span className="vh">: {title}</span>
        </Link>
        {isPublic && (
          <button
            type="button"
            className="btn sm"
            aria-busy={withdrawing.busy}
            onClick={() => void withdrawing.send({ id: activity.id })}
          >
            {w.withdraw}
            <span className="vh">: {title}</span>
          </button>
        )}
      </div>
      <FailureNotice acting={publishing} />
      <FailureNotice acting={withdrawing} />
    </li>
  )
}
