import { useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../../../ui/controls/call.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readHistory } from '../contract.ts'
import { HistoryLine, type HistoryLineProps } from './history-line.tsx'
import { words } from './messages/words.gen.ts'

const pageSize = 25

type Change = z.output<typeof readHistory.output>['rows'][number]['changes'][number]

export type HistoryProps = {
  subject: string
  title: string
  /** Words for the rows that an act changed; the ledger itself knows no slice's columns. */
  tell: (changes: readonly Change[]) => HistoryLineProps['told']
}

/** Every act about a record, newest first; one's own newest ones can be undone. */
export function History({ subject, title, tell }: HistoryProps) {
  const { language, may } = useVisitor()
  const w = words[language]
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
          <HistoryLine
            key={row.act}
            line={row}
            told={tell(row.changes)}
            mayUndo={row.mine && row.newest && !row.undone && may('ledger.undo')}
          />
        ))}
      </ol>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  )
}
