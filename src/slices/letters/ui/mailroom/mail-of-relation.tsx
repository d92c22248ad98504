import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { listMail } from '../../contract.ts'
import { partyOf, pathOf, stateWord } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The letters that came in about a cooperation, and those out that were written elsewhere, the newest first. */
export function MailOfRelation({ relation }: { relation: string }) {
  const language = useLanguage()
  const w = words[language]
  const incoming = useQuery(queryOf(listMail, { direction: 'in' as const, relation, limit: 50 }))
  const outgoing = useQuery(queryOf(listMail, { direction: 'out' as const, relation, limit: 50 }))
  const rows = [...(incoming.data?.rows ?? []), ...(outgoing.data?.rows ?? []).filter(({ drafted }) => !drafted)]
  if (rows.length === 0) return null
  const inOrder = rows.toSorted((a, b) => (b.passedOn ?? '').localeCompare(a.passedOn ?? ''))
  return (
    <>
      <h3 className="after">{w.ofRelation.title}</h3>
      <ul className="lines" aria-label={w.ofRelation.title}>
        {inOrder.map((row) => (
          <li key={row.id}>
            <Link to={pathOf(row)}>
              <bdi>{row.subject}</bdi>
            </Link>
            <p className="s q">
              {w.page[row.direction]} · <bdi>{partyOf(row, language)}</bdi>
              {row.passedOn !== null && ` · ${formatDate(row.passedOn, language, { short: true })}`} ·{' '}
              {stateWord(row, language)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
