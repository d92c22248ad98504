import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatNumber } from '../../../shared/format.ts'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { nameIn } from '../../../shared/names.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { titleIn } from '../../../shared/programmes.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { moveBetweenRows } from '../../../ui/controls/row-keys.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ProgrammeLink } from '../../../ui/controls/programme-link.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { exportExchanges } from '../contract.ts'
import { writeDays } from '../embed.tsx'
import { words as exchangeWords } from '../messages/words.gen.ts'
import { exchangeKinds, exchangeStandings } from '../model.ts'
import { addDraftKey, AddExchange } from './exchange-form.tsx'
import { exchangesQuery, lookedIn } from './list-query.ts'
import { words } from './messages/words.gen.ts'
import type { ExchangeRow } from './view.ts'

/** Exchanges of the region, newest first; the address says how they are narrowed. */
export function ExchangeListPage() {
  const { language, may, drafts } = useVisitor()
  const [w, of] = [words[language], exchangeWords[language]]
  usePageTitle(of.title)
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const looked = lookedIn(search)
  const [adding, setAdding] = useState(() => drafts.read(addDraftKey) !== undefined || search.has('kerja-sama'))
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    exchangesQuery(looked),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages[0]?.total ?? 0
  const narrow = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const text = () =>
    chatText({
      title: of.title,
      lines: rows.map((row) =>
        [titleIn(language, row).text, of.kind[row.kind], of.standing[row.standing], writeDays(row, language)]
          .filter(Boolean)
          .join(' · '),
      ),
      total,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  const isNarrowed = Object.keys(looked).length > 0
  return (
    <>
      <ProgrammeLink />
      <div className="top">
        <h1 tabIndex={-1}>{of.title}</h1>
        <SearchField label={w.search} hint={w.searchHint} text={looked.q ?? ''} onSearch={(q) => narrow('q', q)} />
      </div>
      <div className="acts gap" role="group" aria-label={w.filter}>
        <SelectField
          id="jenis"
          label={of.page.what}
          short
          value={looked.kind ?? ''}
          choices={[{ value: '', label: w.all }, ...exchangeKinds.map((value) => ({ value, label: of.kind[value] }))]}
          onChange={(event) => narrow('jenis', event.currentTarget.value)}
        />
        <SelectField
          id="keadaan"
          label={of.page.standing}
          short
          value={looked.standing ?? ''}
          choices={[
            { value: '', label: w.allStandings },
            ...exchangeStandings.map((value) => ({ value, label: of.standing[value] })),
          ]}
          onChange={(event) => narrow('keadaan', event.currentTarget.value)}
        />
      </div>
      {may('programmes.keep') &&
        (adding ? (
          <AddExchange
            relation={search.get('kerja-sama') ?? undefined}
            onClose={() => setAdding(false)}
            onAdded={(slug) => void navigate(`/program/pertukaran/${slug}`)}
          />
        ) : (
          <p className="gap">
            <button type="button" className="btn" onClick={() => setAdding(true)}>
              {w.add}
            </button>
          </p>
        ))}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q gap" role="status">
        {data === undefined || total === 0 ? '' : w.count({ n: total })}
      </p>
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportExchanges} input={{ ...looked }} />
        </div>
      )}
      {rows.length > 0 && <ExchangeTable rows={rows} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{isNarrowed ? w.nothingFound : w.none}</EmptyState>}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

/** Dense rows; arrow keys go from link to link, Enter opens. */
function ExchangeTable({ rows }: { rows: readonly ExchangeRow[] }) {
  const { language } = useVisitor()
  const [w, of] = [words[language], exchangeWords[language]]
  return (
    <table className="t gap">
      <caption className="vh">{of.title}</caption>
      <thead>
        <tr>
          <th scope="col">{of.file.title}</th>
          <th scope="col">{of.file.relations}</th>
          <th scope="col">{of.page.when}</th>
          <th scope="col">{of.file.standing}</th>
          <th scope="col">{w.applied}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={`/program/pertukaran/${row.slug}`} data-row>
                <bdi lang={titleIn(language, row).lang}>{titleIn(language, row).text}</bdi>
              </Link>
              <p className="s q">
                {of.kind[row.kind]}
                {row.published && ` · ${w.isPublic}`}
              </p>
            </td>
            <td data-l={of.file.relations}>
              {row.relations.map((relation) => (
                <div key={relation.id}>
                  <bdi>{nameIn(language, relation)}</bdi>
                </div>
              ))}
            </td>
            <td data-l={of.page.when}>{writeDays(row, language) ?? sharedWords[language].notTold}</td>
            <td data-l={of.file.standing}>{of.standing[row.standing]}</td>
            <td data-l={w.applied}>{row.applied === 0 ? w.noApplied : formatNumber(row.applied, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
