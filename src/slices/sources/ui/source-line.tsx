import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as sourceWords } from '../messages/words.gen.ts'
import { dropProvenance } from '../contract.ts'
import { writeSpeaker } from '../model.ts'
import { PasteText } from './paste-text.tsx'
import { SourceFacts } from './source-facts.tsx'
import type { LineView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One source of a value: exact words where the region filed the text, else our own; who said it, where, who entered it. */
export function SourceLine({ line }: { line: LineView }) {
  const { language, may } = useVisitor()
  const w = sourceWords[language]
  const own = words[language]
  const { source, excerpt, summary } = line
  return (
    <section className="gap3">
      {excerpt !== null && (
        <blockquote className="words">
          <p lang="id">
            {excerpt.before}
            <mark>{excerpt.words}</mark>
            {excerpt.after}
          </p>
        </blockquote>
      )}
      <p className="words">{summary?.[language] ?? summary?.id ?? (excerpt === null ? own.noSummary : undefined)}</p>
      <Facts>
        <Fact term={w.speaker}>{writeSpeaker(line, language)}</Fact>
        <Fact term={w.day}>
          {line.saidOn === null ? undefined : formatDate(line.saidOn, language, { weekday: true })}
        </Fact>
        {source !== null && <SourceFacts source={source} />}
        <Fact term={w.entered}>
          {source?.demonstration
            ? w.enteredDemo
            : own.enteredBy({ by: line.enteredBy ?? own.bySystem, at: writeInstant(line.enteredAt, language) })}
        </Fact>
      </Facts>
      {source !== null && (
        <>
          {may('sources.judge') && <PasteText source={source} />}
          <p className="s links">
            <Link to={`/sumber/${source.id}`}>{own.page}</Link>
          </p>
        </>
      )}
      {may('sources.judge') && !source?.demonstration && <DropLine line={line} />}
    </section>
  )
}

function DropLine({ line }: { line: LineView }) {
  const w = words[useVisitor().language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const dropping = useAct(dropProvenance, {
    key: line.id,
    async done(_, act) {
      sayDone(w.dropped, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      {dropping.failure?.code === 'invalid' && <p role="alert">{w.followedStays}</p>}
      <FailureNotice acting={dropping} />
      <button
        type="button"
        className="linklike s"
        aria-busy={dropping.busy}
        onClick={() => void dropping.send({ id: line.id, rev: line.rev })}
      >
        {w.drop}
      </button>
    </>
  )
}
