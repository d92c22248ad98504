import type { PortalPage } from '../../platform/portal.ts'
import { listRegionCards } from '../../slices/reference/queries.ts'
import { activityPage } from './activity-page.tsx'
import { showDemonstrationHome } from './home.tsx'
import { regionPages, showRegionHome } from './region-pages.tsx'

/** `/`: the five stories in a demonstration; with one real region its home. */
const home: PortalPage = {
  path: '/',
  async show(visit) {
    if (visit.demonstration) return await showDemonstrationHome(visit)
    const [only] = await listRegionCards(visit.portal)
    if (only === undefined) return await showDemonstrationHome(visit)
    return await showRegionHome(visit, only)
  },
}

export const pages: PortalPage[] = [home, ...regionPages, activityPage]
