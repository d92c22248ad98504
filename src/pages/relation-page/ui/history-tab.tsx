import { History } from '../../../slices/ledger/ui/history.tsx'
import { tellChanges } from '../../../slices/relations/ui/tell-changes.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

export function HistoryTab() {
  const { relation } = useRelationPage()
  const language = useLanguage()
  return (
    <History
      subject={relation.id}
      title={words[language].tab.history}
      tell={(changes) => tellChanges(language, changes)}
    />
  )
}
