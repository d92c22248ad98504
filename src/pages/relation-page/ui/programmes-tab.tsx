import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listProgrammesOf } from '../../programmes/contract.ts'
import { ProgrammeRows } from '../../programmes/ui/programme-rows.tsx'
import { words } from '../../programmes/ui/messages/words.gen.ts'
import { useRelationPage } from './use-page.ts'
import { usePer } from './use-per.ts'

/** What grew from this cooperation: cohorts, contests, needs that were met, services, issues, exchange. */
export function ProgrammesTab() {
  const { relation } = useRelationPage()
  const per = usePer()
  const w = words[useLanguage()]
  const asked = { relation: relation.id, ...(per !== undefined && { per }) }
  const { data, error, refetch } = useQuery(queryOf(listProgrammesOf, asked))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.rows.length > 0) return <ProgrammeRows lines={data.rows} />
  return (
    <EmptyState
      act={
        <Link className="btn" to="/program">
          {w.way}
        </Link>
      }
    >
      {w.none}
    </EmptyState>
  )
}
