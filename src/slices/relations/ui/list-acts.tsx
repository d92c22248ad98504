import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import type { Sought } from './list-filter.ts'
import { csvOf, readForMessage, spreadsheetOf } from './list-query.ts'
import { listText } from './list-text.ts'
import { words } from './messages/words.gen.ts'

/** What can be done with the list as it stands: into a chat, into a spreadsheet, onto paper. */
export function ListActs({ sought, count }: { sought: Sought; count: string }) {
  const language = useLanguage()
  const w = words[language].chips
  const text = async () => {
    const { rows, total } = await readForMessage(sought)
    return listText({ rows, total, count, q: sought.q }, language)
  }
  return (
    <div className="acts list-acts">
      <CopyButton text={text} />
      <a className="btn sm" href={spreadsheetOf(sought)} download>
        {w.download}
      </a>
      <a className="btn sm" href={csvOf(sought)} download>
        {w.csv}
      </a>
      <button type="button" className="btn sm" onClick={() => window.print()}>
        {w.print}
      </button>
    </div>
  )
}
