import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { moveBetweenRows } from '../../../../ui/controls/row-keys.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import type { Direction } from '../../model.ts'
import { partyOf, pathOf, stateWord, type MailRow } from './view.ts'
import { words } from './messages/words.gen.ts'

export type MailTableProps = { rows: readonly MailRow[]; direction: Direction | 'both'; title: string }

/** Dense rows; arrow keys go from letter to letter, Enter opens. In a matter each row says which way it went. */
export function MailTable({ rows, direction, title }: MailTableProps) {
  const language = useLanguage()
  const w = words[language]
  const ways = direction === 'both' ? undefined : direction
  const day = (row: MailRow) => (row.passedOn === null ? '' : formatDate(row.passedOn, language, { short: true }))
  return (
    <table className="t gap">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{w.col.register}</th>
          <th scope="col">{w.col.letter}</th>
          <th scope="col">{ways === undefined ? w.form.correspondent : w.col.who[ways]}</th>
          <th scope="col">{ways === undefined ? w.day : w.col.day[ways]}</th>
          <th scope="col">{w.col.state}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-l={w.col.register}>{row.register ?? '—'}</td>
            <td>
              <Link to={pathOf(row)} data-row>
                <bdi>{row.subject}</bdi>
              </Link>
              <p className="s q">
                {ways === undefined && `${w.page[row.direction]} · `}
                <bdi>{row.number ?? w.noNumber}</bdi>
                {row.mission && ` · ${w.mission}`}
              </p>
            </td>
            <td data-l={ways === undefined ? w.form.correspondent : w.col.who[ways]}>
              <bdi>{partyOf(row, language)}</bdi>
            </td>
            <td data-l={ways === undefined ? w.day : w.col.day[ways]}>{day(row)}</td>
            <td
              data-l={w.col.state}
              className={row.state === 'unanswered' || row.state === 'waiting' ? 'st-wait' : undefined}
            >
              {stateWord(row, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
