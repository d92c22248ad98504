import type { PortalFile } from '../../platform/portal-files.ts'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { listRegionCards } from '../../slices/reference/queries.ts'
import { activityPage } from './activity-page.tsx'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { showDemonstrationHome } from './home.tsx'
import { words } from './messages/words.gen.ts'
import { photoFile } from './photo-file.ts'
import { showRegionHome } from './region-home.tsx'
import { regionPages } from './region-pages.tsx'

/** `/`: the five stories in a demonstration; with one real region its home. */
const home: PortalPage = {
  path: '/',
  async show(visit) {
    if (visit.demonstration) return await showDemonstrationHome(visit)
    const [only] = await listRegionCards(visit.portal)
    if (only === undefined) return emptyHome(visit)
    return await showRegionHome(visit, only)
  },
}

/** No region yet, and no demonstration wanted: says so, and how to begin. */
function emptyHome({ language }: Visit): Page {
  const w = words[language].empty
  return {
    title: 'Jembatan',
    entry: 'home',
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <EmptyState>{w.text}</EmptyState>
      </section>
    ),
  }
}

export const pages: PortalPage[] = [home, ...regionPages, activityPage]
export const files: PortalFile[] = [photoFile]
