import { Fragment } from 'react'
import { addressOfFile, type Page, type PortalPage, type Visit } from '../../platform/portal.ts'
import { nameIn } from '../../shared/names.ts'
import { ActivityLines } from '../../slices/agenda/embed.tsx'
import { listByLastActivity, listPublishedOfRegion } from '../../slices/agenda/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { countryName, type RegionCard } from '../../slices/reference/model.ts'
import { RelationLines } from '../../slices/relations/embed.tsx'
import { listPublishedTexts } from '../../slices/relations/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { ShareLink } from '../portal-share/share-acts.tsx'
import { listPublishedCountries } from '../country-page/queries.ts'
import { OpenNow } from '../programmes/embed.tsx'
import { listPublicProgrammes } from '../programmes/queries.ts'
import { DocumentRows } from './document-rows.tsx'
import { words } from './messages/words.gen.ts'
import { frameOf, regionOf } from './region.tsx'
import { SearchForm } from './search-form.tsx'

/** The home of one region's portal: with whom it cooperates, what happened last, what was signed. */
export async function showRegionHome(visit: Visit, region: RegionCard): Promise<Page> {
  const { language, on, portal } = visit
  const w = words[language].region
  const name = nameIn(language, region)
  const base = `/${language}/daerah/${region.slug}`
  const of = { region: region.slug, on }
  const [moved, activities, texts, countries, programmes] = await Promise.all([
    listByLastActivity(portal, { ...of, limit: 6 }),
    listPublishedOfRegion(portal, { ...of, limit: 6 }),
    listPublishedTexts(portal, { ...of, limit: 3 }),
    listPublishedCountries(portal, of),
    listPublicProgrammes(portal, of),
  ])
  const lastDays = new Map(
    moved.flatMap(({ relation, lastOn }) => (lastOn === undefined ? [] : [[relation.id, lastOn] as const])),
  )
  const relations = moved.map(({ relation }) => relation)
  return {
    title: w.title({ region: name }),
    description: w.lead({ region: name }),
    region: frameOf(language, region),
    entry: 'home',
    picture: `/daerah/${region.slug}/gambar.png`,
    feed: `/daerah/${region.slug}/umpan.xml`,
    body: (
      <>
        <div className="top">
          <div>
            <h1>{w.title({ region: name })}</h1>
            <p className="sub">{w.lead({ region: name })}</p>
          </div>
          <div className="acts">
            <ShareLink visit={visit} page={`/daerah/${region.slug}`} />
          </div>
        </div>
        <OpenNow lines={programmes} language={language} />
        <section className="sec strong">
          <h2>{w.relations}</h2>
          {relations.length === 0 ? (
            <EmptyState>{w.noRelations({ region: name })}</EmptyState>
          ) : (
            <RelationLines relations={relations} language={language} on={on} lastDays={lastDays} />
          )}
          <p className="links">
            <a href={`${base}/kerja-sama`}>{w.all}</a>
          </p>
          {countries.length > 0 && (
            <p className="gap">
              {w.countries}
              {w.colon}
              {countries.map(({ code }, index) => (
                <Fragment key={code}>
                  {index > 0 && ' · '}
                  <a href={`${base}/negara/${code}`}>{countryName(language, code)}</a>
                </Fragment>
              ))}
            </p>
          )}
        </section>
        <div className="cols">
          <section className="sec">
            <h2>{w.activities}</h2>
            {activities.length === 0 ? (
              <EmptyState>{w.noActivities}</EmptyState>
            ) : (
              <ActivityLines activities={activities} language={language} />
            )}
            <p className="links">
              <a href={`${base}/kegiatan`}>{w.allActivities}</a>
            </p>
          </section>
          <section className="sec">
            <h2>{words[language].search.title}</h2>
            <SearchForm language={language} region={region.slug} />
          </section>
        </div>
        <section className="sec more">
          <h2>{w.documents}</h2>
          {texts.length === 0 ? (
            <EmptyState>{words[language].documents.none({ region: name })}</EmptyState>
          ) : (
            <>
              <DocumentRows texts={texts} language={language} on={on} fileAt={(path) => addressOfFile(visit, path)} />
              <p className="links">
                <a href={`${base}/dokumen`}>{w.allDocuments}</a>
              </p>
            </>
          )}
        </section>
        <IsWrong language={language} page={`/daerah/${region.slug}`} />
      </>
    ),
  }
}

export const regionHome: PortalPage = {
  path: '/daerah/:region',
  show: async (visit) => await showRegionHome(visit, await regionOf(visit)),
}
