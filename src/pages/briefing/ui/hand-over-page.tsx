import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { addressOf } from '../../../shared/endpoint.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readHandOver, readHandOverPdf, readHandOverWord } from '../contract.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { useChoice } from './use-choice.ts'
import { words } from './messages/words.gen.ts'

/** Serah terima: what the next officer takes over. */
export function HandOverPage() {
  const { language: own } = useVisitor()
  const w = words[own]
  const { language = own, onLanguage } = useChoice()
  const { data: paper } = useQuery({
    ...queryOf(readHandOver, { language }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  })
  usePageTitle(w.handOver)
  return (
    <>
      <p className="key">
        <Link to="/tindak-lanjut">{w.toTasks}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>{w.handOver}</h1>
      </div>
      {paper !== undefined && (
        <>
          <PaperActs
            paper={paper}
            onLanguage={onLanguage}
            word={addressOf(readHandOverWord, { language }).url}
            pdf={addressOf(readHandOverPdf, { language }).url}
          />
          <PaperView paper={paper} />
        </>
      )}
    </>
  )
}
