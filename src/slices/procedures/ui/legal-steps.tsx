import { Fragment, type ReactNode } from 'react'
import type { DateText } from '../../../shared/dates.ts'
import { StepsTable } from '../../../ui/marks/steps-table.tsx'
import { legalSteps, type ProcedureRailProps } from '../embed.tsx'
import { stepIds } from '../model.ts'
import { heldSentence, type TakenStep } from './held.ts'

export interface LegalStepsProps extends Pick<ProcedureRailProps, 'language' | 'procedure' | 'records' | 'seen'> {
  /** On whose table each step lay, every round; those without a day say nothing. */
  taken: readonly TakenStep[]
  /** The day on which it is looked at: what is still out counts until then. */
  on: DateText
}

/** The legal steps for the officer: under the holder of the law, who has or had it, from when to when, in which round. */
export function LegalSteps({ language, procedure, records, seen, taken, on }: LegalStepsProps) {
  const { head, rows } = legalSteps(language, { procedure, records, seen })
  const told = rows.map((row) => {
    const lines = taken
      .filter(({ step }) => step === stepIds[row.number - 1])
      .flatMap((step) => heldSentence(language, { step, on }) ?? [])
    return { ...row, holder: withLines(row.holder, lines) }
  })
  return <StepsTable head={head} rows={told} />
}

function withLines(holder: ReactNode, lines: readonly string[]): ReactNode {
  if (lines.length === 0) return holder
  return (
    <>
      {holder}
      {lines.map((line) => (
        <Fragment key={line}>
          <br />
          <span className="q s">{line}</span>
        </Fragment>
      ))}
    </>
  )
}
