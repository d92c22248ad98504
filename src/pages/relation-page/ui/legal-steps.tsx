import { legalSteps } from '../../../slices/procedures/embed.tsx'
import type { ProcedureId, StepId } from '../../../slices/procedures/model.ts'
import { recordsOf, type Step as TakenStep } from '../../../slices/relations/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { StepsTable } from '../../../ui/marks/steps-table.tsx'
import type { RailProps } from './rail.tsx'
import { StepDay } from './step-day.tsx'

/** The eleven steps of the law, with the day and the source mark of those that are known to have happened. */
export function LegalSteps({ process }: Pick<RailProps, 'process'>) {
  const language = useLanguage()
  const taken = process.steps as TakenStep[]
  const seen = (id: StepId) => {
    const step = taken.findLast((row) => row.step === id)
    return step && <StepDay process={process.id} step={step} />
  }
  const procedure = process.procedure as ProcedureId
  return <StepsTable {...legalSteps(language, { procedure, records: recordsOf(taken), seen })} />
}
