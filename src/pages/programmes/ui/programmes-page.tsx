import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { programmePaths } from '../../../shared/programmes.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { readProgrammes } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** Program: its parts, each with one true sentence. */
export function ProgrammesPage() {
  const language = useLanguage()
  const { title, kind: nameOf } = partWords[language]
  const { parts } = useSuspenseQuery(queryOf(readProgrammes, {})).data
  usePageTitle(title)
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <p className="gap">{words[language].lead}</p>
      <ul className="log gap3">
        {parts.map(({ kind, told }) => (
          <li key={kind}>
            <h2>
              <Link to={`/program/${programmePaths[kind]}`}>{nameOf[kind]}</Link>
            </h2>
            <p>{told[language]}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
