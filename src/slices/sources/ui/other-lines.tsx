import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as sourceWords } from '../messages/words.gen.ts'
import type { LineView } from './view.ts'
import { words } from './messages/words.gen.ts'

const writeOther = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '–')

/** What other outlets say, closed until somebody asks: inside only, and nothing in the record follows it. */
export function OtherLines({ lines }: { lines: readonly LineView[] }) {
  const language = useLanguage()
  const w = words[language]
  if (lines.length === 0) return null
  // Two outlets may say the same: it stands once, with both.
  const told = Map.groupBy(lines, ({ field, summary, value }) => JSON.stringify([field, summary, value]))
  return (
    <details className="lined gap3">
      <summary>{w.othersCount({ n: told.size })}</summary>
      <p className="s q">{w.othersNote}</p>
      <ul>
        {[...told.values()].map((same) => {
          const [line] = same
          if (line === undefined) return null
          const outlets = same.map(({ source }) => source?.outlet ?? sourceWords[language].outletUnknown)
          return (
            <li key={line.id}>
              <p className="words">{line.summary?.[language] ?? line.summary?.id ?? writeOther(line.value)}</p>
              <p className="s q">
                {sourceWords[language].level[line.level]} · <bdi>{outlets.join('; ')}</bdi>
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
