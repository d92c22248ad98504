import type { PortalPage } from '../../platform/portal.ts'
import { activityList } from './activity-list.tsx'
import { documentList } from './document-list.tsx'
import { partnerPage } from './partner.tsx'
import { regionHome } from './region-home.tsx'
import { relationList } from './relation-list.tsx'
import { searchPage } from './search-page.tsx'

/** The pages of one region's portal. */
export const regionPages: PortalPage[] = [regionHome, relationList, activityList, documentList, searchPage, partnerPage]
