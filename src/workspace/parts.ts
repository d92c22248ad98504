import { matchPath } from 'react-router'

/** The parts of the program that pages are made of, each fetched when its page is first opened. */
export const parts = {
  today: async () => (await import('../pages/today/ui/today-page.tsx')).TodayPage,
  list: async () => (await import('../slices/relations/ui/list-page.tsx')).RelationListPage,
  relation: async () => (await import('../pages/relation-page/ui/relation-page.tsx')).RelationPage,
  summary: async () => (await import('../pages/relation-page/ui/summary-tab.tsx')).SummaryTab,
  fields: async () => (await import('../pages/relation-page/ui/fields-tab.tsx')).FieldsTab,
  activities: async () => (await import('../pages/relation-page/ui/activities-tab.tsx')).ActivitiesTab,
  people: async () => (await import('../pages/relation-page/ui/people-tab.tsx')).PeopleTab,
  history: async () => (await import('../pages/relation-page/ui/history-tab.tsx')).HistoryTab,
  register: async () => (await import('./register-page.tsx')).RegisterPage,
}

type Part = keyof typeof parts

const partsOf: Record<string, readonly Part[]> = {
  '/': ['today'],
  '/kerja-sama': ['list'],
  '/kerja-sama/:slug': ['relation', 'summary'],
  '/kerja-sama/:slug/bidang': ['relation', 'fields'],
  '/kerja-sama/:slug/kegiatan': ['relation', 'activities'],
  '/kerja-sama/:slug/orang': ['relation', 'people'],
  '/kerja-sama/:slug/riwayat': ['relation', 'history'],
  '/register': ['register'],
}

/** Where the workspace stands under the portal's address. */
export const basename = '/kerja'

/** Which parts the page at an address of the workspace is made of; none for an unknown address. */
export function partsAt(pathname: string): readonly Part[] {
  return Object.entries(partsOf).find(([path]) => matchPath(basename + path, pathname) !== null)?.[1] ?? []
}

/** Fetches what the page at an address is made of; false while it cannot be had. */
export async function fetchParts(pathname: string): Promise<boolean> {
  const fetched = await Promise.allSettled(partsAt(pathname).map(async (part) => await parts[part]()))
  return fetched.every(({ status }) => status === 'fulfilled')
}
