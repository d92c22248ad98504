import { Link } from 'react-router'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import type { ActivityView } from '../use-activity.ts'
import { words } from './messages/words.gen.ts'

/** Where the minutes of an activity stand, on its page. */
export function MinutesLink({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  const { sum: w } = words[language]
  const { summary, slug } = activity
  return (
    <section className="sec after" id="notulen">
      <h2>{w.title}</h2>
      {summary === undefined ? <p className="q">{w.none}</p> : <p>{agendaWords[language].room.state[summary.state]}</p>}
      <p className="acts gap">
        <Link className="btn sm" to={`/kegiatan/${slug}/notulen`}>
          {summary === undefined ? w.write : w.openPage}
        </Link>
      </p>
    </section>
  )
}
