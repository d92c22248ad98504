import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listAnswers } from '../contract.ts'
import { AnswerOf } from './answer.tsx'
import { words } from './messages/words.gen.ts'

/** What the partner said of its page, the newest first, and how much of it waits. */
export function Answers({ relation }: { relation: string }) {
  const w = words[useLanguage()]
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listAnswers.name, relation],
    queryFn: async ({ pageParam, signal }) =>
      await call(listAnswers, { relation, ...(pageParam !== '' && { after: pageParam }), limit: 25 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    meta: { awaits: listAnswers.name },
  })
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <section className="sec after" id="dari-mitra" aria-labelledby="judul-dari-mitra">
      <h3 id="judul-dari-mitra">{w.from}</h3>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows?.length === 0 && <EmptyState>{w.noAnswers}</EmptyState>}
      {rows !== undefined && rows.length > 0 && (
        <>
          <p className="s">{w.waiting({ n: data?.pages[0]?.waiting ?? 0 })}</p>
          <ul className="log">
            {rows.map((row) => (
              <AnswerOf key={row.id} answer={row} />
            ))}
          </ul>
        </>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  )
}
