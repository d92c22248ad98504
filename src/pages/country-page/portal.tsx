import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { nameIn } from '../../shared/names.ts'
import { ActivityLines } from '../../slices/agenda/embed.tsx'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { countryFactKinds } from '../../slices/partners/model.ts'
import { countryName } from '../../slices/reference/model.ts'
import { RelationLines } from '../../slices/relations/embed.tsx'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { Sheet } from '../relation-page/source-sheet.tsx'
import { Legend } from '../relation-page/portal-parts.tsx'
import { ProgrammesOf } from '../programmes/embed.tsx'
import { gonePage } from '../shell/gone-page.tsx'
import { Abroad } from '../workforce-page/overview-parts.tsx'
import { Known, linesOf, Sentence, topics } from './known.tsx'
import { words } from './messages/words.gen.ts'
import { getPublicCountry, type CountryView } from './queries.ts'

/** Its last part is named slug, as the previews ask of a page: the two letters of the country. */
const path = '/daerah/:region/negara/:slug'

/** A country as a region sees it: partners there, meetings, and what is known, each with its source. */
export const countryPage: PortalPage = {
  path,
  async show(visit) {
    const view = await viewOf(visit)
    return view === 'gone' ? gonePage(visit.language) : pageOf(visit, view)
  },
}

async function viewOf({ portal, parameters, on, language }: Visit): Promise<CountryView | 'gone'> {
  const { region = '', slug: country = '' } = parameters
  // What the catalogue has no name for is no country; our own has no page of this kind.
  if (!/^[A-Z]{2}$/.test(country) || country === 'ID' || countryName(language, country) === country) {
    throw new Failure('not_found')
  }
  return await getPublicCountry(portal, { region, country, on })
}

function pageOf({ language, on }: Visit, view: CountryView): Page {
  const w = words[language]
  const country = countryName(language, view.country)
  const region = nameIn(language, view.region)
  return {
    title: country,
    description: w.lead({ country, region }),
    region: { slug: view.region.slug, name: region },
    entry: 'relations',
    body: (
      <>
        <div className="top">
          <div>
            <h1>{w.title({ country, region })}</h1>
            <p className="sub">{w.lead({ country, region })}</p>
          </div>
        </div>
        {view.told !== undefined && view.told.facts.length > 0 && (
          <section className="sec strong" id="diketahui">
            <h2>{w.known}</h2>
            <Known told={view.told} language={language} />
            <Legend language={language} />
          </section>
        )}
        <section className="sec" id="mitra">
          <h2>{w.partners({ country })}</h2>
          {view.relations.length === 0 ? (
            <EmptyState>{w.noPartners({ country })}</EmptyState>
          ) : (
            <RelationLines relations={view.relations} language={language} on={on} />
          )}
        </section>
        <section className="sec" id="pertemuan">
          <h2>{w.meetings}</h2>
          {view.activities.length === 0 ? (
            <EmptyState>{w.noMeetings({ country })}</EmptyState>
          ) : (
            <ActivityLines activities={view.activities} language={language} />
          )}
        </section>
        <Abroad lines={view.abroad} language={language} on={on} country={view.country} />
        <ProgrammesOf lines={view.programmes} language={language} />
        <IsWrong
          language={language}
          page={`/daerah/${view.region.slug}`}
          topic={`negara-${view.country.toLowerCase()}`}
        />
      </>
    ),
  }
}

/** Where the statements of one kind come from, as a page of its own: whose words, on which day, in which article. */
const countrySource: PortalPage = {
  path: `${path}/sumber/:topic`,
  async show(visit) {
    const { language, parameters } = visit
    const view = await viewOf(visit)
    if (view === 'gone') return gonePage(language)
    const { told } = view
    const kind = countryFactKinds.find((one) => topics[one] === parameters['topic'])
    const facts = told?.facts.filter((fact) => fact.kind === kind && linesOf(told, fact).length > 0) ?? []
    if (told === undefined || kind === undefined || facts.length === 0) throw new Failure('not_found')
    const w = words[language]
    const country = countryName(language, view.country)
    return {
      title: w.sourceOf({ what: w.kind[kind] }),
      region: { slug: view.region.slug, name: nameIn(language, view.region) },
      entry: 'relations',
      body: (
        <article className="source">
          <p className="key">
            <a href={`/${language}/daerah/${view.region.slug}/negara/${view.country}`}>{w.back({ country })}</a>
          </p>
          <h1 className="gap">{sourceWords[language].heading}</h1>
          <p className="status gap">
            {country}: {w.kind[kind]}
          </p>
          {facts.map((fact) => (
            <div key={fact.id} id={fact.id} className="gap3">
              <p>
                <b>
                  <Sentence fact={fact} told={told} language={language} />
                </b>
              </p>
              {linesOf(told, fact).map((line) => (
                <Sheet key={line.id} line={line} language={language} />
              ))}
            </div>
          ))}
          <p className="key gap3">{sourceWords[language].summaryNote}</p>
        </article>
      ),
    }
  },
}

export const pages: PortalPage[] = [countryPage, countrySource]
