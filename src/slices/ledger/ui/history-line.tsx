import { words as roles } from '../../identity/messages/words.gen.ts'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import type { HistoryLine as Line } from '../model.ts'
import { verbWord } from './verb-words.ts'
import { words } from './messages/words.gen.ts'

/** One act: when, who in which role, what. An act that was taken back stays and says so. */
export function HistoryLine({ verb, kind, role, by, at, undone }: Line) {
  const language = useLanguage()
  const w = words[language]
  const roleWords: Record<string, string> = roles[language].role
  const { date, time } = toLocalTime(at, 'WIB')
  const who = kind === 'system' ? w.system : (by ?? w.somebody)
  return (
    <li>
      <time dateTime={at}>
        {formatDate(date, language)}
        <span className="s at">{formatTime(time, 'WIB', language)}</span>
      </time>
      <p>
        <bdi>{who}</bdi>
        {role !== null && kind === 'person' && <span className="q"> ({roleWords[role] ?? role})</span>}
        {': '}
        {undone ? <s>{verbWord(language, { verb, kind })}</s> : verbWord(language, { verb, kind })}
        {undone && <span className="q"> · {w.undone}</span>}
      </p>
    </li>
  )
}
