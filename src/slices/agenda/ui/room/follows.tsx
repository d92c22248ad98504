import { formatDate } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import type { MinutesView } from './use-minutes.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** What follows, as the record has it: nobody types it again. */
export function Follows({ tasks }: Pick<MinutesView, 'tasks'>) {
  const language = useLanguage()
  const { sum: w } = words[language]
  const standing = tasks.filter(({ outcome }) => outcome !== 'dropped')
  return (
    <section className="sec after">
      <h2>{w.follows}</h2>
      {standing.length === 0 && <p className="q">{w.followsNone}</p>}
      <ul className="rows">
        {standing.map(({ id, what, unit, member, owner, dueOn }) => (
          <li key={id}>
            <bdi>{what}</bdi>
            <span className="s q">
              {[unit?.name, member?.name ?? owner].flatMap((part) => (part === undefined ? [] : [` · ${part}`]))}
              {dueOn !== undefined && ` · ${agendaWords[language].room.until({ date: formatDate(dueOn, language) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
