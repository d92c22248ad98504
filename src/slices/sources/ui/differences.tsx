import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { JudgeForm } from './judge-form.tsx'
import { SourceLine } from './source-line.tsx'
import type { SheetProps } from './source-sheet.tsx'
import type { LineView, SheetView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type DifferencesProps = Pick<SheetProps, 'subject' | 'field' | 'inUse' | 'onUse'> & {
  sheet: SheetView
  write: (value: unknown) => string
}

const isDiffering = (line: LineView) => line.value !== undefined && line.value !== null

/** Sources that differ stand side by side until somebody judges; then they fold, with the reason above. */
export function Differences({ sheet, subject, field, inUse, write, onUse }: DifferencesProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  const [judging, setJudging] = useState(false)
  const { judgement, lines } = sheet
  const followed = lines.find(({ id }) => id === judgement?.line)
  const [ours, theirs] = [lines.filter((line) => !isDiffering(line)), lines.filter(isDiffering)]
  const sides = (
    <div className="two">
      <div>
        <b>{w.ours}</b>
        <p className="status">{inUse}</p>
        {ours.map((line) => (
          <SourceLine key={line.id} line={line} />
        ))}
      </div>
      {theirs.map((line) => (
        <div key={line.id}>
          <b>{line.id === judgement?.line ? w.followed : w.theirs}</b>
          <p className="status">
            <bdi>{write(line.value)}</bdi>
          </p>
          <SourceLine line={line} />
        </div>
      ))}
    </div>
  )
  const isOther = followed !== undefined && isDiffering(followed)
  return (
    <section className="sh-sec" aria-label={w.side}>
      <h3>{w.side}</h3>
      {judgement === null ? (
        sides
      ) : (
        <>
          <p>
            <b>{w.settled({ what: isOther ? write(followed.value) : w.settledOurs })}</b>
          </p>
          <p>
            <bdi>{w.because({ reason: judgement.reason })}</bdi>
          </p>
          <p className="s q">
            {w.judgedBy({ by: judgement.by ?? w.bySystem, date: formatDate(judgement.judgedOn, language) })}
          </p>
          {isOther && onUse !== undefined && (
            <p className="gap">
              {w.notInUse}{' '}
              <button type="button" className="btn sm" onClick={() => onUse(followed.value)}>
                {w.use({ value: write(followed.value) })}
              </button>
            </p>
          )}
          <details>
            <summary>{w.side}</summary>
            {sides}
          </details>
        </>
      )}
      {may('sources.judge') &&
        (judging ? (
          <JudgeForm {...{ subject, field, sheet, write }} onClose={() => setJudging(false)} />
        ) : (
          <p className="gap">
            <button type="button" className="btn" onClick={() => setJudging(true)}>
              {judgement === null ? w.judge : w.judgeAgain}
            </button>
          </p>
        ))}
    </section>
  )
}
