import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'
import { useLanguage } from '../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/** Milliseconds before a wait is worth a word. */
const patience = 300

/** Says what is awaited once it takes longer than a blink. */
export function ProgressLine() {
  const w = words[useLanguage()].progress
  const queries = useQueryClient()
  const busy = [useNavigation().state !== 'idle', useIsFetching() > 0].some(Boolean)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(busy), busy ? patience : 0)
    return () => clearTimeout(timer)
  }, [busy])
  const awaited = queries.getQueryCache().findAll({ fetchStatus: 'fetching' })[0]?.meta?.['awaits']
  const what: Record<string, string> = {
    'today.readToday': w.today,
    'relations.listRelations': w.relations,
    'relation-page.readRelationPage': w.relation,
    'agenda.readActivity': w.activity,
    'partners.listPartners': w.partners,
    'partner-page.readPartnerPage': w.partner,
    'sources.readSheet': w.sources,
    'ledger.readHistory': w.history,
    'oversight.listRegister': w.register,
  }
  return (
    <div role="status">
      {shown && busy && <p className="busy-line">{w.waiting({ what: what[String(awaited)] ?? w.page })}</p>}
    </div>
  )
}
