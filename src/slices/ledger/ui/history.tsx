import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readHistory } from '../contract.ts'
import { HistoryLine } from './history-line.tsx'
import { words } from './messages/words.gen.ts'

const pageSize = 25

export type HistoryProps = { subject: string; title: string }

/** Every act about a record, newest first. */
export function History({ subject, title }: HistoryProps) {
  const w = words[useLanguage()]
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error } = useInfiniteQuery({
    queryKey: [readHistory.name, subject],
    queryFn: async ({ pageParam, signal }) =>
      await call(readHistory, { subject, limit: pageSize, ...(pageParam !== '' && { before: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ rows }) => (rows.length < pageSize ? undefined : rows.at(-1)?.act),
    meta: { awaits: readHistory.name },
  })
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <section aria-label={title}>
      <h2 className="vh">{title}</h2>
      {error !== null && <p role="alert">{error.message || w.notLoaded}</p>}
      {rows?.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ol className="log">
        {rows?.map((row) => (
          <HistoryLine key={row.act} {...row} />
        ))}
      </ol>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  )
}
