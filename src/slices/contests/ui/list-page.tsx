import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { moveBetweenRows } from '../../../ui/controls/row-keys.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ProgrammeLink } from '../../../ui/controls/programme-link.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listContests } from '../contract.ts'
import { tellWindow, windowOn } from '../model.ts'
import { AddContest, addDraftKey } from './contest-form.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { windowOf, type ContestRow } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The contests of the region: what can be entered now, until when, and how many came. */
export function ContestListPage() {
  const { language, on, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.title)
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const { data, error, refetch } = useQuery({
    ...queryOf(listContests, q === '' ? {} : { q }),
    placeholderData: keepPreviousData,
  })
  const rows = data?.rows ?? []
  const told = (row: ContestRow) => tellWindow(language, windowOf(row), windowOn(windowOf(row), on))
  return (
    <>
      <ProgrammeLink />
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.lead}</p>
        </div>
        <SearchField
          label={w.search}
          hint={w.searchHint}
          text={q}
          onSearch={(text) => setSearch(text === '' ? {} : { q: text }, { replace: true })}
        />
      </div>
      {may('programmes.keep') && (
        <Opened label={w.add} draft={addDraftKey}>
          {(close) => <AddContest onClose={close} onAdded={(slug) => void navigate(`/program/lomba/${slug}`)} />}
        </Opened>
      )}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && <ListActs title={w.title} lines={rows.map((row) => `${row.title} · ${told(row)}`)} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{q === '' ? w.none : w.nothingFound}</EmptyState>}
      <ul className="rows" onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <li key={row.id}>
            <p className="key">
              {row.organiser.shortName ?? row.organiser.name} · {row.published ? w.isPublic : w.isInside}
            </p>
            <p>
              <Link to={`/program/lomba/${row.slug}`} data-row>
                <bdi lang={row.titleLang}>{row.title}</bdi>
              </Link>
            </p>
            <p className="q">
              {row.voidedOn === null ? told(row) : w.voided} {w.entered({ n: row.entries })}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
