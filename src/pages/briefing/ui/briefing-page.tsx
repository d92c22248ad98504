import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { addressOf } from '../../../shared/endpoint.ts'
import { isLanguage, languages, ownNames } from '../../../shared/languages.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import { readBriefing, readBriefingPdf, readBriefingWord } from '../contract.ts'
import { audiences } from '../model.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { useChoice } from './use-choice.ts'
import { words } from './messages/words.gen.ts'

const alone = 'satu'

/** Bahan audiensi: what to know before a guest comes, for the own head or to hand to the guest. */
export function BriefingPage() {
  const { slug = '' } = useParams()
  const { language: own } = useVisitor()
  const w = words[own]
  const { search, choose, language = own, onLanguage } = useChoice()
  const second = search.get('kedua') ?? undefined
  const also = second === alone ? undefined : isLanguage(second) ? second : ('guest' as const)
  const audience = audiences.find((each) => each === search.get('untuk')) ?? 'own'
  const asked = { slug, language, audience, ...(also !== undefined && { also }) }
  const { data: paper } = useQuery({
    ...queryOf(readBriefing, asked),
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
          <PaperActs
            paper={paper}
            onLanguage={onLanguage}
            word={addressOf(readBriefingWord, asked).url}
            pdf={addressOf(readBriefingPdf, asked).url}
          >
            <SelectField
              id="paper-also"
              label={w.also}
              short
              value={paper.also?.language ?? alone}
              choices={[
                { value: alone, label: w.alone },
                ...languages.filter((each) => each !== language).map((value) => ({ value, label: ownNames[value] })),
              ]}
              onChange={(event) => choose('kedua', event.target.value)}
            />
            <SelectField
              id="paper-audience"
              label={w.audience}
              short
              value={audience}
              choices={audiences.map((value) => ({ value, label: w.for[value] }))}
              onChange={(event) => choose('untuk', event.target.value)}
            />
          </PaperActs>
          <p className="s q gap no-print">{paper.also === undefined ? w.twoPages : w.pageEach}</p>
          {audience === 'own' && <p className="note gap3">{w.inside}</p>}
          <PaperView paper={paper} />
          {paper.also !== undefined && <PaperView paper={paper.also} />}
        </>
      )}
    </>
  )
}
