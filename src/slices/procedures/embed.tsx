import type { ReactNode } from 'react'
import { formatDate, formatList, numberWord } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { Fact } from '../../ui/marks/facts.tsx'
import { StageRail } from '../../ui/marks/stage-rail.tsx'
import { StepsTable, type StepsTableProps } from '../../ui/marks/steps-table.tsx'
import { words } from './messages/words.gen.ts'
import {
  citationOf,
  citedRules,
  getProcedure,
  railPosition,
  stageOf,
  stageState,
  stepState,
  type LawName,
  type ProcedureId,
  type Step,
  type StepId,
  type StepRecord,
} from './model.ts'

export interface ProcedureRailProps {
  language: Language
  procedure: ProcedureId
  records: readonly StepRecord[]
  /** The big word of the relation. */
  status: ReactNode
  /** What is known of a step that happened ("24 Juli 2025" with its source mark), in place of "belum". */
  seen: (step: StepId) => ReactNode | undefined
  /** In place of the usual sentence beside the status word. */
  sentence?: ReactNode
  /** Stands above the legal steps: on whose words the rail rests. */
  children?: ReactNode
}

/** The rail of a procedure with its eleven legal steps to unfold. */
export function ProcedureRail({ language, procedure, records, status, seen, sentence, children }: ProcedureRailProps) {
  const w = words[language]
  const rules = getProcedure(procedure)
  const stages = rules.stages.map((stage) => {
    const state = stageState(rules, records, stage)
    return { label: w.stage.short[stage], state, stateWord: w.stageState[state] }
  })
  return (
    <StageRail
      label={w.rail.label}
      status={status}
      sentence={sentence ?? stageSentence(language, { procedure, records })}
      stages={stages}
    >
      {children}
      <details>
        <summary>{w.steps.summary}</summary>
        <StepsTable {...legalSteps(language, { procedure, records, seen })} />
      </details>
    </StageRail>
  )
}

/**
 * The eleven steps of the law as the table wants them: who holds each, what it wants on file, the article, and what is
 * known of it. A step without a document stays "belum", also the one being worked on: no table says more than the file.
 */
export function legalSteps(
  language: Language,
  { procedure, records, seen }: Pick<ProcedureRailProps, 'procedure' | 'records' | 'seen'>,
): StepsTableProps {
  const w = words[language]
  const rules = getProcedure(procedure)
  const { step, holder, documents, basis: article, state } = w.column
  const rows = rules.steps.map((each) => ({
    number: each.no,
    step: w.step[each.id],
    holder: holderOf(each, language),
    documents: formatList(
      each.documents.map((id) => w.document[id]),
      language,
    ),
    article: articlesOf(each, rules.basis[0]?.law),
    state: seen(each.id) ?? w.stepState[stepState(rules, records, each.id) === 'past' ? 'past' : 'ahead'],
  }))
  return { head: { step, holder, documents, article, state }, rows }
}

/** "Tahap 1 dari 8. Enam tahap lagi sebelum pelaksanaan." */
export function stageSentence(
  language: Language,
  { procedure, records }: { procedure: ProcedureId; records: readonly StepRecord[] },
): string {
  const rules = getProcedure(procedure)
  const { form, ...counts } = railPosition(rules, stageOf(rules, records))
  const word = numberWord(counts.left, language, { capital: language !== 'ja' && language !== 'ko' })
  return words[language].railShort[form]({ ...counts, word })
}

function holderOf({ holders, heldBy }: Step, language: Language): string {
  const w = words[language]
  const named = holders.map((holder) => w.holder[holder])
  const [first, second] = named
  if (heldBy === 'either' && first !== undefined && second !== undefined) return w.eitherHolder({ first, second })
  return formatList(named, language)
}

// The law that gives the procedure its name is not repeated in every row.
function articlesOf({ articles }: Step, named: LawName | undefined): string {
  return articles.map((article) => (article.law === named ? article.at : citationOf(article))).join('; ')
}

/** The superseded rules that some words cite, each with what took its place: a row of a list of facts. */
export function CitedRules({ language, texts }: { language: Language; texts: readonly string[] }) {
  const w = words[language].citedRule
  return (
    <Fact term={w.title} id="aturan">
      {citedRules(texts).map(({ law, issuedOn, replacedBy }) => (
        <p key={law}>
          {w.superseded({
            law,
            date: formatDate(issuedOn, language),
            laws: formatList(
              replacedBy.map((basis) => basis.law),
              language,
            ),
          })}
        </p>
      ))}
    </Fact>
  )
}
