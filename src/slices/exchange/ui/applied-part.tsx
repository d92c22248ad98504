import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { FileLink } from '../../files/ui/file-link.tsx'
import { dropApplied } from '../contract.ts'
import { AppliedForm, appliedKey } from './applied-form.tsx'
import { words } from './messages/words.gen.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { AppliedView, ExchangeView } from './view.ts'

/** What was applied at home of what was learned, newest first; that there is no news is said too. */
export function AppliedPart({ exchange }: { exchange: ExchangeView }) {
  const language = useLanguage()
  const w = words[language].use
  const { applied, keeps, id } = exchange
  return (
    <section className="sec" aria-labelledby="penerapan">
      <h2 id="penerapan">{w.title}</h2>
      {applied.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="log">
        {applied.map((line) => (
          <AppliedLine key={line.id} line={line} exchange={exchange} />
        ))}
      </ul>
      {keeps && (
        <Opened label={w.add} draft={appliedKey(id)}>
          {(close) => <AppliedForm exchange={exchange} onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

function AppliedLine({ line, exchange }: { line: AppliedView; exchange: ExchangeView }) {
  const language = useLanguage()
  const w = words[language].use
  const saved = useSaved()
  const [mending, setMending] = useState(false)
  const dropping = useAct(dropApplied, { key: line.id, done: async (_, act) => await saved(w.dropped, act) })
  if (mending) {
    return (
      <li>
        <AppliedForm exchange={exchange} line={line} onClose={() => setMending(false)} />
      </li>
    )
  }
  return (
    <li>
      <p className="key">
        {[formatDate(line.appliedOn, language), line.place, line.unit?.name].filter(Boolean).join(' · ')}
      </p>
      <div>
        <p>
          <bdi lang={line.whatLang}>{line.what}</bdi>
        </p>
        <p className="s">
          {line.evidence === undefined ? <span className="q">{w.noEvidence}</span> : <FileLink {...line.evidence} />}
        </p>
        <FailureNotice acting={dropping} />
        {exchange.keeps && (
          <p className="acts">
            <button type="button" className="btn sm text" onClick={() => setMending(true)}>
              {w.mend}
              <span className="vh">: {line.what}</span>
            </button>
            <button
              type="button"
              className="btn sm text"
              aria-busy={dropping.busy}
              onClick={() => void dropping.send({ id: line.id, rev: line.rev })}
            >
              {w.drop}
              <span className="vh">: {line.what}</span>
            </button>
          </p>
        )}
      </div>
    </li>
  )
}
