import type { z } from 'zod'
import type { Language } from '../../../shared/languages.ts'
import { words as roles } from '../../identity/messages/words.gen.ts'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import type { readHistory } from '../contract.ts'
import { UndoButton } from './undo-button.tsx'
import { verbWord } from './verb-words.ts'
import { words } from './messages/words.gen.ts'

type Line = z.output<typeof readHistory.output>['rows'][number]

export type HistoryLineProps = {
  line: Line
  /** What it changed, in words of the slices whose rows they are, and how many values have none. */
  told: { lines: readonly string[]; others: number }
  mayUndo: boolean
}

/** An act as a line of a message: when, who, what. */
export function historyText({ verb, kind, by, at, undid, undone }: Line, language: Language): string {
  const w = words[language]
  const who = kind === 'system' ? w.system : (by ?? w.somebody)
  const what =
    undid === null
      ? verbWord(language, { verb, kind })
      : w.undid({ what: verbWord(language, undid), at: writeInstant(undid.at, language) })
  return [writeInstant(at, language), who, what, undone ? w.undone : ''].filter((part) => part !== '').join(' · ')
}

/** One act: when, who in which role, what, from what to what. An act that was taken back stays and says so. */
export function HistoryLine({ line, told, mayUndo }: HistoryLineProps) {
  const language = useLanguage()
  const w = words[language]
  const { verb, kind, role, by, at, undid, undone, more } = line
  const roleWords: Record<string, string> = roles[language].role
  const { date, time } = toLocalTime(at, 'WIB')
  const who = kind === 'system' ? w.system : (by ?? w.somebody)
  const what =
    undid === null
      ? verbWord(language, { verb, kind })
      : w.undid({ what: verbWord(language, undid), at: writeInstant(undid.at, language) })
  return (
    <li tabIndex={-1} data-act>
      <time dateTime={at}>
        {formatDate(date, language)}
        <span className="s at">{formatTime(time, 'WIB', language)}</span>
      </time>
      <div>
        <p>
          <bdi>{who}</bdi>
          {role !== null && kind === 'person' && (
            <span className="q">{w.inRole({ role: roleWords[role] ?? role })}</span>
          )}
          {kind === 'link' && <span className="q">{w.byLink}</span>}
          {w.colon}
          {undone ? <s>{what}</s> : what}
          {undone && <span className="q"> · {w.undone}</span>}
        </p>
        {told.lines.map((text) => (
          <p className="s" key={text}>
            <bdi>{text}</bdi>
          </p>
        ))}
        {told.others > 0 && <p className="s q">{w.others({ n: told.others })}</p>}
        {more > 0 && <p className="s q">{w.moreRows({ n: more })}</p>}
        {mayUndo && <UndoButton act={line.act} what={what} />}
      </div>
    </li>
  )
}
