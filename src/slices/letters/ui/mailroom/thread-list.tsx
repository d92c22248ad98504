import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { chatText } from '../../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../../shared/format.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { words as controlWords } from '../../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { moveBetweenRows } from '../../../../ui/controls/row-keys.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { exportThreads } from '../../contract.ts'
import { threadsQuery, type MailAddress } from './mail-query.ts'
import { partyOf } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Matters and where each stands. */
export function ThreadList({ address, onGo }: { address: MailAddress; onGo: (change: Partial<MailAddress>) => void }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { q, all } = address
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    threadsQuery({ q, all }),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const text = () =>
    chatText({
      title: w.view.threads,
      lines: rows.map((row) => [row.mission ? w.mission : row.title, partyOf(row, language), w.thread.status[row.status]].filter((part) => part !== '').join(' · ')), // prettier-ignore
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <>
      <div className="chips gap" role="group" aria-label={w.thread.shown}>
        {[false, true].map((everything) => (
          <button
            key={String(everything)}
            type="button"
            className="chip"
            aria-pressed={all === everything}
            onClick={() => onGo({ all: everything })}
          >
            {everything ? w.thread.all : w.thread.open}
          </button>
        ))}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{q === '' ? w.none.threads : w.none.found}</EmptyState>}
      {rows.length > 0 && (
        <>
          <div className="acts list-acts">
            <CopyButton text={text} />
            {may('letters.take') && (
              <DownloadMenu endpoint={exportThreads} input={{ status: all ? 'all' : 'open', ...(q !== '' && { q }) }} />
            )}
          </div>
          <table className="t gap">
            <caption className="vh">{w.view.threads}</caption>
            <thead>
              <tr>
                <th scope="col">{w.thread.title}</th>
                <th scope="col">{w.form.correspondent}</th>
                <th scope="col">{w.thread.due}</th>
                <th scope="col">{w.col.state}</th>
              </tr>
            </thead>
            <tbody onKeyDown={moveBetweenRows}>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/surat/utas/${row.id}`} data-row>
                      <bdi>{row.title}</bdi>
                    </Link>
                    <span className="s q">
                      {' '}
                      {w.thread.letters({ n: formatNumber(row.letters, language) })}
                      {row.mission && ` · ${w.mission}`}
                    </span>
                  </td>
                  <td data-l={w.form.correspondent}>
                    <bdi>{partyOf(row, language)}</bdi>
                  </td>
                  <td data-l={w.thread.due}>
                    {row.dueOn === null ? '' : formatDate(row.dueOn, language, { short: true })}
                  </td>
                  <td data-l={w.col.state}>{w.thread.status[row.status]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}
