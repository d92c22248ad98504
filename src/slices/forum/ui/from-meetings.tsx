import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { listRaisable } from '../contract.ts'
import { RaiseButton } from './raise-button.tsx'
import { words } from './messages/words.gen.ts'

export type FromMeetingsProps = { relation?: string | undefined; activity?: string | undefined }

/** Points discussed that are no issue yet, each with one tap. */
export function FromMeetings({ relation, activity }: FromMeetingsProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  const asked = { ...(relation !== undefined && { relation }), ...(activity !== undefined && { activity }) }
  const { data } = useQuery(queryOf(listRaisable, asked))
  if (!may('programmes.publish') || data === undefined) return null
  // A page of a meeting says nothing where there is nothing to raise.
  if (activity !== undefined && data.rows.length === 0) return null
  return (
    <section className="sec after" aria-labelledby="dari-rapat">
      <h2 id="dari-rapat">{w.fromMeetings}</h2>
      {data.rows.length === 0 && <p className="q">{w.fromMeetingsNone}</p>}
      <ul className="lines">
        {data.rows.map(({ point, words: said, wordsLang, theme, slug, about, occurredOn }) => (
          <li key={point}>
            <p>
              <bdi lang={wordsLang}>{said}</bdi>
            </p>
            <p className="s q">
              {theme !== null && <>{agendaWords[language].theme[theme]} · </>}
              <Link to={`/kegiatan/${slug}`}>
                <bdi lang="id">{about}</bdi>
              </Link>
              , {formatDate(occurredOn, language)}
            </p>
            <div className="acts">
              <RaiseButton point={point} what={said} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
