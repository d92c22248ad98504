import type { ReactNode } from 'react'
import { Strokes } from './drawing.tsx'
import { railAcross, railDown } from './plait-shapes.ts'

export type RailStage = {
  label: string
  /** `skipped`: later stages came without it; its strands stay pale. */
  state: 'past' | 'now' | 'ahead' | 'skipped'
  /** "sudah", "sekarang", "belum" for a reader who does not see the drawing. */
  stateWord: string
}

export type StageRailProps = {
  /** Name of the section for a screen reader, as "Tahap kerja sama". */
  label: string
  status: ReactNode
  /** "Tahap 1 dari 8. Enam tahap lagi sebelum pelaksanaan." */
  sentence: ReactNode
  stages: readonly RailStage[]
  /** What belongs to the rail: whose words it rests on, the legal steps to unfold. */
  children?: ReactNode
}

/**
 * Where a procedure stands. The list carries the meaning; both drawings are hidden from assistive technology
 * and marks.css shows one: across where the columns fit, down elsewhere.
 */
export function StageRail({ label, status, sentence, stages, children }: StageRailProps) {
  const shape = {
    stages: stages.length,
    now: stages.findLastIndex(({ state }) => state !== 'ahead'),
    skipped: stages.flatMap(({ state }, index) => (state === 'skipped' ? [index] : [])),
  }
  const across = railAcross(shape)
  const down = railDown(shape)
  return (
    <section className="rail" aria-label={label}>
      <p className="say">
        {status}
        <span>{sentence}</span>
      </p>
      <div className="draw plait">
        <svg className="hz" viewBox={across.viewBox} preserveAspectRatio="none" aria-hidden="true">
          <Strokes strokes={across.strokes} />
        </svg>
        <svg
          className="vt"
          width="32"
          height={down.height}
          viewBox={down.viewBox}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <Strokes strokes={down.strokes} />
        </svg>
        <ol>
          {stages.map((stage) => (
            <Stage key={stage.label} {...stage} />
          ))}
        </ol>
      </div>
      {children}
    </section>
  )
}

function Stage({ label, state, stateWord }: RailStage) {
  const mark = { past: { className: 'past' }, now: { 'aria-current': 'step' }, ahead: {}, skipped: {} } as const
  return (
    <li {...mark[state]}>
      <span>
        {label}
        <span className="vh"> ({stateWord})</span>
      </span>
    </li>
  )
}
