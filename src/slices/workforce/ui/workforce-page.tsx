import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatNumber } from '../../../shared/format.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { moveBetweenRows } from '../../../ui/controls/row-keys.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ProgrammeLink } from '../../../ui/controls/programme-link.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { countryName } from '../../reference/model.ts'
import { exportCohorts, publishOverview, readOverview, withdrawOverview } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { countText, schemeName } from '../embed.tsx'
import { AbroadPart } from './abroad-part.tsx'
import { CohortForm } from './cohort-form.tsx'
import { cohortsQuery } from './cohorts-query.ts'
import { FiguresPart } from './figures-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { PublishPart } from './publish-part.tsx'
import { RequestsPart } from './requests-part.tsx'
import { useSavingAct } from './use-saving-act.ts'
import type { CohortRow, Overview } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Work and skills: cohorts, programmes abroad, requests of companies, figures; each part has its place on the page. */
export function WorkforcePage() {
  const { language } = useVisitor()
  const w = words[language]
  const { title } = ourWords[language]
  const overview = useSuspenseQuery(queryOf(readOverview, {})).data
  usePageTitle(title)
  const parts = [
    ['angkatan', w.cohorts.title],
    ['luar-negeri', w.abroad.title],
    ['permintaan', w.requests.title],
    ['angka', w.figures.title],
  ] as const
  return (
    <>
      <ProgrammeLink />
      <h1 tabIndex={-1}>{title}</h1>
      <p className="gap">{w.lead}</p>
      <nav className="acts gap" aria-label={w.parts}>
        {parts.map(([id, label]) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <Cohorts />
      <AbroadPart overview={overview} />
      <RequestsPart />
      <FiguresPart overview={overview} />
      <Publication overview={overview} />
    </>
  )
}

function Publication({ overview }: { overview: Overview }) {
  const { publish: w } = words[useVisitor().language]
  const publishing = useSavingAct(publishOverview, { key: 'tenaga-kerja', said: w.done })
  const withdrawing = useSavingAct(withdrawOverview, { key: 'tenaga-kerja', said: w.gone })
  return (
    <PublishPart
      publishedAt={overview.publishedAt}
      isLagging={overview.isLagging}
      path={`/daerah/${overview.region}/program/tenaga-kerja`}
      publishing={{ ...publishing, go: () => void publishing.send({}) }}
      withdrawing={{ ...withdrawing, go: () => void withdrawing.send({}) }}
    />
  )
}

/** Cohorts, newest first, each with where it stands. */
function Cohorts() {
  const { language, may } = useVisitor()
  const { cohorts: w } = words[language]
  const our = ourWords[language]
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(cohortsQuery(q))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages[0]?.total ?? 0
  const stands = (row: CohortRow) => {
    const last = row.counts.at(-1)
    return last === undefined ? our.line.none : countText(language, last)
  }
  const text = () =>
    chatText({
      title: w.title,
      lines: rows.map((row) => `${row.name}: ${stands(row)}`),
      total,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <section className="sec after" id="angkatan">
      <div className="top">
        <h2>{w.title}</h2>
        {(total > 5 || q !== '') && (
          <SearchField
            label={w.search}
            hint={w.searchHint}
            text={q}
            onSearch={(next) => setSearch(next === '' ? {} : { q: next }, { replace: true })}
          />
        )}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{q === '' ? w.none : w.nothing}</EmptyState>}
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportCohorts} input={q === '' ? {} : { q }} />
        </div>
      )}
      <ul className="log" onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <li key={row.id}>
            <p className="key">
              {countryName(language, row.country)}
              {row.scheme !== undefined && (
                <> · {schemeName(language, { scheme: row.scheme, names: row.schemeNames })}</>
              )}
              {row.isPublic && <> · {w.public}</>}
            </p>
            <div>
              <p>
                <Link to={`/program/tenaga-kerja/${row.slug}`} data-row>
                  <bdi lang={row.nameLang}>{row.name}</bdi>
                </Link>
              </p>
              <p className="q">{stands(row)}</p>
            </div>
          </li>
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      {may('programmes.keep') && (
        <Opened label={w.add} draft="angkatan/baru">
          {(close) => <CohortForm onClose={close} />}
        </Opened>
      )}
    </section>
  )
}
