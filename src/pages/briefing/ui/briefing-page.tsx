import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Language } from '../../../shared/languages.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import { readBriefing } from '../contract.ts'
import { audiences, type Audience } from '../model.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { words } from './messages/words.gen.ts'

/** Bahan audiensi: what to know before a guest comes, for the own head or to hand to the guest. */
export function BriefingPage() {
  const { slug = '' } = useParams()
  const { language: own } = useVisitor()
  const w = words[own]
  const [asked, setAsked] = useState<{ language: Language; audience: Audience }>({ language: own, audience: 'own' })
  const { data: paper } = useQuery({
    ...queryOf(readBriefing, { slug, ...asked }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  })
  usePageTitle(pageWords[own].title)
  return (
    <>
      <p className="key">
        <Link to={`/kerja-sama/${slug}`}>{w.toRelation}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>{pageWords[own].title}</h1>
      </div>
      {paper !== undefined && (
        <>
          <SelectField
            id="paper-audience"
            label={w.audience}
            short
            value={asked.audience}
            choices={audiences.map((value) => ({ value, label: w.for[value] }))}
            onChange={(event) => setAsked((before) => ({ ...before, audience: event.target.value as Audience }))}
          />
          <PaperActs paper={paper} onLanguage={(language) => setAsked((before) => ({ ...before, language }))} />
          {asked.audience === 'own' && <p className="note">{w.inside}</p>}
          <PaperView paper={paper} />
        </>
      )}
    </>
  )
}
