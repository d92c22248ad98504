import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { formatDate } from '../../../../shared/format.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { readJudging } from '../../judging-contract.ts'
import type { ContestView } from '../view.ts'
import { CriteriaPart } from './criteria-part.tsx'
import { JurorsPart } from './jurors-part.tsx'
import { words } from './messages/words.gen.ts'
import { PlacesPart } from './places-part.tsx'
import { SheetsPart } from './sheets-part.tsx'

export type Judging = z.output<typeof readJudging.output>

/** What a part is handed: the contest, and how its judging stands. */
export interface JudgingProps {
  contest: Pick<ContestView, 'id' | 'slug' | 'title' | 'zone'>
  judging: Judging
}

/** The judging of a contest in the order in which it happens: criteria, jurors, sheets, places, announcement. */
export function JudgingPart({ contest }: Pick<JudgingProps, 'contest'>) {
  const language = useLanguage()
  const w = words[language].part
  const { data, error, refetch } = useQuery(queryOf(readJudging, { id: contest.id }))
  return (
    <section className="sec" id="penilaian" aria-labelledby="judul-penilaian">
      <h2 id="judul-penilaian">{w.title}</h2>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <p role="status" />
      ) : (
        <>
          <p>{tellStage(language, data)}</p>
          {data.stage === 'none' && <p className="q">{w.teach}</p>}
          <CriteriaPart contest={contest} judging={data} />
          <JurorsPart contest={contest} judging={data} />
          {data.stage !== 'none' && data.stage !== 'rules' && <SheetsPart contest={contest} judging={data} />}
          {['unsealed', 'decided', 'announced'].includes(data.stage) && <PlacesPart contest={contest} judging={data} />}
        </>
      )}
    </section>
  )
}

function tellStage(language: ReturnType<typeof useLanguage>, { stage, rules }: Judging): string {
  const w = words[language].part.stage
  const days = { judging: rules?.frozenOn, unsealed: rules?.unsealedOn, decided: rules?.decidedOn, announced: rules?.announcedOn } // prettier-ignore
  if (stage === 'none' || stage === 'rules') return w[stage]
  return w[stage]({ day: formatDate(days[stage] ?? '', language) })
}
