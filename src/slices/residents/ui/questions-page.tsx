import { infiniteQueryOptions, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { call } from '../../../ui/controls/call.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listQuestions } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

export const questionsQuery = (waiting: boolean) =>
  infiniteQueryOptions({
    queryKey: [listQuestions.name, { waiting }] as const,
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listQuestions,
        { ...(waiting && { waiting: 'true' }), ...(pageParam !== undefined && { after: pageParam }) } as never,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { awaits: listQuestions.name },
  })

/** What foreign residents asked: what waits first, each with the promised day. */
export function QuestionsPage() {
  const language = useLanguage()
  const { questions: w, ...all } = words[language]
  const { topic, kind } = partWords[language]
  const [search, setSearch] = useSearchParams()
  const everything = search.get('semua') === '1'
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(questionsQuery(!everything))
  const rows = data.pages.flatMap((page) => page.rows)
  usePageTitle(w.title)
  return (
    <>
      <p className="key">
        <Link to="/program/layanan">{all.title}</Link>
      </p>
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="sub">{w.waiting({ n: data.pages[0]?.waiting ?? 0 })}</p>
      <div className="chips gap" role="group" aria-label={w.title}>
        {[false, true].map((one) => (
          <button
            key={String(one)}
            type="button"
            className="chip"
            aria-pressed={everything === one}
            onClick={() => setSearch(one ? { semua: '1' } : {})}
          >
            {one ? w.all : w.open}
          </button>
        ))}
      </div>
      {rows.length === 0 && <EmptyState>{everything ? w.none : w.noneWaiting}</EmptyState>}
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <p className="key">
              {row.receipt} · {kind[row.kind]} · {topic[row.topic]}
            </p>
            <p>
              <Link to={`/program/layanan/pertanyaan/${row.id}`}>
                {row.words === null ? (
                  w.erased
                ) : (
                  <bdi lang={row.wordsLang}>{[...row.words].slice(0, 120).join('')}</bdi>
                )}
              </Link>
            </p>
            <p className="q">
              {row.answeredOn === null
                ? w.until({ date: formatDate(row.dueOn, language) })
                : w.answeredOn({ date: formatDate(row.answeredOn, language) })}
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}
