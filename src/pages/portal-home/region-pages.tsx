import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { formatDate } from '../../shared/format.ts'
import { Failure } from '../../shared/failure.ts'
import { nameIn } from '../../shared/names.ts'
import { ActivityLines } from '../../slices/agenda/embed.tsx'
import { listPublishedOfRegion } from '../../slices/agenda/queries.ts'
import type { RegionCard } from '../../slices/reference/model.ts'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { RelationLines } from '../../slices/relations/embed.tsx'
import { listPublished } from '../../slices/relations/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { words } from './messages/words.gen.ts'

const pageSize = 25

async function regionOf(visit: Visit): Promise<RegionCard> {
  const card = await findRegionCard(visit.portal, visit.parameters['region'] ?? '')
  if (card === undefined) throw new Failure('not_found')
  return card
}

/** The home of one region's portal. */
export async function showRegionHome(visit: Visit, region: RegionCard): Promise<Page> {
  const { language, on } = visit
  const w = words[language].region
  const name = nameIn(language, region)
  const base = `/${language}/daerah/${region.slug}`
  const relations = await listPublished(visit.portal, { region: region.slug, on, limit: 6 })
  const activities = await listPublishedOfRegion(visit.portal, { region: region.slug, on, limit: 6 })
  return {
    title: w.title({ region: name }),
    description: w.lead({ region: name }),
    region: { slug: region.slug, name },
    entry: 'home',
    body: (
      <>
        <div className="top">
          <div>
            <h1>{w.title({ region: name })}</h1>
            <p className="sub">{w.lead({ region: name })}</p>
          </div>
        </div>
        <section className="sec strong">
          <h2>{w.relations}</h2>
          {relations.length === 0 ? (
            <EmptyState>{w.noRelations({ region: name })}</EmptyState>
          ) : (
            <RelationLines relations={relations} language={language} on={on} />
          )}
          <p className="links">
            <a href={`${base}/kerja-sama`}>{w.all}</a>
          </p>
        </section>
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
      </>
    ),
  }
}

const regionHome: PortalPage = {
  path: '/daerah/:region',
  show: async (visit) => await showRegionHome(visit, await regionOf(visit)),
}

const relationList: PortalPage = {
  path: '/daerah/:region/kerja-sama',
  async show(visit) {
    const { language, on, query } = visit
    const region = await regionOf(visit)
    const name = nameIn(language, region)
    const w = words[language].region
    const found = await listPublished(visit.portal, {
      region: region.slug,
      on,
      after: query['sesudah'],
      limit: pageSize + 1,
    })
    const rows = found.slice(0, pageSize)
    return {
      title: w.relations,
      region: { slug: region.slug, name },
      entry: 'relations',
      body: (
        <section className="sec strong">
          <h1>{w.relations}</h1>
          {rows.length === 0 ? (
            <EmptyState>{w.noRelations({ region: name })}</EmptyState>
          ) : (
            <RelationLines relations={rows} language={language} on={on} />
          )}
          {found.length > pageSize && <Next word={w.more} query={`sesudah=${rows.at(-1)?.slug}`} />}
        </section>
      ),
    }
  },
}

const activityList: PortalPage = {
  path: '/daerah/:region/kegiatan',
  async show(visit) {
    const { language, on, query } = visit
    const region = await regionOf(visit)
    const w = words[language].region
    const asked = { region: region.slug, on, before: query['sebelum'], limit: pageSize + 1 }
    const found = await listPublishedOfRegion(visit.portal, asked)
    const rows = found.slice(0, pageSize)
    return {
      title: w.activities,
      region: { slug: region.slug, name: nameIn(language, region) },
      entry: 'activities',
      body: (
        <section className="sec strong">
          <h1>{w.activities}</h1>
          <p className="key">{formatDate(on, language)}</p>
          {rows.length === 0 ? (
            <EmptyState>{w.noActivities}</EmptyState>
          ) : (
            <ActivityLines activities={rows} language={language} />
          )}
          {found.length > pageSize && <Next word={w.more} query={`sebelum=${rows.at(-1)?.slug}`} />}
        </section>
      ),
    }
  },
}

function Next({ word, query }: { word: string; query: string }) {
  return (
    <p className="more">
      <a className="btn" rel="next" href={`?${query}`}>
        {word}
      </a>
    </p>
  )
}

export const regionPages: PortalPage[] = [regionHome, relationList, activityList]
