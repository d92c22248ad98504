import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { exportCsv } from '../contract.ts'
import type { Sought } from './list-filter.ts'
import { readForMessage } from './list-query.ts'
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
      <DownloadMenu endpoint={exportCsv} input={sought} />
      <button type="button" className="btn sm" onClick={() => window.print()}>
        {w.print}
      </button>
    </div>
  )
}
