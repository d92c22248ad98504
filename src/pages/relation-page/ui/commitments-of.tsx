import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { listCommitments } from '../../../slices/agenda/contract.ts'
import { words as agendaWords } from '../../../slices/agenda/ui/messages/words.gen.ts'
import { CommitmentList } from '../../../slices/agenda/ui/commitments.tsx'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { useRelationPage } from './use-page.ts'
import { perInput, usePer } from './use-per.ts'

/** What was promised in this cooperation, ours and the partner's, meeting by meeting; on another day for reading only. */
export function CommitmentsOf() {
  const { relation, activities } = useRelationPage()
  const { language, may } = useVisitor()
  const per = usePer()
  const { commitments: w } = agendaWords[language]
  const { data } = useQuery(queryOf(listCommitments, { relation: relation.id, ...perInput(per) }))
  const last = activities[0]
  const mayMend = may('agenda.record') && per === undefined
  return (
    <section className="sec after" id="komitmen" aria-labelledby="judul-komitmen">
      <h2 id="judul-komitmen">{w.title}</h2>
      {data?.rows.length === 0 && (
        <EmptyState
          act={
            mayMend &&
            last !== undefined && (
              <Link className="btn sm" to={`/kegiatan/${last.slug}#komitmen`}>
                {w.toMeeting}
              </Link>
            )
          }
        >
          {w.noneOfRelation}
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <CommitmentList
          rows={data.rows}
          about={partnerName(relation, language)}
          mayMend={mayMend}
          of={{ relation: relation.id }}
          tell={({ activity }) => (
            <Link to={`/kegiatan/${activity.slug}#komitmen`}>{formatDate(activity.occurredOn, language)}</Link>
          )}
        />
      )}
    </section>
  )
}
