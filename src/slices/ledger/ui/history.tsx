import { useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../../../ui/controls/call.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { chatText } from '../../../shared/chat-text.ts'
import { formatNumber } from '../../../shared/format.ts'
import { exportHistory, readHistory } from '../contract.ts'
import { HistoryLine, historyText, type HistoryLineProps } from './history-line.tsx'
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
      {rows !== undefined && rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton
            text={() =>
              chatText({
                title,
                lines: rows.map((row) => historyText(row, language)),
                more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
              })
            }
          />
          {may('ledger.take') && <DownloadMenu endpoint={exportHistory} input={{ subject }} />}
        </div>
      )}
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
