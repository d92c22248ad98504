import { useQuery } from '@tanstack/react-query'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readPage } from '../contract.ts'
import { Answers } from './answers.tsx'
import { HandedOut } from './handed-out.tsx'
import { SharePage } from './share-page.tsx'
import { words } from './messages/words.gen.ts'

/** A relation's page for its partner: what the partner said, what it may be shown, and who was handed what. */
export function PartnerPageOf({ relation, pair }: { relation: string; pair: string }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data, error, refetch } = useQuery(queryOf(readPage, { relation }))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <p role="status" />
  const { parts, pages } = data
  return (
    <section aria-labelledby="judul-mitra">
      <h2 id="judul-mitra">{w.title}</h2>
      <p className="q">{w.intro}</p>
      <Answers relation={relation} />
      {parts === undefined ? (
        <EmptyState>{w.noPartner}</EmptyState>
      ) : (
        may('relations.publish') && <SharePage relation={relation} parts={parts} language={data.language} pair={pair} />
      )}
      <HandedOut pages={pages} />
    </section>
  )
}
