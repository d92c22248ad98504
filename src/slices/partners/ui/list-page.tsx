import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatNumber } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { moveBetweenRows } from '../../../ui/controls/row-keys.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { countryName } from '../../reference/model.ts'
import { exportPartners } from '../contract.ts'
import { addDraftKey, AddPartner } from './add-partner.tsx'
import { CountriesLine } from './countries-line.tsx'
import { partnersQuery } from './list-query.ts'
import { PartnerName } from './partner-name.tsx'
import { kindWord, type PartnerRow } from './view.ts'
import { words } from './messages/words.gen.ts'

const countLimit = 1000

/** All partners of the region by name, found by words in any script, by other spellings, or by what is spelled alike. */
export function PartnerListPage() {
  const { language, may, drafts } = useVisitor()
  const w = words[language].list
  usePageTitle(w.title)
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const [adding, setAdding] = useState(() => drafts.read(addDraftKey('list')) !== undefined)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(partnersQuery(q))
  const first = data?.pages[0]
  const total = first?.total ?? 0
  const count = `${formatNumber(Math.min(total, countLimit), language)}${total > countLimit ? '+' : ''}`
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const said = q === '' ? w.count({ count }) : first?.alike === true ? w.alike({ q }) : w.found({ count, q })
  const text = () =>
    chatText({
      title: q === '' ? w.title : `${w.title}: ${q}`,
      lines: rows.map((row) =>
        [
          nameIn(language, row),
          kindWord(language, row.kind),
          row.country === null ? undefined : countryName(language, row.country),
        ]
          .filter((part) => part !== undefined)
          .join(' · '),
      ),
      total,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
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
      <CountriesLine />
      {may('partners.mend') &&
        (adding ? (
          <AddPartner
            at="list"
            name={q}
            onClose={() => setAdding(false)}
            onAdded={({ slug }) => void navigate(`/mitra/${slug}`)}
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
        {data === undefined ? '' : said}
      </p>
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportPartners} input={q === '' ? {} : { q }} />
        </div>
      )}
      {rows.length > 0 && <PartnerTable rows={rows} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{q === '' ? w.none : w.nothingFound}</EmptyState>}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

/** Dense rows; arrow keys go from link to link, Enter opens. */
function PartnerTable({ rows }: { rows: readonly PartnerRow[] }) {
  const { language } = useVisitor()
  const { list: w, unknown } = words[language]
  return (
    <table className="t gap">
      <caption className="vh">{w.title}</caption>
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.kind}</th>
          <th scope="col">{w.country}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={`/mitra/${row.slug}`} data-row>
                <PartnerName partner={row} />
              </Link>
              {row.foundAs !== null && (
                <span className="s q">
                  {' '}
                  <bdi>{w.foundAs({ name: row.foundAs })}</bdi>
                </span>
              )}
            </td>
            <td data-l={w.kind}>{kindWord(language, row.kind) ?? unknown}</td>
            <td data-l={w.country}>{row.country === null ? unknown : countryName(language, row.country)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
