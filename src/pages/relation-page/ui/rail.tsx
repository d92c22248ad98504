import type { ReactNode } from 'react'
import { words as procedureWords } from '../../../slices/procedures/messages/words.gen.ts'
import { getProcedure, type ProcedureId, stageState, type StepRecord } from '../../../slices/procedures/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { StageRail } from '../../../ui/marks/stage-rail.tsx'
import { LegalSteps } from './legal-steps.tsx'
import { RecordedSteps } from './recorded-steps.tsx'
import { WaitingTimes } from './waiting-times.tsx'
import type { RelationPageView } from './use-page.ts'

export type RailProps = {
  process: NonNullable<RelationPageView['relation']['process']>
  status: ReactNode
  sentence: ReactNode
}

/** The plait of this process, and its legal steps to unfold. */
export function Rail({ process, status, sentence }: RailProps) {
  const w = procedureWords[useLanguage()]
  const procedure = getProcedure(process.procedure as ProcedureId)
  const law = procedure.basis[0]?.law ?? ''
  const stages = procedure.stages.map((id) => {
    const state = stageState(procedure, process.records as StepRecord[], id)
    return { label: w.stage.short[id], state, stateWord: w.stageState[state] }
  })
  return (
    <StageRail label={w.rail.label} status={status} sentence={sentence} stages={stages}>
      <p className="s q">{process.provisional ? w.detailsBy.provisional({ law }) : w.detailsBy.decided({ law })}</p>
      <details>
        <summary>{w.steps.summary}</summary>
        <LegalSteps process={process} />
        <WaitingTimes />
        <RecordedSteps />
      </details>
    </StageRail>
  )
}
