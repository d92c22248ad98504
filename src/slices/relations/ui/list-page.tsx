import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { formatNumber } from '../../../shared/format.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { ListActs } from './list-acts.tsx'
import { ListChips } from './list-chips.tsx'
import { addressFor, isFiltered, type Sought, soughtIn } from './list-filter.ts'
import { countsQuery, listQuery } from './list-query.ts'
import { RelationTable } from './relation-table.tsx'
import { words } from './messages/words.gen.ts'

const countLimit = 1000

/** All relations of the region, last activity first, found by words in any of the four scripts and narrowed by chips. */
export function RelationListPage() {
  const language = useLanguage()
  const w = words[language].list
  const { chips } = words[language]
  usePageTitle(w.title)
  const [search, setSearch] = useSearchParams()
  const sought = soughtIn(search)
  const q = sought.q ?? ''
  const go = (next: Sought) => setSearch(addressFor(next), { replace: true })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(listQuery(sought))
  const counts = useQuery(countsQuery(sought)).data
  const total = data?.pages[0]?.total ?? 0
  const count = `${formatNumber(Math.min(total, countLimit), language)}${total > countLimit ? '+' : ''}`
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const similar = data?.pages[0]?.similar ?? []
  const narrowed = isFiltered(sought)
  const said = q !== '' ? w.found({ count, q }) : narrowed ? chips.filtered({ count }) : w.count({ count })
  const empty = narrowed ? chips.noneFiltered : q === '' ? w.none : w.nothingFound
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.title}</h1>
        <SearchField
          label={w.search}
          hint={w.searchHint}
          text={q}
          onSearch={(text) => {
            const { q: _, ...others } = soughtIn(search)
            go(text === '' ? others : { ...others, q: text })
          }}
        />
      </div>
      {counts !== undefined && <ListChips sought={sought} counts={counts} onSought={go} />}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q" role="status">
        {data === undefined ? '' : said}
      </p>
      {rows.length > 0 && <ListActs sought={sought} count={count} />}
      {rows.length > 0 && <RelationTable rows={rows} title={w.title} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{empty}</EmptyState>}
      {narrowed && rows.length === 0 && (
        <p className="gap">
          <button type="button" className="btn" onClick={() => go(q === '' ? {} : { q })}>
            {chips.clear}
          </button>
        </p>
      )}
      {similar.length > 0 && (
        <section className="gap3">
          <h2>{chips.similar}</h2>
          <RelationTable rows={similar} title={chips.similar} />
        </section>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}
