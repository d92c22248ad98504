import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { words as csrWords } from '../../../slices/csr/messages/words.gen.ts'
import { CompaniesView } from '../../../slices/csr/ui/companies-view.tsx'
import { words as uiWords } from '../../../slices/csr/ui/messages/words.gen.ts'
import { lookedIn, searchOf, views } from '../../../slices/csr/ui/needs-query.ts'
import { NeedsView } from '../../../slices/csr/ui/needs-view.tsx'
import { OffersView } from '../../../slices/csr/ui/offers-view.tsx'
import { ProposalsView } from '../../../slices/csr/ui/proposals-view.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { ProgrammeLink } from '../../../ui/controls/programme-link.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listDiscussed } from '../contract.ts'
import { words } from '../messages/words.gen.ts'

/** Program › CSR: needs, the computed proposal, offers, companies. */
export function CsrPage() {
  const language = useLanguage()
  const { view: w } = uiWords[language]
  const { noMoney } = csrWords[language]
  const [search, setSearch] = useSearchParams()
  const looked = lookedIn(search)
  usePageTitle(w.title)
  return (
    <>
      <ProgrammeLink />
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{noMoney}</p>
        </div>
      </div>
      <div className="chips gap" role="group" aria-label={w.views}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className="chip"
            aria-pressed={view === looked.view}
            onClick={() => setSearch(searchOf({ view }))}
          >
            {{ kebutuhan: w.needs, 'usulan-pasangan': w.proposals, penawaran: w.offers, perusahaan: w.companies }[view]}
          </button>
        ))}
      </div>
      {looked.view === 'kebutuhan' && (
        <NeedsView
          looked={looked}
          onLook={(next) => setSearch(searchOf({ ...next, view: 'kebutuhan' }), { replace: true })}
          empty={<Teaching />}
        />
      )}
      {looked.view === 'usulan-pasangan' && <ProposalsView />}
      {looked.view === 'penawaran' && <OffersView />}
      {looked.view === 'perusahaan' && <CompaniesView />}
    </>
  )
}

/** Without a need: how one comes about, and what meetings said about CSR. */
function Teaching() {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data } = useQuery(queryOf(listDiscussed, {}))
  const rows = data?.rows ?? []
  return (
    <>
      <EmptyState>{w.teach}</EmptyState>
      {rows.length > 0 && (
        <section className="gap3">
          <h2>{w.discussed}</h2>
          <ul className="lines plain-list">
            {rows.map(({ id, words: said, wordsLang, activity }) => (
              <li key={id}>
                <p>
                  <bdi lang={wordsLang}>{said}</bdi>
                </p>
                <p className="s q">
                  {may('agenda.read') ? (
                    <Link to={`/kegiatan/${activity.slug}`}>
                      <bdi>{activity.about}</bdi>
                    </Link>
                  ) : (
                    <bdi>{activity.about}</bdi>
                  )}
                  {' · '}
                  {formatDate(activity.occurredOn, language)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
