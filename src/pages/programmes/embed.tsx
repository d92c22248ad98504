import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { titleIn, type ProgrammeLine } from '../../shared/programmes.ts'
import { words } from './messages/words.gen.ts'

interface Shown {
  lines: readonly ProgrammeLine[]
  language: Language
}

/** What can be entered, booked or asked now, each with its one button; nothing at all while nothing is open. */
export function OpenNow({ lines, language }: Shown) {
  const open = lines.filter((line) => line.open !== undefined)
  if (open.length === 0) return null
  return (
    <section className="sec strong" id="sedang-dibuka">
      <h2 className="st-live">{words[language].open}</h2>
      {open.map(({ id, path, open: now, ...line }) => (
        <div key={id} className="gap">
          <h3>
            <a href={`/${language}${path ?? now?.path ?? ''}`}>
              <Title line={line} language={language} />
            </a>
          </h3>
          <p>{now?.told[language]}</p>
          <p className="gap">
            <a className="btn" href={`/${language}${now?.path ?? ''}`}>
              {now?.act[language]}
            </a>
          </p>
        </div>
      ))}
    </section>
  )
}

/** Public programmes as lines: name, and where each stands. */
export function ProgrammeLines({ lines, language, kinds = false }: Shown & { kinds?: boolean }) {
  return (
    <ul className="log">
      {lines.map(({ id, kind, path, told, on, ...line }) => (
        <li key={`${kind} ${id}`}>
          <p className="key">
            {kinds && <>{words[language].kind[kind]} · </>}
            {formatDate(on, language)}
          </p>
          <div>
            <p>
              {path === undefined ? (
                <Title line={line} language={language} />
              ) : (
                <a href={`/${language}${path}`}>
                  <Title line={line} language={language} />
                </a>
              )}
            </p>
            <p className="q">{told[language]}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The programmes of a public record, with their heading; nothing at all while none is public. */
export function ProgrammesOf({ lines, language }: Shown) {
  if (lines.length === 0) return null
  return (
    <section className="sec" id="program">
      <h2>{words[language].ofRelation}</h2>
      <ProgrammeLines lines={lines} language={language} kinds />
    </section>
  )
}

/** The title in the reader's language where the region writes it. */
function Title({
  line,
  language,
}: {
  line: Pick<ProgrammeLine, 'title' | 'titleLang' | 'titles'>
  language: Language
}) {
  const { text, lang } = titleIn(language, line)
  return <bdi lang={lang}>{text}</bdi>
}
