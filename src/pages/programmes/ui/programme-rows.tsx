import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { titleIn, type ProgrammeLine } from '../../../shared/programmes.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as partWords } from '../messages/words.gen.ts'

/** Programmes as rows of a page of the workspace: kind, name, where each stands. */
export function ProgrammeRows({ lines }: { lines: readonly ProgrammeLine[] }) {
  const language = useLanguage()
  return (
    <ul className="log">
      {lines.map(({ id, kind, told, path, on, ...line }) => {
        const { text, lang } = titleIn(language, line)
        const title = <bdi lang={lang}>{text}</bdi>
        return (
          <li key={`${kind} ${id}`}>
            <p className="key">
              {partWords[language].kind[kind]} · {formatDate(on, language)}
            </p>
            <div>
              <p>{path === undefined ? title : <Link to={path}>{title}</Link>}</p>
              <p className="q">{told[language]}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
