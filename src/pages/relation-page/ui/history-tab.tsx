import { tellActivity, toldTables } from '../../../slices/agenda/ui/tell-activity.ts'
import { History } from '../../../slices/ledger/ui/history.tsx'
import { tellChanges } from '../../../slices/relations/ui/tell-changes.ts'
import { tellRow, type Told } from '../../../slices/relations/ui/tell-row.ts'
import type { Language } from '../../../shared/languages.ts'
import type { RowChange } from '../../../slices/ledger/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { AsOfForm } from './as-of.tsx'
import { neighbourWords } from './neighbour-words.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** Every act about the relation, and at its foot the way to the page on another day. */
export function HistoryTab() {
  const { relation } = useRelationPage()
  const language = useLanguage()
  return (
    <>
      <History
        subject={relation.id}
        title={words[language].tab.history}
        tell={(changes) => tellAll(language, changes)}
      />
      <AsOfForm slug={relation.slug} />
    </>
  )
}

/** The history of a relation tells the acts of its visits too, of its letters, and of what was said about it. */
function tellAll(language: Language, changes: readonly RowChange[]): Told {
  const neighbours = neighbourWords(language)
  const told = Map.groupBy(changes, ({ table }) =>
    toldTables(table) ? 'visit' : table in neighbours ? 'neighbour' : 'own',
  )
  const parts = [
    tellChanges(language, told.get('own') ?? []),
    tellActivity(language, told.get('visit') ?? []),
    ...(told.get('neighbour') ?? []).flatMap((change) => {
      const of = neighbours[change.table]
      return of === undefined ? [] : [tellRow(language, change, of)]
    }),
  ]
  return {
    lines: parts.flatMap(({ lines }) => lines),
    others: parts.reduce((sum, { others }) => sum + others, 0),
  }
}
