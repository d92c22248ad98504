import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { ownerOf, type IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type IssueTableProps = { rows: readonly IssueView[]; label: string; withRelations?: boolean }

/** Issues as a table: what, who answers, until when, how it stands. Lines on a phone. */
export function IssueTable({ rows, label, withRelations = true }: IssueTableProps) {
  const language = useLanguage()
  const [w, ui] = [forumWords[language], words[language]]
  return (
    <table className="t" aria-label={label}>
      <thead>
        <tr>
          {[w.issue, w.owner, w.dueOn, w.standingLabel].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((issue) => (
          <tr key={issue.id}>
            <td>
              <Link to={`/program/isu/${issue.slug}`}>
                <bdi lang={issue.wordsLang}>{issue.words}</bdi>
              </Link>
              <p className="s q">
                {issue.theme !== undefined && <>{agendaWords[language].theme[issue.theme]} · </>}
                {withRelations && (
                  <>
                    <bdi>{issue.relations.map((relation) => nameIn(language, relation)).join('; ')}</bdi>
                    {' · '}
                  </>
                )}
                {formatDate(issue.raisedOn, language)}
              </p>
            </td>
            <td data-l={w.owner}>
              <bdi>{ownerOf(issue, language) ?? ui.nobody}</bdi>
            </td>
            <td data-l={w.dueOn}>
              {issue.task?.dueOn === undefined ? ui.noDay : formatDate(issue.task.dueOn, language)}
            </td>
            <td data-l={w.standingLabel}>
              {w.standing[issue.standing]}
              {issue.agreement !== undefined && <p className="s q">{ui.became}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
