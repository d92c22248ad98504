import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Language } from '../../../shared/languages.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readPress } from '../contract.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { words } from './messages/words.gen.ts'

/** Siaran pers of a meeting, written by the record. */
export function PressPage() {
  const { slug = '' } = useParams()
  const { language: own } = useVisitor()
  const w = words[own]
  const [language, setLanguage] = useState<Language>(own)
  const { data: paper } = useQuery({
    ...queryOf(readPress, { slug, language }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  })
  const title = pageWords[own].press.lead
  usePageTitle(title)
  return (
    <>
      <p className="key">
        <Link to={`/kegiatan/${slug}`}>{w.toActivity}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>{title}</h1>
      </div>
      {paper !== undefined && (
        <>
          <PaperActs paper={paper} onLanguage={setLanguage} />
          <p className="note">{w.pressNote}</p>
          <PaperView paper={paper} />
        </>
      )}
    </>
  )
}
