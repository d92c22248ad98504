import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { addressOf } from '../../../shared/endpoint.ts'
import { asApiFailure } from '../../../ui/controls/call.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readPress, readPressPdf, readPressWord } from '../contract.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { useChoice } from './use-choice.ts'
import { words } from './messages/words.gen.ts'

const isEarly = (error: unknown): boolean => asApiFailure(error).code === 'not_yet'

/** Siaran pers of a meeting, written by the record. */
export function PressPage() {
  const { slug = '' } = useParams()
  const { language: own } = useVisitor()
  const w = words[own]
  const { language = own, onLanguage } = useChoice()
  const asked = { slug, language }
  const { data: paper, error } = useQuery({
    ...queryOf(readPress, asked),
    placeholderData: keepPreviousData,
    throwOnError: (failed) => !isEarly(failed),
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
      {error !== null && <p className="empty">{w.pressEarly}</p>}
      {paper !== undefined && (
        <>
          <PaperActs
            paper={paper}
            onLanguage={onLanguage}
            word={addressOf(readPressWord, asked).url}
            pdf={addressOf(readPressPdf, asked).url}
          />
          <p className="note gap3">{w.pressNote}</p>
          <PaperView paper={paper} />
        </>
      )}
    </>
  )
}
