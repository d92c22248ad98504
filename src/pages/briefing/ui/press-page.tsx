import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { addressOf } from '../../../shared/endpoint.ts'
import { asApiFailure } from '../../../ui/controls/call.ts'
import { formErrors } from '../../../ui/controls/faults.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSettledText } from '../../../ui/controls/use-settled-text.ts'
import { readPress, readPressPdf, readPressWord } from '../contract.ts'
import { tellsOfSigning } from '../model.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { titleLimit } from '../../../shared/text.ts'
import { PaperActs } from './paper-acts.tsx'
import { PaperView } from './paper-view.tsx'
import { useChoice } from './use-choice.ts'
import { words } from './messages/words.gen.ts'

const codeOf = (error: unknown): string => asApiFailure(error).code

/** Siaran pers of a meeting, written by the record, with a sentence of one's own where it may stand. */
export function PressPage() {
  const { slug = '' } = useParams()
  const { language: own } = useVisitor()
  const w = words[own]
  const { language = own, onLanguage, search, choose } = useChoice()
  const [typed, setTyped] = useState(search.get('kalimat') ?? '')
  const added = useSettledText(typed)
  const plain = { slug, language }
  const field = { id: 'kalimat', label: w.own }
  const { data: bare, error } = useQuery({
    ...queryOf(readPress, plain),
    placeholderData: keepPreviousData,
    throwOnError: (failed) => codeOf(failed) !== 'not_yet',
  })
  const full = useQuery({
    ...queryOf(readPress, { ...plain, own: added }),
    enabled: added !== '' && bare !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: (failed) => codeOf(failed) !== 'invalid',
  })
  // What is refused stands in the field alone: the paper and its files go on without it.
  const isRefused = added !== '' && full.error !== null
  const isIn = added !== '' && !isRefused && full.data !== undefined
  const asked = isIn ? { ...plain, own: added } : plain
  const paper = isIn ? full.data : bare
  const faults = isRefused
    ? formErrors(asApiFailure(full.error).details, { language: own, fields: { own: field } })
    : []
  const refused = tellsOfSigning(added) ? w.ownSigns : faults[0]?.fault
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
          <div className="no-print gap3">
            <TextField
              {...field}
              hint={w.ownHint}
              error={isRefused ? refused : undefined}
              maxLength={titleLimit}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => choose('kalimat', typed.trim())}
            />
          </div>
          <p className="note gap3">{w.pressNote}</p>
          <PaperView paper={paper} />
        </>
      )}
    </>
  )
}
