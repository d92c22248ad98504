import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../../shared/languages.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readHandOver } from '../contract.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { words } from './messages/words.gen.ts'

/** Serah terima: what the next officer takes over. */
export function HandOverPage() {
  const { language: own } = useVisitor()
  const w = words[own]
  const [language, setLanguage] = useState<Language>(own)
  const { data: paper } = useQuery({
    ...queryOf(readHandOver, { language }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  })
  usePageTitle(w.handOver)
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.handOver}</h1>
      </div>
      {paper !== undefined && (
        <>
          <PaperActs paper={paper} onLanguage={setLanguage} />
          <PaperView paper={paper} />
        </>
      )}
    </>
  )
}
