import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import type { Level } from '../../sources/model.ts'
import { SourceButton, Sourced } from '../../sources/ui/sourced.tsx'
import { dropFact } from '../contract.ts'
import { FactForm } from './fact-form.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { writeFact, type FactView, type RecordView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type FactsPartProps = {
  partner: RecordView
  levels: Readonly<Record<string, Level>>
  differences: Readonly<Record<string, 'open' | 'settled'>>
}

/** Dated statements about the partner, each with its day and source. */
export function FactsPart({ partner, levels, differences }: FactsPartProps) {
  const { language, may } = useVisitor()
  const w = words[language].facts
  return (
    <section className="sec">
      <h2>{w.title}</h2>
      {partner.facts.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="people">
        {partner.facts.map((fact) => {
          const key = `${fact.id}.${fieldOf(fact)}`
          return <FactEntry key={fact.id} fact={fact} level={levels[key] ?? 'recorded'} difference={differences[key]} />
        })}
      </ul>
      {may('partners.mend') && (
        <Opened label={w.add}>{(close) => <FactForm partner={partner.id} onClose={close} />}</Opened>
      )}
    </section>
  )
}

const fieldOf = ({ kind }: FactView) => (kind === 'note' || kind === 'visited_in_indonesia' ? 'words' : 'number')

type FactEntryProps = { fact: FactView; level: Level; difference: 'open' | 'settled' | undefined }

function FactEntry({ fact, level, difference }: FactEntryProps) {
  const { language, may } = useVisitor()
  const w = words[language].facts
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [mending, setMending] = useState(false)
  const text = writeFact(language, fact) ?? ''
  const dropping = useAct(dropFact, {
    key: fact.id,
    async done(_, act) {
      sayDone(w.dropped, act)
      await queries.invalidateQueries()
    },
  })
  const sheet = { subject: fact.id, field: fieldOf(fact), what: text, inUse: text }
  return (
    <li>
      <p>
        <Sourced {...{ level, difference }} {...sheet}>
          <bdi>{text}</bdi>
        </Sourced>
      </p>
      <p className="s q">{formatDate(fact.occurredOn, language)}</p>
      <FailureNotice acting={dropping} />
      {may('partners.mend') && !mending && (
        <p className="acts">
          <button type="button" className="linklike s" onClick={() => setMending(true)}>
            {w.mend}
            <span className="vh">: {text}</span>
          </button>
          <button
            type="button"
            className="linklike s"
            aria-busy={dropping.busy}
            onClick={() => void dropping.send({ id: fact.id, rev: fact.rev })}
          >
            {w.drop}
            <span className="vh">: {text}</span>
          </button>
          {level === 'recorded' && <SourceButton {...sheet} />}
        </p>
      )}
      {mending && <FactForm fact={fact} onClose={() => setMending(false)} />}
    </li>
  )
}
