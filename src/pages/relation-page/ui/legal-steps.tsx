import { formatDate, formatList } from '../../../shared/format.ts'
import { words as procedureWords } from '../../../slices/procedures/messages/words.gen.ts'
import { getProcedure, type ProcedureId, type Step, stepState } from '../../../slices/procedures/model.ts'
import { recordsOf, type Step as TakenStep } from '../../../slices/relations/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { StepsTable } from '../../../ui/marks/steps-table.tsx'
import { Known } from './known.tsx'
import type { RailProps } from './rail.tsx'

/** The eleven steps of the law: who holds each, what it wants on file, the article, and where it stands. */
export function LegalSteps({ process }: Pick<RailProps, 'process'>) {
  const language = useLanguage()
  const w = procedureWords[language]
  const procedure = getProcedure(process.procedure as ProcedureId)
  const taken = process.steps as TakenStep[]
  const records = recordsOf(taken)
  const dayOf = (step: Step) => taken.findLast((row) => row.step === step.id)?.occurredOn
  const rows = procedure.steps.map((step) => {
    const day = dayOf(step)
    return {
      number: step.no,
      step: w.step[step.id],
      holder: writeHolders(step, language),
      documents: formatList(
        step.documents.map((id) => w.document[id]),
        language,
      ),
      article: writeArticles(step),
      state:
        day === undefined ? (
          w.stepState[stepState(procedure, records, step.id)]
        ) : (
          <Known subject={process.id} topic={step.id === 'prakarsa' ? 'prakarsa' : 'tahap'}>
            {formatDate(day, language)}
          </Known>
        ),
    }
  })
  const { step, holder, documents, basis, state } = w.column
  return <StepsTable head={{ step, holder, documents, article: basis, state }} rows={rows} />
}

function writeHolders({ holders, heldBy }: Step, language: keyof typeof procedureWords): string {
  const w = procedureWords[language]
  const names = holders.map((id) => w.holder[id])
  const [first = '', second] = names
  return heldBy === 'either' && second !== undefined ? w.eitherHolder({ first, second }) : formatList(names, language)
}

/** The law's name once for all the articles that follow each other in it: 'PP 28/2018 Ps 28(5); Ps 30(3)'. */
function writeArticles({ articles }: Step): string {
  return articles.map(({ law, at }, index) => (law === articles[index - 1]?.law ? at : `${law} ${at}`)).join('; ')
}
