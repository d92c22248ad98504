import { History } from '../../../slices/ledger/ui/history.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

export function HistoryTab() {
  const { relation } = useRelationPage()
  return <History subject={relation.id} title={words[useLanguage()].tab.history} />
}
