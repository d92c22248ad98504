import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { formatNumber } from '../../../shared/format.ts'
import { listQuery } from './list-query.ts'
import { RelationTable } from './relation-table.tsx'
import { words } from './messages/words.gen.ts'

const countLimit = 1000

/** All relations of the region, last activity first, found by words in any of the four scripts. */
export function RelationListPage() {
  const language = useLanguage()
  const w = words[language].list
  usePageTitle(w.title)
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(listQuery(q))
  const total = data?.pages[0]?.total ?? 0
  const count = `${formatNumber(Math.min(total, countLimit), language)}${total > countLimit ? '+' : ''}`
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.title}</h1>
        <SearchField
          label={w.search}
          hint={w.searchHint}
          text={q}
          onSearch={(text) => setSearch(text === '' ? {} : { q: text }, { replace: true })}
        />
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q" role="status">
        {data === undefined ? '' : q === '' ? w.count({ count }) : w.found({ count, q })}
      </p>
      {rows.length > 0 && <RelationTable rows={rows} title={w.title} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{q === '' ? w.none : w.nothingFound}</EmptyState>}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}
