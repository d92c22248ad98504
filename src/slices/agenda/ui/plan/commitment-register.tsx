import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../../ui/controls/list-acts.tsx'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { exportCommitments } from '../../contract.ts'
import { commitmentSides, type CommitmentSide } from '../../model.ts'
import { writeCommitment } from '../commitments.tsx'
import { CommitmentLine } from '../commitments-line.tsx'
import { words as screenWords } from '../messages/words.gen.ts'
import type { Looked } from './agenda-filter.ts'
import { commitmentsInput, commitmentsQuery } from './agenda-query.ts'
import { words } from './messages/words.gen.ts'

export type CommitmentRegisterProps = { looked: Looked; onLook: (next: Looked) => void }

/** The commitments of all meetings or of one cooperation, ours and the partners', the newest meeting first. */
export function CommitmentRegister({ looked, onLook }: CommitmentRegisterProps) {
  const { language, may } = useVisitor()
  const { agenda } = words[language]
  const { commitments: w } = screenWords[language]
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    commitmentsQuery(looked),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const { side, relation, q } = looked
  const isFound = side !== undefined || relation !== undefined || q !== undefined
  return (
    <>
      <div className="chips" role="group" aria-label={w.show}>
        {[undefined, ...commitmentSides].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="chip"
            aria-pressed={one === side}
            onClick={() => onLook(withSide(looked, one))}
          >
            {one === undefined ? w.all : w[one]}
          </button>
        ))}
        {relation !== undefined && (
          <button
            type="button"
            className="chip"
            aria-pressed="true"
            onClick={() => {
              const { relation: _, ...others } = looked
              onLook(others)
            }}
          >
            {agenda.onlyRelation}
          </button>
        )}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <ListActs
          title={w.title}
          lines={rows.map((row) => writeCommitment(language, row))}
          endpoint={may('agenda.take') ? exportCommitments : undefined}
          input={commitmentsInput(looked)}
        />
      )}
      <ul className="lines" aria-label={w.title}>
        {rows.map((row) => (
          <CommitmentLine key={row.id} commitment={row} mayMend={false} relations={[]}>
            <Link to={`/kegiatan/${row.activity.slug}#komitmen`}>
              <bdi>{row.activity.about}</bdi>, {formatDate(row.activity.occurredOn, language)}
            </Link>
          </CommitmentLine>
        ))}
      </ul>
      {data !== undefined && rows.length === 0 && (
        <EmptyState
          act={
            isFound ? (
              <button type="button" className="btn" onClick={() => onLook({ view: 'commitments' })}>
                {agenda.clear}
              </button>
            ) : undefined
          }
        >
          {isFound ? agenda.noneFound : w.none}
        </EmptyState>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

function withSide(looked: Looked, side: CommitmentSide | undefined): Looked {
  const { side: _, ...others } = looked
  return side === undefined ? others : { ...others, side }
}
