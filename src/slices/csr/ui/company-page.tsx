import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { publishCompany, withdrawCompany } from '../contract.ts'
import { RealisedWords, rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { companyQuery } from './needs-query.ts'
import { OfferLine } from './offers-view.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export interface CompanyPageProps {
  /** What other slices know of the same year. */
  beside?: (asked: { slug: string; year: number }) => ReactNode
  /** Copying the year, and the year as a file: of its CSR, in lines, and of what stands beside. */
  acts?: (asked: { slug: string; year: number; title: string; lines: string[] }) => ReactNode
}

/** The year of a company: offers, each need with what was promised, told and confirmed; as file, on paper, in public. */
export function CompanyPage({ beside, acts }: CompanyPageProps) {
  const { language, may, region } = useVisitor()
  const w = words[language].company
  const { page, file, field, standing } = sliceWords[language]
  const { slug = '' } = useParams()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(companyQuery(slug, search.get('tahun')))
  const saved = useSaved()
  const { id, name, year, years, lines, offers, realised, published } = data
  const title = page.companyYear({ company: name, year: String(year) })
  usePageTitle(title)
  const publishing = useAct(publishCompany, {
    key: `${id}-${year}`,
    done: async (_, act) => await saved(w.publishedSaid, act),
  })
  const withdrawing = useAct(withdrawCompany, {
    key: `${id}-${year}`,
    done: async (_, act) => await saved(w.withdrawnSaid, act),
  })
  const n = (amount: number) => formatNumber(amount, language)
  return (
    <>
      <p className="s">
        <Link to="/program/tjsl?tampil=perusahaan">{w.back}</Link>
      </p>
      <h1 tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      <p>
        <Link to={`/mitra/${slug}`}>{w.partner}</Link>
        {years
          .filter((each) => each !== year)
          .map((each) => (
            <span key={each}>
              {' · '}
              <Link to={`?tahun=${each}`}>{each}</Link>
            </span>
          ))}
      </p>
      <RealisedWords realised={realised} language={language} />
      <p className="s q">{sliceWords[language].noMoney}</p>
      {acts?.({
        slug,
        year,
        title,
        lines: lines.map(({ need }) => `${need.title} · ${need.village} · ${standing[need.standing]}`),
      })}
      <p className="acts">
        <button type="button" className="btn sm" onClick={() => window.print()}>
          {w.print}
        </button>
      </p>
      <section className="sec after">
        <h2>{page.needs}</h2>
        {lines.length === 0 && <EmptyState>{w.none}</EmptyState>}
        {lines.length > 0 && (
          <table className="t">
            <caption className="vh">{page.needs}</caption>
            <thead>
              <tr>
                <th scope="col">{file.need}</th>
                <th scope="col">{file.committed}</th>
                <th scope="col">{file.told}</th>
                <th scope="col">{file.confirmed}</th>
                <th scope="col">{file.disputed}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ match, need, committed, inKind, told, confirmed, disputed, endedOn }) => (
                <tr key={match}>
                  <td>
                    <Link to={`/program/tjsl/${need.slug}`}>
                      <bdi lang={need.textLang}>{need.title}</bdi>
                    </Link>
                    <span className="s q">
                      {' '}
                      · {field[need.field]} · <bdi>{page.village(need)}</bdi> ·{' '}
                      {endedOn === null ? standing[need.standing] : w.ended({ date: formatDate(endedOn, language) })}
                    </span>
                  </td>
                  <td data-l={file.committed}>{committed === null ? <bdi>{inKind}</bdi> : n(committed)}</td>
                  <td data-l={file.told}>{n(told)}</td>
                  <td data-l={file.confirmed}>{n(confirmed)}</td>
                  <td data-l={file.disputed}>{n(disputed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="sec after">
        <h2>{words[language].offers.title}</h2>
        {offers.length === 0 && <EmptyState>{words[language].offers.none}</EmptyState>}
        <ul className="lines plain-list">
          {offers.map((offer) => (
            <OfferLine key={offer.id} offer={offer} />
          ))}
        </ul>
        {offers.length > 0 && (
          <p className="s q">
            {w.total({
              amount: rupiahIn(
                language,
                offers.reduce((sum, each) => sum + (each.ceiling ?? 0), 0),
              ),
            })}
          </p>
        )}
      </section>
      {beside?.({ slug, year })}
      {may('programmes.publish') && offers.length > 0 && (
        <section className="sec after">
          <h2>{words[language].publish.title}</h2>
          <p>
            {published === null
              ? words[language].publish.isInside
              : words[language].publish.isPublic({ date: formatDate(toLocalTime(published.at, 'WIB').date, language) })}
            {published !== null && (
              <>
                {' '}
                <a href={`/${language}/daerah/${region.slug}/program/tjsl/${slug}/${year}`}>
                  {words[language].publish.see}
                </a>
              </>
            )}
          </p>
          <FailureNotice acting={publishing} />
          <FailureNotice acting={withdrawing} />
          <div className="acts gap">
            <button
              type="button"
              className="btn sm go"
              aria-busy={publishing.busy}
              onClick={() => void publishing.send({ id, year })}
            >
              {published === null ? words[language].publish.go : words[language].publish.again}
            </button>
            {published !== null && (
              <button
                type="button"
                className="btn sm"
                aria-busy={withdrawing.busy}
                onClick={() => void withdrawing.send({ id, year })}
              >
                {words[language].publish.withdraw}
              </button>
            )}
          </div>
        </section>
      )}
    </>
  )
}
