import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { words as letterWords } from '../messages/words.gen.ts'
import { listLetters } from '../contract.ts'
import { MailOfRelation } from './mailroom/mail-of-relation.tsx'
import { stateLine } from './view.ts'
import { words } from './messages/words.gen.ts'

export type LettersOfRelationProps = { relation: { id: string } }

/** The letters and drafts of a cooperation, the newest first. */
export function LettersOfRelation({ relation }: LettersOfRelationProps) {
  const language = useLanguage()
  const w = words[language]
  const { data } = useQuery(queryOf(listLetters, { relation: relation.id }))
  if (data === undefined) return null
  return (
    <section aria-label={w.letters}>
      <h2>{w.letters}</h2>
      {data.rows.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="lines gap">
        {data.rows.map((letter) => (
          <li key={letter.id}>
            <Link to={`/surat/${letter.id}`}>{letterWords[language].kind[letter.kind]}</Link>
            <p className="s q">
              {letter.number === null ? w.noNumber : w.number({ number: letter.number })} ·{' '}
              {stateLine(language, letter)}
              {letter.state === 'draft' && letter.blanks > 0 && ` · ${w.blanksLeft({ n: letter.blanks })}`}
            </p>
          </li>
        ))}
      </ul>
      <MailOfRelation relation={relation.id} />
    </section>
  )
}
