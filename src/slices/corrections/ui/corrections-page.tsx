import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { exportCorrections } from '../contract.ts'
import { CorrectionEntry } from './correction-entry.tsx'
import { correctionsQuery } from './corrections-query.ts'
import { words } from '../messages/words.gen.ts'

/** What readers of the portal say is wrong, oldest first, each with its answer. */
export function CorrectionsPage() {
  const language = useLanguage()
  const w = words[language].list
  const [search, setSearch] = useSearchParams()
  const all = search.get('semua') === '1'
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(correctionsQuery(!all))
  const rows = data.pages.flatMap((page) => page.rows)
  const waiting = rows.filter(({ state }) => state === 'new').length
  usePageTitle(w.title)
  const text = () =>
    chatText({
      title: w.title,
      lines: rows.map(({ about, receipt, receivedOn, words: said, state }) =>
        [
          about === undefined ? receipt : nameIn(language, about),
          formatDate(receivedOn, language),
          said,
          state === 'new' ? '' : w[state],
        ]
          .filter((part) => part !== '')
          .join(' · '),
      ),
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <>
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="sub">{w.waiting({ n: waiting })}</p>
      <div className="chips gap" role="group" aria-label={w.title}>
        {[false, true].map((everything) => (
          <button
            key={String(everything)}
            type="button"
            className="chip"
            aria-pressed={all === everything}
            onClick={() => setSearch(everything ? { semua: '1' } : {})}
          >
            {everything ? w.showAll : w.showNew}
          </button>
        ))}
      </div>
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportCorrections} input={all ? {} : { state: 'new' }} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState>{w.none}</EmptyState>
      ) : (
        rows.map((row) => <CorrectionEntry key={row.id} correction={row} />)
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}
