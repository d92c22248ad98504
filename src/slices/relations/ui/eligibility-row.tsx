import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as procedureWords } from '../../procedures/ui/messages/words.gen.ts'
import { eligibilityAnswers } from '../../procedures/model.ts'
import { answerEligibility } from '../contract.ts'
import type { work } from '../work-contract.ts'
import { words } from './messages/words.gen.ts'

export type EligibilityRowView = z.output<typeof work>['eligibility'][number]

/** One row of the exploration report: what the law asks, its article, and the answer. Each press is saved at once. */
export function EligibilityRow({ relation, row }: { relation: string; row: EligibilityRowView }) {
  const { language, may } = useVisitor()
  const w = words[language].eligibility
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const { item, article, mayNotApply, answer, answeredOn } = row
  const answering = useAct(answerEligibility, {
    key: `${relation}/${item}`,
    async done(_, act) {
      sayDone(w.saved, act)
      await queries.invalidateQueries()
    },
  })
  const choices = eligibilityAnswers.filter((one) => one !== 'not_applicable' || mayNotApply)
  return (
    <li className="lined">
      <fieldset className="f plain">
        <legend>{procedureWords[language].eligibility[item]}</legend>
        <p className="hint">
          {article.law} {article.at}
          {answeredOn !== null && ` · ${formatDate(answeredOn, language)}`}
        </p>
        <div className="picks">
          {choices.map((choice) => (
            <label key={choice} className="pick">
              <input
                type="radio"
                name={`eligibility-${item}`}
                checked={answer === choice}
                disabled={!may('relations.mend')}
                onChange={() => void answering.send({ id: relation, item, answer: choice })}
              />{' '}
              {w.answer[choice]}
            </label>
          ))}
        </div>
      </fieldset>
      <FailureNotice acting={answering} />
    </li>
  )
}
