import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../ui/controls/call.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { exportEntries, listEntries } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { byNumber } from '../model.ts'
import { EntryRow } from './entry-row.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { PaperEntry } from './paper-entry.tsx'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

const shows = ['all', 'unchecked', 'incomplete', 'complete', 'withdrawn'] as const
type Show = (typeof shows)[number]

/** What was entered, by number: found by words, narrowed by how far it was checked, taken along as a file. */
export function EntriesPart({ contest }: { contest: ContestView }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { completeness } = contestWords[language]
  const [q, setQ] = useState('')
  const [show, setShow] = useState<Show>('all')
  const { id, counts } = contest
  const narrowed = { id, show, ...(q !== '' && { q }) }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listEntries.name, narrowed],
    queryFn: async ({ pageParam, signal }) =>
      await call(listEntries, { ...narrowed, after: pageParam, limit: 25 }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    meta: { awaits: listEntries.name },
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const cancelled = data?.pages.flatMap((page) => page.cancelled) ?? []
  const lines = byNumber(rows, cancelled)
  const label = (one: Show) => (one === 'all' ? w.all : one === 'withdrawn' ? w.withdrawn : completeness[one])
  return (
    <section className="sec" id="pendaftar">
      <div className="top">
        <h2>{w.entries}</h2>
        {counts.all + counts.withdrawn > 0 && (
          <SearchField label={w.searchEntries} hint={w.searchEntriesHint} text={q} onSearch={setQ} />
        )}
      </div>
      <p className="s q">{w.counted({ n: counts.all, complete: counts.complete, unchecked: counts.unchecked })}</p>
      {counts.all + counts.withdrawn > 0 && (
        <div className="chips gap" role="group" aria-label={w.entries}>
          {shows.map((one) => (
            <button key={one} type="button" className="chip" aria-pressed={one === show} onClick={() => setShow(one)}>
              {label(one)}
            </button>
          ))}
        </div>
      )}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <ListActs
          title={`${contest.title}: ${w.entries}`}
          lines={rows.map((row) => `${row.number}. ${row.name} · ${row.village} · ${completeness[row.completeness]}`)}
          endpoint={
            may('programmes.take') && (contest.mayKeep || may('programmes.publish')) ? exportEntries : undefined
          }
          input={narrowed}
        />
      )}
      {data !== undefined && lines.length === 0 && (
        <EmptyState>
          {counts.all === 0 && q === '' ? (contest.published ? w.noEntries : w.noEntriesInside) : w.nothingFound}
        </EmptyState>
      )}
      <ul className="rows">
        {lines.map((line) =>
          typeof line === 'number' ? (
            <li key={line}>
              <p className="key">{contestWords[language].file.cancelled}</p>
              <p className="q">{w.numberCancelled({ number: line })}</p>
            </li>
          ) : (
            <EntryRow key={line.id} entry={line} contest={contest} />
          ),
        )}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      {contest.mayKeep && contest.published && (
        <Opened label={w.paper}>{(close) => <PaperEntry contest={contest} onClose={close} />}</Opened>
      )}
    </section>
  )
}
