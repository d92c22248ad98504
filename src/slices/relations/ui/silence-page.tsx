import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatNumber } from '../../../shared/format.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { exportSilences } from '../contract.ts'
import { silenceKinds } from '../model.ts'
import { addressOfKind, readKind, silenceQuery, type SilenceView } from './silence-query.ts'
import { tellSilence, wayOn } from './tell-silence.ts'
import { words } from './messages/words.gen.ts'

const messageMost = 40

/** "Tidak ada kabar": what has been silent, why, since when, and the way on. Seen inside only. */
export function SilencePage() {
  const { language } = useVisitor()
  const w = words[language].silence
  usePageTitle(w.title)
  const [search, setSearch] = useSearchParams()
  const kind = readKind(search)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(silenceQuery(kind))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const counts = data?.pages[0]?.counts ?? {}
  const total = data?.pages[0]?.total ?? 0
  const text = () =>
    chatText({
      title: `${w.title}: ${formatNumber(total, language)}`,
      lines: rows
        .slice(0, messageMost)
        .map((row) => `${nameIn(language, row.relation)} · ${tellSilence(row, language)}`),
      total,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.intro}</p>
        </div>
      </div>
      <div className="chips" role="group" aria-label={w.by}>
        {silenceKinds
          .filter((one) => (counts[one] ?? 0) > 0 || one === kind)
          .map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === kind}
              onClick={() => setSearch(addressOfKind(one === kind ? undefined : one), { replace: true })}
            >
              {w.kind[one]} <span className="n">{formatNumber(counts[one] ?? 0, language)}</span>
            </button>
          ))}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <div className="acts list-acts gap">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportSilences} input={kind === undefined ? {} : { kind }} />
        </div>
      )}
      {data !== undefined && rows.length === 0 && <EmptyState>{kind === undefined ? w.none : w.noneOf}</EmptyState>}
      <ul className="todo">
        {rows.map((row) => (
          <SilenceRow key={`${row.kind}-${row.subject}-${row.since}`} row={row} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

function SilenceRow({ row }: { row: SilenceView }) {
  const language = useLanguage()
  const name = nameIn(language, row.relation)
  const { to, act } = wayOn(row, language)
  return (
    <li>
      <p>
        <b>
          <Link to={`/kerja-sama/${row.relation.slug}`}>
            <bdi lang={languageOfName(language, row.relation)}>{name}</bdi>
          </Link>
        </b>
        {tellSilence(row, language)}
      </p>
      <Link className="btn sm" to={to}>
        {act}
        <span className="vh">: {name}</span>
      </Link>
    </li>
  )
}
