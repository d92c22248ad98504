import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { chatText } from '../shared/chat-text.ts'
import { formatDate, formatNumber } from '../shared/format.ts'
import { exportRegister } from '../slices/oversight/contract.ts'
import { words as procedureWords } from '../slices/procedures/messages/words.gen.ts'
import { statuses } from '../slices/relations/model.ts'
import { CopyButton } from '../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../ui/controls/download-menu.tsx'
import { FailureLine } from '../ui/controls/failure-line.tsx'
import { words as controlWords } from '../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../ui/controls/more-button.tsx'
import { usePageTitle } from '../ui/controls/page-title.ts'
import { useCurrentInView } from '../ui/controls/use-current-in-view.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import { EmptyState } from '../ui/marks/empty-state.tsx'
import { registerQuery } from './register-query.ts'
import { RegisterTable } from './register-table.tsx'
import { words } from './messages/words.gen.ts'

/** What the province may see of its regions: one line for each cooperation, nothing inside it. */
export function RegisterPage() {
  const language = useLanguage()
  const w = words[language].register
  usePageTitle(w.title)
  const status = useSearchParams()[0].get('keadaan') ?? ''
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    registerQuery(status),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const line = useCurrentInView(status)
  const text = () =>
    chatText({
      title: w.title,
      lines: rows.map((row) =>
        [
          row.regionName,
          row.partnerName,
          row.status === 'none' ? w.noStatus : procedureWords[language].status[row.status],
          row.lastActivityOn === null ? w.unknown : formatDate(row.lastActivityOn, language),
        ].join(' · '),
      ),
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  const current = (value: string) => (value === status ? { 'aria-current': 'true' as const } : {})
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.about}</p>
        </div>
      </div>
      <nav className="tabs" ref={line} aria-label={w.filter}>
        <Link to="/register" {...current('')}>
          {w.all}
        </Link>
        {statuses.map((value) => (
          <Link key={value} to={`/register?keadaan=${value}`} {...current(value)}>
            {procedureWords[language].status[value]}
          </Link>
        ))}
      </nav>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportRegister} input={status === '' ? {} : { status }} />
        </div>
      )}
      {rows.length > 0 && <RegisterTable rows={rows} />}
      {data !== undefined && rows.length === 0 && (
        <div className="gap">
          <EmptyState>{status === '' ? w.none : w.noneOfStatus}</EmptyState>
        </div>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}
