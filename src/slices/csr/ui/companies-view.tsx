import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatNumber } from '../../../shared/format.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listCompanies } from '../contract.ts'
import { RealisedWords, rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** Companies that offered something this year, with what villages confirmed. */
export function CompaniesView() {
  const language = useLanguage()
  const w = words[language].companies
  const { file } = sliceWords[language]
  const { data, error, refetch } = useQuery(queryOf(listCompanies, {}))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const { rows, all, known, year } = data
  const n = (count: number) => formatNumber(count, language)
  return (
    <>
      <p className="gap">{w.lead({ year: String(year), n: n(rows.length), known: n(known) })}</p>
      <RealisedWords realised={all} language={language} />
      {rows.length === 0 && <EmptyState>{w.none}</EmptyState>}
      {rows.length > 0 && (
        <>
          <ListActs
            title={`${w.title} ${year}`}
            lines={rows.map(
              (row) =>
                `${row.name} · ${rupiahIn(language, row.realised.confirmed)} / ${rupiahIn(language, row.realised.committed)}`,
            )}
          />
          <table className="t">
            <caption className="vh">{w.title}</caption>
            <thead>
              <tr>
                <th scope="col">{file.company}</th>
                <th scope="col">{w.offers}</th>
                <th scope="col">{file.committed}</th>
                <th scope="col">{file.confirmed}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, slug, name, offers, realised }) => (
                <tr key={id}>
                  <td>
                    <Link to={`/program/tjsl/perusahaan/${slug}?tahun=${year}`} dir="auto">
                      {name}
                    </Link>
                  </td>
                  <td data-l={w.offers}>{n(offers)}</td>
                  <td data-l={file.committed}>{n(realised.committed)}</td>
                  <td data-l={file.confirmed}>{n(realised.confirmed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
