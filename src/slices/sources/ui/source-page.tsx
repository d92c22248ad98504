import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { History } from '../../ledger/ui/history.tsx'
import { words as sourceWords } from '../messages/words.gen.ts'
import { readSource } from '../contract.ts'
import { MendSource } from './mend-source.tsx'
import { NewSource } from './new-source.tsx'
import { PasteText } from './paste-text.tsx'
import { SourceFacts } from './source-facts.tsx'
import { sourceLabel, type LineView, type SourceView } from './view.ts'
import { words } from './messages/words.gen.ts'
import { writeSpeaker } from '../model.ts'

/** One source: who made it, its text with every quoted passage lit, what rests on it and what it links to. */
export function SourcePage() {
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(queryOf(readSource, { id }))
  const { language, may } = useVisitor()
  const w = words[language]
  const { source, enteredBy, enteredAt, related, relatedTo, lines, passages, text } = data
  const title = source.title ?? source.outlet ?? w.withoutTitle
  usePageTitle(title)
  const mayMend = may('sources.judge')
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          <p className="sub">
            {w.kinds[source.kind]}
            {source.otherOutlet && ` · ${w.otherOutlet}`}
          </p>
        </div>
      </div>
      {source.otherOutlet && <p className="note">{w.otherOutletHint}</p>}
      <div className="cols">
        <div>
          <Facts>
            <SourceFacts source={source} />
            <Fact term={sourceWords[language].entered}>
              {source.demonstration
                ? sourceWords[language].enteredDemo
                : w.enteredBy({ by: enteredBy ?? w.bySystem, at: writeInstant(enteredAt, language) })}
            </Fact>
            <Fact term={w.relatedTo}>{relatedTo !== null && <SourceLink source={relatedTo} />}</Fact>
          </Facts>
          {mayMend && <MendSource source={source} />}
          <section className="sec after" id="naskah">
            <h2>{w.pasteTitle}</h2>
            {passages > 0 && (
              <p role="status">{source.isExact ? w.lit({ n: passages }) : w.waiting({ n: passages })}</p>
            )}
            {source.hasText && !source.isExact && <p className="s q">{w.noExact}</p>}
            {text !== null && <LitText parts={text} />}
            {mayMend && <PasteText source={source} />}
          </section>
          <Related id={id} related={related} />
        </div>
        <section className="sec">
          <h2>{w.restsOn}</h2>
          {lines.length === 0 && <p className="q">{w.restsNothing}</p>}
          {lines.map((line) => (
            <Resting key={line.id} line={line} />
          ))}
        </section>
      </div>
      <section className="after">
        <h2>{w.history}</h2>
        <History subject={id} title={w.history} tell={({ length }) => ({ lines: [], others: length })} />
      </section>
    </>
  )
}

/** What rests on it, in our own words: the exact ones stand in the text beside it. */
function Resting({ line }: { line: LineView }) {
  const language = useVisitor().language
  const said = [writeSpeaker(line, language), line.saidOn === null ? undefined : formatDate(line.saidOn, language)]
  return (
    <div className="gap">
      <p className="words">{line.summary?.[language] ?? line.summary?.id ?? words[language].noSummary}</p>
      <p className="s q">{said.filter((part) => part !== undefined).join(' · ')}</p>
    </div>
  )
}

function LitText({ parts }: { parts: readonly { words: string; isLit: boolean }[] }) {
  const w = words[useVisitor().language]
  return (
    <details open>
      <summary>{w.wholeText}</summary>
      <div className="words typed" lang="id">
        {parts.map((part, index) => (part.isLit ? <mark key={index}>{part.words}</mark> : part.words))}
      </div>
    </details>
  )
}

/** Reports that the source links to: sources of nothing yet, and no cooperation is made of them. */
function Related({ id, related }: { id: string; related: readonly SourceView[] }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const [isAdding, setAdding] = useState(false)
  if (related.length === 0 && !may('sources.judge')) return null
  const close = () => setAdding(false)
  return (
    <section className="sec after">
      <h2>{w.related}</h2>
      {related.length > 0 && (
        <>
          <ul>
            {related.map((source) => (
              <li key={source.id}>
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
          <p className="s q">{w.relatedNote}</p>
        </>
      )}
      {may('sources.judge') &&
        (isAdding ? (
          <NewSource title="" relatedTo={id} onAdded={close} onClose={close} />
        ) : (
          <p className="gap">
            <button type="button" className="btn sm" onClick={() => setAdding(true)}>
              {w.addRelated}
            </button>
          </p>
        ))}
    </section>
  )
}

function SourceLink({ source }: { source: SourceView }) {
  return (
    <Link to={`/sumber/${source.id}`}>
      <bdi>{sourceLabel(source)}</bdi>
    </Link>
  )
}
