import type { ReactNode } from 'react'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import { getProcedure, getStep } from '../../procedures/model.ts'
import { words as lawWords } from '../../procedures/ui/messages/words.gen.ts'
import { paperOf } from '../rounds.ts'
import type { work } from '../work-contract.ts'
import { StepActs } from './mend-step.tsx'
import { words } from './messages/words.gen.ts'

export type TakenView = z.output<typeof work>['steps'][number]

export type StepsListProps = {
  steps: readonly TakenView[]
  /** Around the words "simpan dokumennya": where the paper of a step that has none is filed. */
  ask: (step: TakenView, paper: string, words: ReactNode) => ReactNode
}

const procedure = getProcedure('foreign-2018')

/** What was recorded step by step, each with its day and holder; without a paper it says which one is still asked. */
export function StepsList({ steps, ask }: StepsListProps) {
  const { language, may } = useVisitor()
  const { steps: w, record } = words[language]
  return (
    <ul className="lines">
      {steps.map((step) => {
        const paper = paperOf(procedure, { step: getStep(procedure, step.step), holder: step.holder })
        const name = nameOf(step)
        return (
          <li key={step.id}>
            <b>{procedureWords[language].step[step.step]}</b>{' '}
            <span className="s q">
              {[
                formatDate(step.occurredOn, language),
                lawWords[language].desk[step.holder],
                ...(step.round > 1 ? [lawWords[language].round({ n: step.round })] : []),
                w.state[step.state],
              ].join(' · ')}
            </span>
            {step.note !== null && (
              <p>
                <bdi>{step.note}</bdi>
              </p>
            )}
            {!step.documented && step.state !== 'waiting' && (
              <p className="s">
                {w.undocumented} {record.asks({ document: procedureWords[language].document[paper] })}{' '}
                {may('relations.mend') && ask(step, paper, w.file)}
              </p>
            )}
            {may('relations.mend') && <StepActs step={step} name={name} />}
          </li>
        )
      })}
    </ul>
  )

  function nameOf({ step, round }: TakenView): string {
    const name = procedureWords[language].step[step]
    return round > 1 ? `${name}, ${lawWords[language].round({ n: round })}` : name
  }
}
