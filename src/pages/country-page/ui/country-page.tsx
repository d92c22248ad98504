import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { History } from '../../../slices/ledger/ui/history.tsx'
import { countryName } from '../../../slices/reference/model.ts'
import { words as relationWords } from '../../../slices/relations/messages/words.gen.ts'
import { SchemeInside } from '../../../slices/workforce/embed.tsx'
import { words as workWords } from '../../../slices/workforce/messages/words.gen.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readCountryPage } from '../contract.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { words as programmeWords } from '../../programmes/messages/words.gen.ts'
import { ProgrammeRows } from '../../programmes/ui/programme-rows.tsx'
import type { CountryPageView } from './fact-values.ts'
import { FactsPart, useTold } from './facts-part.tsx'
import { words } from './messages/words.gen.ts'

/** All of a country as the region works with it: what is known, partners, cooperations, meetings, what is public. */
export function CountryPage() {
  const { code = '' } = useParams()
  const { language, region, may } = useVisitor()
  const w = words[language]
  const page = useSuspenseQuery(queryOf(readCountryPage, { country: code })).data
  const country = countryName(language, page.country)
  const told = useTold()
  usePageTitle(country)
  const text = () =>
    chatText({
      title: pageWords[language].title({ country, region: nameIn(language, region) }),
      lines: [
        ...page.facts.map((fact) => `${told(fact, page)} (${formatDate(fact.occurredOn, language)})`),
        ...page.relations.map((relation) => `${nameIn(language, relation)}${statusOf(relation.status, language)}`),
      ],
      more: (n) => w.more({ n }),
    })
  return (
    <>
      <p className="key">
        <Link to="/mitra">{w.back}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>{country}</h1>
        <div className="acts keep">
          {may('partners.publish') && (
            <Link className="btn" to={`/negara/${page.country}/terbitkan`}>
              {w.toPublish}
            </Link>
          )}
          <CopyButton text={text} />
        </div>
      </div>
      <p className="s gap">
        {page.publication === undefined ? (
          w.notPublic
        ) : (
          <a href={`/${language}/daerah/${page.region}/negara/${page.country}`}>{w.seePublic}</a>
        )}
      </p>
      <div className="cols tabbed">
        <div>
          <FactsPart page={page} />
        </div>
        <div>
          <Around page={page} country={country} />
        </div>
      </div>
      {may('ledger.read') && page.hasHistory && (
        <section className="sec after">
          <h2>{w.history}</h2>
          <History subject={page.subject} title={w.history} tell={({ length }) => ({ lines: [], others: length })} />
        </section>
      )}
    </>
  )
}

const statusOf = (status: string | null, language: keyof typeof relationWords): string => {
  const word = (relationWords[language].status as Readonly<Record<string, string>>)[status ?? '']
  return word === undefined ? '' : `: ${word}`
}

/** Partners, cooperations and meetings, each with a link to its own page. */
function Around({ page, country }: { page: CountryPageView; country: string }) {
  const { language, may, on } = useVisitor()
  const w = words[language]
  const { partners, meetings } = pageWords[language]
  return (
    <>
      <section className="sec">
        <h2>{partners({ country })}</h2>
        {page.partners.length === 0 && <EmptyState>{w.noPartners({ country })}</EmptyState>}
        <ul>
          {page.partners.map((partner) => (
            <li key={partner.id}>
              <Link to={`/mitra/${partner.slug}`}>
                <bdi>{nameIn(language, partner)}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{w.relations}</h2>
        {page.relations.length === 0 && <p className="q">{w.noRelations}</p>}
        <ul>
          {page.relations.map((relation) => (
            <li key={relation.id}>
              <Link to={`/kerja-sama/${relation.slug}`}>
                <bdi>{nameIn(language, relation)}</bdi>
              </Link>
              {statusOf(relation.status, language)}
              {relation.lastOn !== null && (
                <span className="s q"> · {w.lastOn({ date: formatDate(relation.lastOn, language) })}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{meetings}</h2>
        {page.activities.length === 0 && <p className="q">{w.noMeetings}</p>}
        <ul>
          {page.activities.map(({ slug, about, occurredOn }) => (
            <li key={slug}>
              <Link to={`/kegiatan/${slug}`}>
                <bdi>{about}</bdi>
              </Link>
              <span className="s q"> · {formatDate(occurredOn, language)}</span>
            </li>
          ))}
        </ul>
      </section>
      {page.abroad.length > 0 && (
        <section className="sec">
          <h2>{workWords[language].portal.abroad}</h2>
          <ul className="lines">
            {page.abroad.map((scheme) => (
              <li key={scheme.scheme}>
                <SchemeInside {...{ scheme, language, on }} />
              </li>
            ))}
          </ul>
          {may('programmes.read') && (
            <p className="s gap">
              <Link to="/program/tenaga-kerja">{workWords[language].title}</Link>
            </p>
          )}
        </section>
      )}
      {page.programmes.length > 0 && (
        <section className="sec">
          <h2>{programmeWords[language].ofRelation}</h2>
          <ProgrammeRows lines={page.programmes} />
        </section>
      )}
    </>
  )
}
