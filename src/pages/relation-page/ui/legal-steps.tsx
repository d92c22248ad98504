import type { HolderId, ProcedureId, StepId, StepRecord } from '../../../slices/procedures/model.ts'
import { LegalSteps as StepsOfLaw } from '../../../slices/procedures/ui/legal-steps.tsx'
import type { Step as TakenStep } from '../../../slices/relations/model.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import type { RailProps } from './rail.tsx'
import { StepDay } from './step-day.tsx'
import { useWork } from './use-work.ts'

/** The eleven steps of the law: days with their source marks, and on whose table each lay, in which round. */
export function LegalSteps({ process }: Pick<RailProps, 'process'>) {
  const { language, on } = useVisitor()
  const { steps } = useWork()
  const seen = (id: StepId) => {
    const step = (process.steps as TakenStep[]).findLast((row) => row.step === id)
    return step && <StepDay process={process.id} step={step} />
  }
  const taken = steps.map(({ step, holder, round, fromOn, toOn }) => ({
    step,
    holder: holder as HolderId,
    round,
    fromOn: fromOn ?? undefined,
    toOn: toOn ?? undefined,
  }))
  return (
    <StepsOfLaw
      language={language}
      procedure={process.procedure as ProcedureId}
      records={process.records as StepRecord[]}
      seen={seen}
      taken={taken}
      on={on}
    />
  )
}
