import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words } from '../messages/words.gen.ts'
import type { TodayView } from './needs-you.tsx'

/** Texts that end within a year (abroad) or half a year (at home), the nearest first. */
export function EndingSoon({ today: { ending, endingMore } }: { today: Pick<TodayView, 'ending' | 'endingMore'> }) {
  const language = useLanguage()
  const w = words[language]
  return (
    <section className="sec">
      <h2>{w.ending}</h2>
      {ending.length === 0 && <p className="empty">{w.noEnding}</p>}
      <ul className="log">
        {ending.map(({ relation, endsOn }) => (
          <li key={relation.id}>
            <time dateTime={endsOn}>{formatDate(endsOn, language)}</time>
            <p>
              <Link to={`/kerja-sama/${relation.slug}/naskah`}>
                <bdi lang={languageOfName(language, relation)}>{nameIn(language, relation)}</bdi>
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {endingMore > 0 && (
        <p>
          <Link to="/kerja-sama?keadaan=ending_soon">{w.more({ n: endingMore })}</Link>
        </p>
      )}
    </section>
  )
}
